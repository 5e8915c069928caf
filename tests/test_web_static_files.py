import re

import pytest
from lxml import html
from starlette.testclient import TestClient

from qa import LiveAnswerer
from web.app import create_app
from web.settings import Settings
from web.static_files import FOLDER, AssetsMissing, read_manifest


@pytest.fixture
def client(tmp_path):
    return TestClient(create_app(LiveAnswerer(tmp_path), Settings()))


def test_missing_styles_and_scripts_say_what_to_do(tmp_path):
    with pytest.raises(AssetsMissing, match="make setup"):
        read_manifest(tmp_path)


def test_each_file_has_a_name_of_its_content_and_may_be_kept_for_ever(client):
    for name, address in read_manifest().items():
        stem, kind = name.split(".")
        assert re.fullmatch(rf"/static/{stem}-[0-9a-f]{{12}}\.{kind}", address)
        response = client.get(address)
        assert response.status_code == 200
        assert response.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_nothing_of_a_brand_or_of_another_site_is_in_what_browsers_load():
    for path in FOLDER.iterdir():
        text = path.read_text(encoding="utf-8")
        assert "GDS Transport" not in text
        assert not re.search(r"url\((?![\"']?data:)|@import|@font-face", text)


def test_styles_and_scripts_travel_compressed(client):
    for name in ("minuted.css", "minuted.js"):
        response = client.get(read_manifest()[name])
        assert response.headers["content-encoding"] == "gzip"


def test_a_page_that_the_browser_has_is_not_sent_again(client):
    first = client.get("/privacy")
    again = client.get("/privacy", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert again.headers["cache-control"] == "no-cache"


def test_a_page_that_has_changed_is_sent_again(client, tmp_path):
    other = TestClient(create_app(LiveAnswerer(tmp_path), Settings(notice="Closed on Friday")))
    first = client.get("/privacy")
    changed = other.get("/privacy", headers={"if-none-match": first.headers["etag"]})
    assert changed.status_code == 200
    assert html.fromstring(changed.text).xpath("//main")
