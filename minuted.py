"""The command line: build, watch, show, ask, brief, serve, mcp, eval, feedback and check."""

from __future__ import annotations

import io
import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from rich.console import Console
from typer.core import TyperGroup

from eval.beside import Beside
from index.errors import MinutesError
from index.progress_bar import progress_bar

if TYPE_CHECKING:
    from qa.asked import Asked
    from qa.briefing import CheckedBriefing
    from qa.briefing_wording import Imprint
    from qa.limits import Limits
    from web.feedback import Feedback

PIPE_WIDTH = 160
PROBLEM, NO_ANSWER, NO_QUESTION = 1, 3, 4
EXIT_CODES = (
    "Ends with 0 when all went well, 1 when files or the index have a problem, "
    "2 when the command is wrong."
)


class PlainProblems(TyperGroup):
    """Says in one line what is wrong with files or the index; only a bug shows a traceback."""

    def invoke(self, ctx: Any) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            raise  # Typer ends quietly when nobody reads on.
        except (MinutesError, OSError) as problem:
            fail(str(problem))
        except KeyboardInterrupt:
            typer.echo("minuted: stopped. The index in use is as it was before.", err=True)
            raise
        return result


def fail(problem: str) -> NoReturn:
    typer.echo(f"minuted: {' '.join(problem.split())}", err=True)
    raise typer.Exit(PROBLEM)


def as_date(text: str) -> date | None:
    from qa.asked import parse_date

    try:
        return parse_date(text)
    except ValueError as problem:
        raise typer.BadParameter(str(problem)) from None


def as_limits(body: str, from_date: date | None, to_date: date | None) -> Limits:
    from qa.limits import Limits

    if from_date and to_date and from_date > to_date:
        raise typer.BadParameter(f"--from {from_date} is after --to {to_date}")
    return Limits(body=body, from_date=from_date, to_date=to_date)


Index = Annotated[Path, typer.Option("--index", metavar="DIR", help="Folder of the built index.")]
INDEX = Path(".minuted")
Body = Annotated[str, typer.Option(metavar="B", help="Search only this body's meetings.")]
FromDate = Annotated[
    date | None,
    typer.Option(
        "--from", parser=as_date, metavar="YYYY-MM-DD", help="Search meetings from this day on."
    ),
]
ToDate = Annotated[
    date | None,
    typer.Option(
        "--to", parser=as_date, metavar="YYYY-MM-DD", help="Search meetings up to this day."
    ),
]
STANDARD_INPUT = Path("-")
AsJson = Annotated[bool, typer.Option("--json", metavar=" ", help="Print JSON instead of text.")]

app = typer.Typer(
    cls=PlainProblems,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Answers questions about public meetings by quoting their minutes.",
    epilog=EXIT_CODES,
)


def epilog(*examples: str, ends: str = EXIT_CODES) -> str:
    return "\n\n".join(["Examples:", *(f"  {line}" for line in examples), ends])


@app.command(
    epilog=epilog(
        "minuted build corpus",
        "minuted build ~/minutes july.pdf --index /srv/minuted",
        "minuted build https://example.org/board/minutes",
    )
)
def build(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH…",
            help="Files or folders of published minutes, or web addresses of minutes or of pages "
            "that list them.",
        ),
    ],
    index: Index = INDEX,
    prune: Annotated[
        bool,
        typer.Option(
            "--prune", metavar=" ", help="Drop meetings whose files are not among the paths."
        ),
    ] = False,
    model: Annotated[
        str | None,
        typer.Option(
            metavar="M",
            help="small, base, or another sentence-transformers model by name or folder. Without, "
            "that of MINUTED_MODEL, of the index, or the best that is installed.",
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Documents read at once; as many as processors."),
    ] = None,
    memory: Annotated[
        int, typer.Option(metavar="MB", min=64, help="Memory that reading one document may take.")
    ] = 1024,
    seconds: Annotated[
        int, typer.Option(metavar="S", min=1, help="Processor time that it may take.")
    ] = 60,
    allow_private: Annotated[
        bool,
        typer.Option(
            "--allow-private", metavar=" ", help="Fetch from private networks and this machine too."
        ),
    ] = False,
) -> None:
    """Read minutes and publish them as the new index, all at once or not at all."""
    from index.build import Options
    from index.build import build as build_index
    from index.report_text import print_build
    from index.worker import Bounds

    given = [path if path.startswith(("http://", "https://")) else Path(path) for path in paths]
    options = Options(prune, model, jobs, Bounds(memory, seconds), allow_private)
    with progress_bar() as progress:
        report = build_index(given, index, options, progress)
    print_build(report, printer())


