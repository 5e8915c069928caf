import json

import pytest

from web.components import USED, components
from web.static_files import FOLDER

NPM = FOLDER.parent / "assets" / "package.json"


def test_every_component_is_a_function_by_its_name():
    assert len(components()) == len(USED)
    button = components()["govukButton"]({"text": "Ask <now>"})
    assert 'class="govuk-button"' in button
    assert "Ask &lt;now&gt;" in button


@pytest.mark.parametrize("name", ["govukCharacterCount", "govukTextarea", "govukInput"])
def test_what_was_typed_is_never_markup(name):
    typed = '"><script></textarea>'
    shown = components()[name]({"id": "a", "name": "a", "value": typed, "label": {"text": typed}})
    assert "<script" not in shown


def test_the_styles_are_of_the_release_that_the_macros_were_made_for():
    pinned = json.loads(NPM.read_text(encoding="utf-8"))["dependencies"]["govuk-frontend"]
    (style,) = FOLDER.glob("minuted-*.css")
    assert pinned == "6.3.0"
    assert f'--govuk-frontend-version: "{pinned}"' in style.read_text(encoding="utf-8")
