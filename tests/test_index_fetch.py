"""Tests of index/fetch.py and index/public_hosts.py against a server on this machine."""

import gzip
import ipaddress
import socket
import threading

import httpx2
import pytest

from index import fetch, public_hosts
from index.errors import UnreadableMinutes
from index.fetch import Fetcher, Validators
from index.public_hosts import is_public


@pytest.fixture
def fetcher(pauses):
    with Fetcher(allow_private=True) as made:
        yield made


def test_a_file_comes_with_what_the_server_says_of_its_version(site, fetcher):
    site.put("/a.pdf", "minutes", ETag='"1"', Last_Modified="Mon, 10 Jan 2022 10:00:00 GMT")
    got = fetcher.fetch(f"{site.address}/a.pdf")
    assert got.content == b"minutes"
    assert got.validators == Validators('"1"', "Mon, 10 Jan 2022 10:00:00 GMT")


def test_the_program_gives_its_name(site, fetcher):
    site.put("/a", "x")
    fetcher.fetch(f"{site.address}/a")
    assert {headers["User-Agent"].partition("/")[0] for _, headers in site.asked} == {"Minuted"}
    assert site.asked[0][0] == "/robots.txt"


def test_a_file_that_has_not_changed_is_not_sent_again(site, fetcher):
    site.put("/a", "x", ETag='"1"')
    known = fetcher.fetch(f"{site.address}/a").validators
    assert fetcher.fetch(f"{site.address}/a", known).content is None
    site.put("/a", "y", ETag='"2"')
    assert fetcher.fetch(f"{site.address}/a", known).content == b"y"


def test_there_is_a_pause_between_requests(site, fetcher, pauses):
    site.put("/a", "x")
    fetcher.fetch(f"{site.address}/a")
    assert pauses[0] == 0
    assert 0 < pauses[1] <= 1


def test_a_longer_pause_that_the_site_asks_for_is_kept(site, fetcher, pauses):
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 7\n")
    site.put("/a", "x")
    fetcher.fetch(f"{site.address}/a")
    assert 6 < pauses[-1] <= 7


def test_what_robots_txt_forbids_is_not_fetched(site, fetcher):
    site.put("/robots.txt", "User-agent: minuted\nDisallow: /private/\n")
    site.put("/private/a", "x")
    with pytest.raises(UnreadableMinutes, match=r"robots\.txt does not allow"):
        fetcher.fetch(f"{site.address}/private/a")
    assert site.paths() == []


def test_nothing_is_fetched_where_robots_txt_fails(site, fetcher):
    site.put("/robots.txt", "", status=503)
    with pytest.raises(UnreadableMinutes, match="answered 503, so it is not known"):
        fetcher.fetch(f"{site.address}/a")


def test_redirects_are_followed_and_checked(site, fetcher):
    site.put("/old", "", status=301, Location="/new")
    site.put("/new", "x")
    assert fetcher.fetch(f"{site.address}/old").url == f"{site.address}/new"
    site.put("/robots.txt", "User-agent: *\nDisallow: /hidden\n")
    site.put("/there", "", status=302, Location="/hidden")
    with Fetcher(allow_private=True) as another, pytest.raises(UnreadableMinutes, match="robots"):
        another.fetch(f"{site.address}/there")


@pytest.mark.parametrize(
    ("location", "said"),
    [
        ("/loop", "redirected too often"),
        ("http://localhost:1/a", "leads to another host"),
        ("file:///etc/passwd", "only http and https"),
    ],
)
def test_a_redirect_that_leads_astray_is_not_followed(site, fetcher, location, said):
    site.put("/loop", "", status=302, Location=location)
    with pytest.raises(UnreadableMinutes, match=said):
        fetcher.fetch(f"{site.address}/loop", same_host=site.address)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/a",
        "http://",
        "https://a:b@example.org/",
        "http://[/",
    ],
)
def test_only_plain_web_addresses_are_fetched(fetcher, url):
    with pytest.raises(UnreadableMinutes) as refused:
        fetcher.fetch(url)
    assert "\n" not in str(refused.value)


def test_an_error_of_the_server_is_one_line(site, fetcher):
    with pytest.raises(UnreadableMinutes, match="answered 404 Not Found; check the address"):
        fetcher.fetch(f"{site.address}/none")


def test_a_server_that_is_not_there_is_one_line(fetcher):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        with pytest.raises(UnreadableMinutes, match="cannot be fetched"):
            fetcher.fetch(f"http://127.0.0.1:{unused.getsockname()[1]}/")


def test_a_file_that_is_too_large_is_not_read_to_its_end(site, fetcher, monkeypatch):
    monkeypatch.setattr(fetch, "MOST_MEGABYTES", 1)
    site.put("/large", bytes(2**20 + 1))
    site.put("/packed", gzip.compress(bytes(2**24)), Content_Encoding="gzip")
    for path in ("/large", "/packed"):
        with pytest.raises(UnreadableMinutes, match="more than 1 MB"):
            fetcher.fetch(site.address + path)


def test_a_server_that_does_not_answer_is_left(site, pauses, monkeypatch):
    monkeypatch.setattr(fetch, "TIMEOUT", httpx2.Timeout(0.3))
    answer = threading.Event()
    site.put("/slow", lambda: str(answer.wait(5)).encode())
    with Fetcher(allow_private=True) as fetcher:
        with pytest.raises(UnreadableMinutes, match="took too long"):
            fetcher.fetch(f"{site.address}/slow")
    answer.set()


def test_a_server_that_sends_for_ever_is_left(site, fetcher, monkeypatch):
    monkeypatch.setattr(fetch, "MOST_SECONDS", 0)
    with pytest.raises(UnreadableMinutes, match="more than 0 seconds to send"):
        fetcher.fetch(f"{site.address}/drip")


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0.0.0.0",
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[fe80::1]",
        "[fd00::1]",
    ],
)
def test_private_and_local_addresses_are_refused(site, pauses, host):
    with Fetcher() as fetcher, pytest.raises(UnreadableMinutes, match="private|not known|no web"):
        fetcher.fetch(f"http://{host}:{site.server.server_port}/")
    assert site.asked == []


@pytest.mark.parametrize("found", [["10.0.0.1"], ["93.184.216.34", "127.0.0.1"], ["::1"]])
def test_a_name_that_stands_for_a_private_address_is_refused(monkeypatch, pauses, found):
    entries = [(0, 0, 0, "", (address, 0)) for address in found]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: entries)
    with Fetcher() as fetcher, pytest.raises(UnreadableMinutes, match="in a private network; give"):
        fetcher.fetch("http://minutes.example.org/")


def test_a_redirect_into_a_private_network_is_refused(site, pauses, monkeypatch):
    monkeypatch.setattr(public_hosts, "is_public", lambda address: str(address) == "127.0.0.1")
    site.put("/a", "", status=302, Location="http://169.254.169.254/latest/meta-data")
    with Fetcher() as fetcher, pytest.raises(UnreadableMinutes, match=r"169\.254.* private"):
        fetcher.fetch(f"{site.address}/a")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("::ffff:10.0.0.1", False),
    ],
)
def test_addresses_that_stand_for_others_are_seen_through(address, public):
    assert is_public(ipaddress.ip_address(address)) is public


def test_the_name_of_the_host_is_sent_though_its_address_is_connected_to(site, fetcher):
    site.put("/a", "x")
    port = site.server.server_port
    assert fetcher.fetch(f"http://localhost:{port}/a").content == b"x"
    assert site.asked[-1][1]["Host"] == f"localhost:{port}"