@app.command(epilog=epilog("minuted watch ~/minutes --index /srv/minuted"))
def watch(
    folders: Annotated[
        list[Path],
        typer.Argument(
            metavar="DIR…", exists=True, file_okay=False, help="Folders of published minutes."
        ),
    ],
    index: Index = INDEX,
) -> None:
    """Build the index anew whenever files of these folders change, until stopped."""
    from index.report import BuildReport
    from index.report_text import print_rebuild
    from index.watch import builds

    for outcome in builds(folders, index):
        if isinstance(outcome, BuildReport):
            print_rebuild(outcome, printer())
        else:
            typer.echo(f"minuted: {outcome}", err=True)
        sys.stdout.flush()


@app.command(epilog=epilog("minuted show july.pdf", "minuted show july.pdf --json"))
def show(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file of published minutes.")],
    as_json: AsJson = False,
) -> None:
    """Show what is understood of a file: the meeting, its people, its items, what is left out."""
    from index.show import read_file, to_json
    from index.show_text import print_meeting

    meeting = read_file(file)
    if as_json:
        print_json(to_json(meeting), indent=1)
    else:
        print_meeting(meeting, printer())


@app.command(
    epilog=epilog(
        'minuted ask "How many drink drivers were caught?"',
        'minuted ask "And how many were charged?" --after "How many drink drivers were caught?"',
        "minuted ask --batch questions.jsonl --json > answers.jsonl",
        ends="Ends with 0 when the minutes answer, 3 when they hold no answer, 4 when the question "
        "is empty or too long, 1 when files or the index have a problem, 2 when the command is "
        "wrong. A batch ends with 0 once every line has its answer, whatever that is.",
    )
)
def ask(
    question: Annotated[
        str | None, typer.Argument(metavar="QUESTION", help="The question, in any words.")
    ] = None,
    as_json: AsJson = False,
    after: Annotated[
        list[str] | None,
        typer.Option(
            metavar="QUESTION", help="A question asked before this one; repeat it, oldest first."
        ),
    ] = None,
    body: Body = "",
    from_date: FromDate = None,
    to_date: ToDate = None,
    batch: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.jsonl",
            help='Answer a file of lines like {"id": "q1", "question": "…", "history": [], '
            '"filters": {"from": "2021-01-01"}}, each with one line of JSON; "-" reads standard '
            "input.",
        ),
    ] = None,
    index: Index = INDEX,
) -> None:
    """Answer a question with quotes from the minutes, or say that they hold no answer."""
    from qa.limits import Limits

    limits = as_limits(body, from_date, to_date)
    if batch and (question is not None or after or limits != Limits()):
        raise typer.BadParameter("--batch takes questions, history and filters from its file only")
    if batch:
        answer_batch(batch, index)
    elif question is None:
        raise typer.BadParameter("give a question in quotes, or --batch FILE.jsonl")
    else:
        answer_one(question, tuple(after or ()), limits, index, as_json)


def answer_one(
    question: str, history: tuple[str, ...], limits: Limits, index: Path, as_json: bool
) -> None:
    from index.generation import BuiltIndex
    from qa import Answerer, AnswerStatus
    from qa.text import print_answer

    answer = Answerer(BuiltIndex.open(index)).answer(question, history, limits)
    if as_json:
        print_json(answer.to_json(), indent=2)
    else:
        print_answer(answer, printer())
    if answer.status is AnswerStatus.NOT_IN_MINUTES:
        raise typer.Exit(NO_ANSWER)
    if answer.status is not AnswerStatus.ANSWERED:
        raise typer.Exit(NO_QUESTION)


def answer_batch(file: Path, index: Path) -> None:
    from index.generation import BuiltIndex
    from qa import Answerer
    from qa.asked import answer_in_order, read_asked

    content = sys.stdin.buffer.read() if file == STANDARD_INPUT else file.read_bytes()
    try:
        questions = read_asked(content)
    except ValueError as problem:
        fail(f"{file}, {problem}; nothing was answered")
    answers = answer_in_order(questions, Answerer(BuiltIndex.open(index)))
    with progress_bar(shown=not sys.stdout.isatty()) as progress:
        for number, answer in enumerate(answers, 1):
            print_json(answer)
            progress("Answering", number, len(questions))


