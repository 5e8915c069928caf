import pytest

from index.errors import BadSettings
from web.settings import Settings, read_settings, variable


def test_settings_are_the_defaults_when_the_environment_says_nothing():
    assert read_settings({"PATH": "/bin"}) == Settings()


def test_each_setting_is_read_from_its_variable():
    given = {
        "MINUTED_SERVICE_NAME": "Board minutes",
        "MINUTED_DOCS": "Yes",
        "MINUTED_MAX_REQUEST_BYTES": "2000",
    }
    assert read_settings(given) == Settings("Board minutes", docs=True, max_request_bytes=2000)


@pytest.mark.parametrize(
    ("name", "value"),
    [("docs", "maybe"), ("docs", ""), ("max_request_bytes", "-1"), ("max_request_bytes", "64k")],
)
def test_a_value_that_cannot_be_read_names_its_variable(name, value):
    with pytest.raises(BadSettings, match=variable(name)):
        read_settings({variable(name): value})
