"""The components of GOV.UK Frontend as functions that templates call: ``govukButton({...})``."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from jinja2 import Environment, PackageLoader, PrefixLoader

LIBRARY = "govuk_frontend_jinja"
USED = (
    "back-link",
    "button",
    "character-count",
    "checkboxes",
    "details",
    "error-summary",
    "fieldset",
    "generic-header",
    "input",
    "inset-text",
    "notification-banner",
    "pagination",
    "phase-banner",
    "radios",
    "select",
    "service-navigation",
    "skip-link",
    "textarea",
    "warning-text",
)


@cache
def components() -> dict[str, Callable[..., str]]:
    """Each component by its name: "character-count" is ``govukCharacterCount``.

    The library's macros ask for parameters that are not given, which our own templates may not,
    so they live in an environment of their own.
    """
    environment = Environment(
        loader=PrefixLoader({LIBRARY: PackageLoader(LIBRARY)}),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return {name: _macro(environment, component, name) for component, name in _names().items()}


def _names() -> dict[str, str]:
    return {component: f"govuk{component.title().replace('-', '')}" for component in USED}


def _macro(environment: Environment, component: str, name: str) -> Callable[..., str]:
    template = environment.get_template(f"{LIBRARY}/components/{component}/macro.html")
    macro: Callable[..., str] = getattr(template.module, name)
    return macro
