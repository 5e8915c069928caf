"""Whether a built index holds what the questions are about; questions it does not are set apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from eval.matching import Letters, letters_of, words_until_found
from eval.questions import Evidence, Question
from index.minutes import Meeting


@dataclass(frozen=True, slots=True)
class Holdings:
    """The meetings of a built index: their letters by id, and their ids by source file."""

    texts: Mapping[str, Letters]
    meeting_of_file: Mapping[str, str]

    @classmethod
    def of(cls, meetings: Iterable[Meeting]) -> Holdings:
        listed = list(meetings)
        return cls(
            {meeting.id: letters_of(meeting.text) for meeting in listed},
            {PurePath(meeting.source.file_name).name: meeting.id for meeting in listed},
        )

    def holds(self, span: Evidence, meeting: str) -> bool:
        """Whether the evidence stands in the meeting, or in any where none is named."""
        if not span.quote:
            return span.meeting in self.texts
        letters = letters_of(span.quote)
        texts = [self.texts[meeting]] if meeting else self.texts.values()
        return any(words_until_found(letters, text) is not None for text in texts)


def set_apart(
    questions: Iterable[Question], holdings: Holdings
) -> tuple[tuple[Question, ...], tuple[str, ...]]:
    """Return the questions that can be asked of the index, and the faults of all of them.

    A question about one document is limited to the meeting read from it. A question is left out
    when its document or meeting is not held, or none of its alternatives stands in the minutes.
    """
    usable, problems = [], []
    for question in questions:
        missing = _missing_meetings(question, holdings)
        if missing:
            problems.append(f"{question.id}: not in the index: {', '.join(missing)}")
            continue
        question = _limited(question, holdings)
        meeting = question.limits.meeting
        unheld = [span for span in question.spans if not holdings.holds(span, meeting)]
        problems += [
            f"{question.id}: evidence not in the index: {span.quote or span.meeting}"
            for span in unheld
        ]
        if not question.answerable or any(map(set(unheld).isdisjoint, question.alternatives)):
            usable.append(question)
    return tuple(usable), tuple(problems)


def _missing_meetings(question: Question, holdings: Holdings) -> list[str]:
    files = [PurePath(document).name for document in question.documents]
    missing = [file for file in files if file not in holdings.meeting_of_file]
    meeting = question.limits.meeting
    return missing + ([meeting] if meeting and meeting not in holdings.texts else [])


def _limited(question: Question, holdings: Holdings) -> Question:
    if len(question.documents) != 1:
        return question
    meeting = holdings.meeting_of_file[PurePath(question.documents[0]).name]
    return replace(question, limits=replace(question.limits, meeting=meeting))
