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
        "MINUTED_ALLOWED_HOSTS": "minutes.example.org, *.example.net,",
        "MINUTED_TRUSTED_PROXIES": "10.0.0.0/8,::1",
        "MINUTED_ACCENT": "#7A1F5C",
    }
    assert read_settings(given) == Settings(
        "Board minutes",
        docs=True,
        max_request_bytes=2000,
        allowed_hosts=("minutes.example.org", "*.example.net"),
        trusted_proxies=("10.0.0.0/8", "::1"),
        accent="#7A1F5C",
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("docs", "maybe"),
        ("docs", ""),
        ("max_request_bytes", "-1"),
        ("max_request_bytes", "64k"),
        ("accent", "navy"),
        ("accent", "#ffdd00"),
        ("accent", "#1d3c6e;"),
        ("allowed_hosts", "https://example.org"),
        ("allowed_hosts", "a.*.org"),
        ("cors_origins", "example.org"),
        ("cors_origins", "https://example.org/"),
        ("feedback_days", "0"),
        ("feedback_days", "9999999999"),
        ("embed_origins", "*"),
        ("embed_origins", "https://example.org/path"),
        ("embed_origins", "https://example.org; script-src *"),
        ("public_url", "minutes.example.org"),
        ("public_url", "https://minutes.example.org/"),
        ("timezone", "London"),
        ("trusted_proxies", "proxy"),
        ("trusted_proxies", "10.0.0.1/8"),
    ],
)
def test_a_value_that_cannot_be_read_names_its_variable(name, value):
    with pytest.raises(BadSettings, match=variable(name)):
        read_settings({variable(name): value})
