"""Tests of eval/page.py and eval/plots.py: the report as a page, and where its points stand."""

import pytest
from lxml import html

from eval.compare import compare
from eval.page import render_page, write_page
from eval.plots import COLOURS, FIFTHS, Axis, Plot, Series, powers_of_ten
from eval.questions import Evidence, Question
from eval.report import Evaluation, RunSettings
from eval.rows import Shown, ShownQuote, row_of

SETTINGS = RunSettings("questions.jsonl", "abc", "g1", "all-MiniLM-L6-v2", "0.1.0", "2026-01-31")
TEN = Question("ten", "How <many>?", ((Evidence("Ten came."),),), category="direct", split="fit")
TWO = Question("two", "Who left?", ((Evidence("Two left."),),), category="staff")
COST = Question("cost", "What did it cost?", category="absent")


def shown(*texts, score=0.5):
    return Shown(tuple(ShownQuote("Q & A", text, True, score) for text in texts), False, 0.002)


def evaluation(**changes) -> Evaluation:
    rows = (
        row_of("minuted", TEN, shown("Ten came.", score=0.9)),
        row_of("minuted", TWO, shown("<b>Nobody</b> left.")),
        row_of("minuted", COST, Shown((), True, 0.001, shown("Nearest.", score=0.1).quotes)),
        row_of("words only", TEN, shown("Nobody.", "Ten came.")),
        row_of("words only", TWO, shown("Two left.")),
        row_of("words only", COST, shown("Nobody.")),
    )
    return Evaluation(**{"settings": SETTINGS, "rows": rows, **changes})


def page(**changes):
    return html.fromstring(render_page(evaluation(**changes)))


def test_a_page_asks_for_nothing_and_runs_nothing():
    read = page()
    addresses = read.xpath("//@href | //@src")
    assert addresses
    assert [address for address in addresses if not address.startswith("#")] == []
    assert read.xpath("//script | //link | //img | //iframe") == []
    assert "url(" not in read.xpath("string(//style)")


def test_every_link_on_the_page_leads_somewhere_on_it():
    read = page(comparison=compare(evaluation().figures, evaluation().figures))
    missing = [
        link for link in read.xpath("//nav//a/@href") if not read.xpath(f"//*[@id='{link[1:]}']")
    ]
    assert missing == []


def test_every_plot_has_a_name_and_says_what_it_shows():
    drawn = page().xpath("//svg[@role='img']")
    assert len(drawn) == 5
    for svg in drawn:
        for attribute in ("aria-labelledby", "aria-describedby"):
            assert page().xpath(f"string(//*[@id='{svg.get(attribute)}'])").strip()


def test_measures_stand_under_the_way_to_answer_that_they_are_of():
    table = page().xpath("//table[caption='Measures, from 0 to 1']")[0]
    assert table.xpath("thead//th/text()") == ["Measure", "minuted", "words only"]
    assert table.xpath(".//tr[th='hit@1']/td/text()") == ["0.500", "0.500"]
    assert table.xpath(".//tr[th='MRR']/td/text()") == ["0.500", "0.750"]


def test_worst_questions_show_what_came_and_what_was_expected_as_text():
    failures = page().xpath("//section[@class='failure']")
    assert [each.xpath("string(h3)") for each in failures] == ["Who left?"]
    assert "<b>Nobody</b> left." in failures[0].text_content()
    assert "Two left." in failures[0].text_content()


def test_a_difference_that_holds_says_so_in_words():
    rows = [
        row_of(name, Question(str(at), "?", TEN.alternatives), shown(text))
        for name, text in (("minuted", "Ten came."), ("words only", "No."))
        for at in range(9)
    ]
    cells = page(rows=tuple(rows)).xpath("//tr[th='words only'][td='hit@1']/td/text()")
    assert cells == ["hit@1", "1.000", "0.000", "+1.000", "+1.000 to +1.000", "yes", "9"]


@pytest.mark.parametrize("rows", [(), evaluation().rows[2:3]], ids=["none", "none answerable"])
def test_a_page_can_be_made_of_next_to_nothing(rows, tmp_path):
    write_page(evaluation(rows=rows, problems=("q9: not held",)), tmp_path / "report.html")
    assert "q9: not held" in (tmp_path / "report.html").read_text()


def test_points_stand_between_the_ends_of_both_axes():
    axis = Axis("", FIFTHS)
    plot = Plot("p", "", "", axis, axis, (Series("s", ((0, 0), (1, 1), (0.5, 2))),))
    assert plot.lines[0].marks == (
        (plot.left, plot.bottom),
        (plot.right, plot.top),
        ((plot.left + plot.right) / 2, plot.top),
    )


def test_ten_times_as_much_is_one_step_on_an_axis_of_powers():
    axis = Axis("", powers_of_ten([0.5, 120]), log=True)
    assert axis.ticks == (0.1, 1, 10, 100, 1000)
    assert [axis.share(value) for value in (0.1, 1, 1000, 5000)] == pytest.approx([0, 0.25, 1, 1])


def test_lines_are_told_apart_without_their_colours_and_stand_out_from_white():
    axis = Axis("", FIFTHS)
    series = tuple(Series(str(number), ((0, 0),)) for number in range(7))
    drawn = Plot("p", "", "", axis, axis, series).lines
    assert len({line.dash for line in drawn}) == len({line.colour for line in drawn}) == 7
    assert min(map(contrast_to_white, COLOURS)) >= 4.5


def contrast_to_white(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
