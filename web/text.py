"""Text as it may come in: whole characters only, for no page can be sent with half of one."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator


def _whole(text: str) -> str:
    # JSON and some charsets can hold half of a surrogate pair.
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        raise ValueError("this text holds half of a character")
    return text


def mended(text: str) -> str:
    """The text with a question mark for each half of a character."""
    return text.encode("utf-8", "replace").decode()


Text = Annotated[str, AfterValidator(_whole)]
