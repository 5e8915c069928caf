"""Names in lists are written in full, first names before surnames."""

import pytest

from index.spelt_out import spelt_out


@pytest.mark.parametrize(
    ("listed", "full"),
    [
        ("Hull, Ada; MARSH, Ben (Chair)", "Ada Hull; Ben MARSH (Chair)"),
        ("Ada and Ben Hull", "Ada Hull, Ben Hull"),
        ("Cleo Finch, Ada & Ben Hull, Di and Eve Marsh",
         "Cleo Finch, Ada Hull, Ben Hull, Di Marsh, Eve Marsh"),
        ("C&L Hull", "C Hull, L Hull"),
        ("Mr and Mrs Hull", "Mr Hull, Mrs Hull"),
        ("Mr & Mrs A Hull", "Mr A Hull, Mrs A Hull"),
    ],
)  # fmt: skip
def test_names_are_written_in_full(listed, full):
    assert spelt_out(listed) == full


@pytest.mark.parametrize("listed", ["Mel, Kit and Ada Hull", "Ada Hull and Ben Marsh", "Hull, Ada"])
def test_other_lists_stay_as_they_are(listed):
    assert spelt_out(listed) == listed
