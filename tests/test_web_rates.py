import pytest

from web.rates import MOST_CLIENTS, RateLimit


def allowed(rate, client, moments):
    return [rate.seconds_to_wait(client, moment) == 0 for moment in moments]


def test_a_minute_of_requests_may_come_at_once_and_no_more():
    assert allowed(RateLimit(3), "192.0.2.1", [0, 0, 0, 0]) == [True, True, True, False]


def test_who_is_refused_is_told_how_long_to_wait_and_that_is_enough():
    rate = RateLimit(3)
    assert allowed(rate, "192.0.2.1", [5, 5, 5]) == [True] * 3
    assert rate.seconds_to_wait("192.0.2.1", 5) == 20
    assert rate.seconds_to_wait("192.0.2.1", 24) == 1
    assert rate.seconds_to_wait("192.0.2.1", 25) == 0


@pytest.mark.parametrize("per_minute", [1, 7, 300])
def test_no_request_of_a_minute_is_lost_to_rounding(per_minute):
    """Sums round upwards where they pass a power of two, as seconds do 18 hours after a start."""
    for moment in (65_500 + step * 0.0137 for step in range(500)):
        at_once = allowed(RateLimit(per_minute), "192.0.2.1", [moment] * (per_minute + 1))
        assert at_once == [True] * per_minute + [False]


def test_a_refused_request_does_not_count():
    rate = RateLimit(1)
    assert allowed(rate, "192.0.2.1", [0, *range(1, 60), 60]) == [True, *[False] * 59, True]


def test_clients_do_not_wait_for_one_another():
    rate = RateLimit(1)
    assert allowed(rate, "192.0.2.1", [0]) == allowed(rate, "192.0.2.2", [0]) == [True]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("testclient", "testclient", True),
        ("", "192.0.2.1", False),
    ],
)
def test_one_network_of_a_household_is_one_client(first, second, same):
    rate = RateLimit(1)
    assert rate.seconds_to_wait(first, 0) == 0
    assert (rate.seconds_to_wait(second, 0) > 0) is same


def test_no_limit_is_no_limit():
    assert all(allowed(RateLimit(0), "192.0.2.1", [0] * 1000))


def test_the_memory_of_clients_is_bounded_and_forgets_the_oldest():
    rate = RateLimit(1)
    for number in range(MOST_CLIENTS + 1):
        rate.seconds_to_wait(f"client {number}", 0)
    assert rate.seconds_to_wait("client 0", 0) == 0
    assert rate.seconds_to_wait(f"client {MOST_CLIENTS}", 0) > 0