@app.command(
    epilog=epilog(
        'minuted brief questions.txt --output briefing.docx --title "Road safety"',
        "minuted brief questions.jsonl --body AGB --annex > briefing.md",
    )
)
def brief(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="QUESTIONS",
            help="Questions, one a line; in a .jsonl file, objects as ask --batch takes them.",
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A .docx or .md file; without it, Markdown is printed."),
    ] = None,
    title: Annotated[str, typer.Option(metavar="T", help="The title of the briefing.")] = "",
    annex: Annotated[
        bool, typer.Option("--annex", metavar=" ", help="Add an account of what was searched.")
    ] = False,
    body: Body = "",
    from_date: FromDate = None,
    to_date: ToDate = None,
    index: Index = INDEX,
) -> None:
    """Draft a briefing: each question with the quotes that answer it, in Word or Markdown."""
    from qa.briefing_draft import read_questions
    from qa.briefing_wording import Imprint

    limits = as_limits(body, from_date, to_date)
    if output and output.suffix not in {".docx", ".md"}:
        raise typer.BadParameter(f"--output {output} is neither a .docx nor a .md file")
    try:
        questions = read_questions(file.read_bytes(), file.suffix == ".jsonl", limits)
    except ValueError as problem:
        fail(f"{file}, {problem}; nothing was answered")
    checked = draft_briefing(title, questions, index)
    write_briefing(checked, Imprint(date.today(), annex=annex), output)
    left = f"{len(checked.unanswered)} of {len(questions)} questions not answered"
    typer.echo(f"{len(checked.entries)} quotes; {left}.", err=True)


def draft_briefing(title: str, questions: list[Asked], index: Path) -> CheckedBriefing:
    from index.generation import BuiltIndex
    from qa import Answerer
    from qa.briefing import Briefing, verify
    from qa.briefing_draft import draft

    built, briefing = BuiltIndex.open(index), Briefing(title)
    with progress_bar() as progress:
        for briefing in draft(Answerer(built), title, questions):
            progress("Answering", len(briefing.searched), len(questions))
    return verify(built, briefing)


def write_briefing(checked: CheckedBriefing, imprint: Imprint, output: Path | None) -> None:
    from qa.briefing_docx import to_docx
    from qa.briefing_markdown import to_markdown

    if output and output.suffix == ".docx":
        content = to_docx(checked, imprint)
    else:
        content = to_markdown(checked, imprint).encode("utf-8", "replace")
    if output:
        output.write_bytes(content)
    else:
        sys.stdout.buffer.write(content)


@app.command(epilog=epilog("minuted serve", "minuted serve --host 0.0.0.0 --port 80"))
def serve(
    host: Annotated[str, typer.Option(metavar="H", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(metavar="N", min=0, max=65535, help="Port; 0 takes a free one.")
    ] = 8000,
    index: Index = INDEX,
) -> None:
    """Serve the web pages and the API until stopped; a new build is picked up by itself."""
    from web.server import serve as serve_index

    serve_index(index, host, port)


@app.command(epilog=epilog("minuted mcp", "minuted mcp --http --port 8001"))
def mcp(
    http: Annotated[
        bool,
        typer.Option("--http", metavar=" ", help="Serve by HTTP, at /mcp, instead of stdio."),
    ] = False,
    host: Annotated[str, typer.Option(metavar="H", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(metavar="N", min=0, max=65535, help="Port; 0 takes a free one.")
    ] = 8001,
    index: Index = INDEX,
) -> None:
    """Offer the minutes as tools of the Model Context Protocol, to one program or by HTTP."""
    from web.mcp_server import serve_http, serve_stdio

    if http:
        serve_http(index, host, port)
    else:
        serve_stdio(index)


@app.command(
    "eval",
    epilog=epilog(
        "minuted eval eval/questions.jsonl --against eval/baseline.json",
        "minuted eval eval/questions.jsonl --json > figures.json",
    ),
)
def evaluate(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.jsonl",
            help="Questions with the evidence expected. Or a BEIR folder, or meetings of QMSum: "
            "their documents get an index of their own, beside the one named.",
        ),
    ],
    as_json: AsJson = False,
    against: Annotated[
        Path | None,
        typer.Option(metavar="BASELINE", help="Compare with what --json printed earlier."),
    ] = None,
    beside: Annotated[
        list[Beside] | None,
        typer.Option(help="What to measure as well; repeat it for more. Without: baselines."),
    ] = None,
    trec: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Write TREC runs and judgements (qrels) into a folder."),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option(metavar="FILE.html", help="Write a page with plots, to read or print."),
    ] = None,
    publish: Annotated[
        bool,
        typer.Option(
            "--publish",
            metavar=" ",
            help="Show the figures to readers, at /accuracy of the service.",
        ),
    ] = False,
    index: Index = INDEX,
) -> None:
    """Measure how well questions are answered, beside simpler ways to search."""
    from eval.page import write_page
    from eval.run import evaluate as run_evaluation
    from eval.summary import publish_summary
    from eval.trec import write_trec

    with progress_bar() as progress:
        evaluation = run_evaluation(
            file, index, against=against, beside=beside or [Beside.BASELINES], progress=progress
        )
    if trec:
        write_trec(evaluation.rows, trec, evaluation.names)
    if report:
        write_page(evaluation, report)
    if publish:
        publish_summary(evaluation, index)
    if as_json:
        print_json(evaluation.to_json(), indent=1)
    else:
        evaluation.render(printer())


