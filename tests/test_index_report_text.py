import io
from dataclasses import replace

import pytest
from rich.console import Console

from index.check import CheckReport
from index.minutes import LeftOut
from index.report import BuildReport, DocumentReport, DuplicateFile, FailedFile, IntakeReport
from index.report_text import print_build, print_check

DOCUMENT = DocumentReport(
    file="july [draft].txt",
    meeting="board-2021-07-01",
    items=12,
    passages=48,
    lines=150,
    kept_share=0.985,
    left_out=(
        LeftOut("Page 1 of 2", "page number"),
        LeftOut("Page 2 of 2", "page number"),
        LeftOut("word " * 40, "header"),
    ),
    warnings=("no date was found",),
    taken_over=False,
)
INTAKE = IntakeReport(
    documents=(DOCUMENT, replace(DOCUMENT, file="june.txt", left_out=(), taken_over=True)),
    failed=(FailedFile("photo.jpg", "this is not text"),),
    duplicates=(DuplicateFile("copy.txt", "june.txt", "the same bytes"),),
    replaced=("may.txt",),
    removed=("april.txt",),
    notes=("The model changed.",),
)
BUILD = BuildReport(
    generation="g1",
    model="tiny",
    intake=INTAKE,
    vectors_computed=20,
    vectors_reused=5,
    seconds=1.25,
)


def printed(report) -> list[str]:
    out = io.StringIO()
    show = print_build if isinstance(report, BuildReport) else print_check
    show(report, Console(file=out, width=160))
    return [" ".join(line.split()) for line in out.getvalue().splitlines()]


@pytest.mark.parametrize(
    "line",
    [
        "july [draft].txt board-2021-07-01 12 48 98.5%",
        "june.txt board-2021-07-01 12 48 98.5% as before",
        "july [draft].txt page number 2 8 Page 1 of 2",
        f"july [draft].txt header 1 40 {'word ' * 12}…",
        "photo.jpg NOT READ: this is not text",
        "copy.txt the same as june.txt, which was taken (the same bytes)",
        "july [draft].txt no date was found",
        "may.txt replaces the version read before",
        "april.txt is no longer in the index",
        "The model changed.",
        "Generation g1 is live: 2 meetings, 96 passages; 20 vectors of tiny computed, 5 reused; "
        "1.2 seconds.",
    ],
)
def test_build_report_says(line):
    assert line in printed(BUILD)


def test_tables_without_rows_are_not_shown():
    lines = printed(replace(BUILD, intake=IntakeReport(documents=())))
    assert lines == [
        "Generation g1 is live: 0 meetings, 0 passages; 20 vectors of tiny computed, 5 reused; "
        "1.2 seconds."
    ]


def test_check_says_what_was_verified():
    assert printed(CheckReport("g1", 16, 2, 105, 1359, 553, ())) == [
        "Generation g1: 16 files, 2 meetings, 105 passages, 1,359 lines, 553 vectors; "
        "nothing amiss."
    ]


def test_check_names_every_problem():
    lines = printed(CheckReport("g1", 16, 0, 0, 0, 0, ("a was changed", "b is missing")))
    assert lines[:2] == ["a was changed", "b is missing"]
    assert lines[2].endswith("2 problems found.")
