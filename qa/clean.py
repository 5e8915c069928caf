"""A question as it was typed -> the text that is searched."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from qa.followup import complete
from qa.spelling import Speller

LONGEST = 300
# The commonest of what people write for short on a phone; anything else is left as it is.
SHORT_FORMS = {
    "abt": "about", "b4": "before", "cos": "because", "cuz": "because", "dont": "don't",
    "gonna": "going to", "gud": "good", "hw": "how", "l8": "late", "luv": "love", "m8": "mate",
    "nite": "night", "ppl": "people", "pls": "please", "plz": "please", "r": "are",
    "rly": "really", "skool": "school", "shud": "should", "thru": "through", "u": "you",
    "ur": "your", "wat": "what", "wen": "when", "wer": "where", "whos": "who's", "wiv": "with",
    "wkend": "weekend", "wot": "what", "wots": "what's", "wud": "would",
}  # fmt: skip
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def clean(question: str) -> str:
    """Collapse white space and drop what cannot be read aloud: control and format characters."""
    readable = "".join(
        " " if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn"} else character
        for character in unicodedata.normalize("NFC", question)
    )
    return " ".join(readable.split())


def write_out(question: str) -> str:
    """Write out short forms; a question in capitals becomes lower case."""
    text = question.lower() if question.isupper() and len(question.split()) > 2 else question
    return WORD.sub(lambda match: SHORT_FORMS.get(match[0].lower(), match[0]), text)


def read_question(question: str, history: Sequence[str], speller: Speller) -> str:
    """The whole question: written out, spelt right, and completed from those before it."""
    written = [speller.correct(write_out(clean(text)[:LONGEST])) for text in (*history, question)]
    return complete(written[-1], written[:-1])
