"""Reads a set of questions, whatever its layout, and finds the index that it is asked of."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from eval.beir import is_beir, read_beir
from eval.collection import Collection, digest_of
from eval.errors import UnreadableQuestions
from eval.qmsum import is_qmsum, read_qmsum
from eval.questions import read_questions
from index.build import Options, Progress, build


def read_set(path: Path) -> Collection:
    """Read a file of JSON lines, a BEIR folder, or QMSum; UnreadableQuestions if it is none."""
    if is_beir(path):
        return read_beir(path)
    if is_qmsum(path):
        return read_qmsum(path)
    if path.is_dir():
        raise UnreadableQuestions(
            f"{path} is neither a BEIR folder (corpus.jsonl, queries.jsonl, qrels/) "
            "nor one of QMSum meetings (*.json)"
        )
    questions = read_questions(path)
    return Collection(path.name, digest_of([path]), questions)


def index_for(asked: Collection, folder: Path, progress: Progress | None = None) -> Path:
    """The index folder that a set is asked of: ``folder``, but for a set with documents.

    Its documents are built into an index of their own beside that folder, named after the set;
    what was built there before is taken over, and ``folder`` is left as it is.
    """
    if not asked.documents:
        return folder
    own = folder.resolve().with_name(f"{folder.resolve().name}-{asked.name}")
    with TemporaryDirectory() as documents:
        asked.write_documents(Path(documents))
        build([Path(documents)], own, Options(prune=True), progress)
    return own
