"""Text as it may come in: whole characters only."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator


def _whole(text: str) -> str:
    # JSON and some charsets can hold half of a surrogate pair, which no page can be sent with.
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        raise ValueError("this text holds half of a character")
    return text


Text = Annotated[str, AfterValidator(_whole)]
