"""Colours as settings give them: their contrast, and a darker shade."""

from __future__ import annotations

import re

COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


def is_colour(text: str) -> bool:
    """Whether this is a colour like ``#1d3c6e``."""
    return COLOUR.fullmatch(text) is not None


def contrast_with_white(colour: str) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def darker(colour: str) -> str:
    """The colour with a third of its light taken away."""
    return "#" + "".join(f"{part * 2 // 3:02x}" for part in _parts(colour))


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