@app.command(
    epilog=epilog(
        "minuted feedback --file /var/lib/minuted/feedback.sqlite",
        "minuted feedback --csv > feedback.csv",
        'minuted feedback --accept 7 --evidence "words of the minutes" >> eval/questions.jsonl',
    )
)
def feedback(
    file: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Where it is kept; without, what MINUTED_FEEDBACK_FILE says."
        ),
    ] = None,
    as_csv: Annotated[
        bool, typer.Option("--csv", metavar=" ", help="Print CSV instead of a table.")
    ] = False,
    as_lines: Annotated[
        bool,
        typer.Option(
            "--jsonl", metavar=" ", help="Print the questions that were kept, as lines to complete."
        ),
    ] = False,
    accept: Annotated[
        int | None,
        typer.Option(metavar="N", help="Print the question of number N as a line for eval."),
    ] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WORDS",
            help="Words of the minutes that answer it; repeat it. Without, nothing does.",
        ),
    ] = None,
    index: Index = INDEX,
) -> None:
    """List what readers said of answers; what is too old is deleted first."""
    from web.feedback import question_line
    from web.feedback_text import feedback_spreadsheet, print_feedback

    entries = kept_feedback(file)
    if accept is not None:
        found = next((each for each in entries if each.id == accept and each.asked), None)
        accept_feedback(
            found or fail(f"no question is kept with the number {accept}"), evidence, index
        )
    elif as_lines:
        for each in entries:
            if each.asked:
                print_json(question_line(each))
    elif as_csv:
        sys.stdout.buffer.write(feedback_spreadsheet(entries))
    else:
        print_feedback(entries, printer())


def kept_feedback(file: Path | None) -> list[Feedback]:
    from web.feedback_store import FeedbackStore
    from web.settings import read_settings

    settings = read_settings(os.environ)
    file = file or Path(settings.feedback_file)
    if not file.is_file():
        fail("no feedback is kept; name its file by --file or MINUTED_FEEDBACK_FILE")
    return FeedbackStore(file, settings.feedback_days).entries()


def accept_feedback(given: Feedback, evidence: list[str] | None, index: Path) -> None:
    from index.generation import BuiltIndex
    from web.feedback import accepted_line

    try:
        print_json(accepted_line(BuiltIndex.open(index), given, evidence or ()))
    except ValueError as problem:
        fail(str(problem))


@app.command(epilog=epilog("minuted check --index /srv/minuted"))
def check(index: Index = INDEX) -> None:
    """Verify every file of the built index and every quote's place in its document."""
    from index.check import check as check_index
    from index.report_text import print_check

    report = check_index(index)
    print_check(report, printer())
    if report.problems:
        fail(f"{index} is damaged; build it again from its files")


def printer() -> Console:
    """Standard output; tables that go into a file or a pipe have room for their columns."""
    return Console() if sys.stdout.isatty() else Console(width=PIPE_WIDTH)


def print_json(values: dict[str, Any], indent: int | None = None) -> None:
    # What cannot be encoded, as half a surrogate pair, comes out as JSON's own escape.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    print(json.dumps(values, ensure_ascii=False, indent=indent), flush=True)


if __name__ == "__main__":
    app()
