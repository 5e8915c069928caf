from datetime import date

import pytest

from qa import Limits
from qa.answer import Understood
from web.limits import filters, pack, read_limits, unpack, without

FULL = Limits(
    body="Audit & Ethics = Board",
    from_date=date(2021, 1, 1),
    to_date=date(2021, 12, 31),
    ignore=frozenset({"people", "dates"}),
)


@pytest.mark.parametrize("limits", [Limits(), FULL, Limits(to_date=date(2020, 2, 29))])
def test_limits_survive_their_way_through_a_form(limits):
    assert unpack(pack(limits)) == limits


@pytest.mark.parametrize("packed", ["", "nonsense", "from=yesterday", "&".join(["body=x"] * 50)])
def test_packed_limits_that_cannot_be_read_limit_nothing(packed):
    assert unpack(packed) == Limits()


def test_what_the_form_leaves_empty_is_no_limit():
    assert read_limits(" ", "", " ") == Limits()


def test_an_unknown_limit_cannot_be_taken_off():
    assert read_limits("", "", "", ["people", "<script>"]).ignore == {"people"}


def test_a_date_that_is_none_is_refused():
    with pytest.raises(ValueError, match="yesterday"):
        read_limits("", "yesterday", "")


def test_taking_off_dates_takes_off_those_that_were_set_and_those_in_the_question():
    assert without(FULL, "dates") == Limits(body=FULL.body, ignore=FULL.ignore)


def test_taking_off_bodies_leaves_the_dates():
    left = without(Limits(body="A", to_date=date(2020, 1, 1)), "bodies")
    assert left == Limits(to_date=date(2020, 1, 1), ignore=frozenset({"bodies"}))


def test_each_limit_that_was_applied_is_named_and_can_be_taken_off():
    understood = Understood("x", "2021-01-01", "2021-12-31", ("A Board", "B Board"), ("Ann Lee",))
    shown = filters(understood, Limits())
    assert [each.words for each in shown] == ["2021", "A Board and B Board", "Ann Lee"]
    assert [each.limits_without.ignore for each in shown] == [{"dates"}, {"bodies"}, {"people"}]


def test_no_limit_means_no_filter():
    assert filters(Understood("x"), Limits()) == ()
