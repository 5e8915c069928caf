"""Imports follow the arrows: web -> qa -> index, eval -> qa -> index."""

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_USE: dict[str, set[str]] = {
    "index": set(),
    "qa": {"index"},
    "web": {"index", "qa"},
    "eval": {"index", "qa"},
}
OURS = {*MAY_USE, "minuted", "tests"}
ONLY_IN: dict[str, str | tuple[str, ...]] = {
    "sentence_transformers": "index/export.py",
    "faiss": "index/vectors.py",
    "tantivy": ("index/analyzer.py", "index/words.py"),
    "fastapi": "web/",
    "starlette": "web/",
    "jinja2": ("web/", "eval/page.py"),
    "typer": "minuted.py",
    "langchain_text_splitters": "eval/peers.py",
    "txtai": "eval/peers.py",
    "peft": "eval/train.py",
}


def imported(source: str) -> set[str]:
    """The first part of every name that is imported, also inside functions."""
    names: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide the layer they reach into"
            names.append(node.module or "")
    return {name.partition(".")[0] for name in names}


@cache
def modules() -> dict[str, set[str]]:
    paths = [
        ROOT / "minuted.py",
        *(path for name in MAY_USE for path in (ROOT / name).rglob("*.py")),
    ]
    return {
        path.relative_to(ROOT).as_posix(): imported(path.read_text(encoding="utf-8"))
        for path in paths
    }


@pytest.mark.parametrize("package", MAY_USE)
def test_package_uses_only_the_layers_below(package):
    allowed = MAY_USE[package] | {package}
    wrong = {
        name: sorted(used & OURS - allowed)
        for name, used in modules().items()
        if name.startswith(f"{package}/") and used & OURS - allowed
    }
    assert not wrong


@pytest.mark.parametrize("library", ONLY_IN)
def test_library_is_used_in_its_one_place_only(library):
    users = [name for name, used in modules().items() if library in used]
    assert users
    assert [name for name in users if not name.startswith(ONLY_IN[library])] == []


def test_imports_inside_functions_are_seen():
    assert imported("def f():\n    from faiss.contrib import x\n    import web.app") == {
        "faiss",
        "web",
    }
