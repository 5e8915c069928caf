"""Fetches published files from the web, politely: with limits, pauses and robots.txt."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

import httpx2
from protego import Protego

from index.errors import UnreadableMinutes
from index.manifest import program_version
from index.public_hosts import NotPublic, PublicHosts

ROBOT = "Minuted"
USER_AGENT = f"{ROBOT}/{program_version().strip('()').replace(' ', '-')} (reads published minutes)"
TIMEOUT = httpx2.Timeout(30, connect=10)
MOST_SECONDS = 300
MOST_MEGABYTES = 100
MOST_REDIRECTS = 5
LONGEST_PAUSE = 60.0
NOT_MODIFIED = 304
REDIRECTS = {301, 302, 303, 307, 308}


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of a file's version, to ask later whether it has changed."""

    etag: str = ""
    last_modified: str = ""

    def headers(self) -> dict[str, str]:
        given = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in given.items() if value}


UNKNOWN = Validators()


@dataclass(frozen=True, slots=True)
class Fetched:
    """``content`` is None where the file has not changed; ``url`` is where redirects led to."""

    url: str
    content: bytes | None
    validators: Validators


@dataclass(slots=True)
class Fetcher:
    """Fetches one address after the other, waiting ``pause`` seconds between two requests.

    Private and local addresses are refused unless ``allow_private`` is given.
    """

    allow_private: bool = False
    pause: float = 1.0
    _client: httpx2.Client = field(init=False)
    _robots: dict[str, Protego] = field(default_factory=dict)
    _last_request: float = 0.0

    def __post_init__(self) -> None:
        self._client = httpx2.Client(
            transport=PublicHosts(self.allow_private),
            headers={"User-Agent": USER_AGENT},
            timeout=TIMEOUT,
            trust_env=False,
        )

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def fetch(self, url: str, known: Validators = UNKNOWN, same_host: str = "") -> Fetched:
        """Fetch a file, unless it is as ``known``; raises UnreadableMinutes, saying what is wrong.

        Redirects are followed, each checked like the address itself; with ``same_host``, an
        address, only to the same host.
        """
        at = url
        for _ in range(MOST_REDIRECTS + 1):
            if same_host and not is_same_host(at, same_host):
                raise UnreadableMinutes(
                    f"{url}: it leads to another host, {at}; give that address itself"
                )
            self._check_robots(at)
            status, headers, content = self._request(at, known.headers())
            if status == NOT_MODIFIED:
                return Fetched(at, None, known)
            if status not in REDIRECTS:
                break
            at = _joined(at, headers.get("location", ""))
        else:
            raise UnreadableMinutes(f"{url}: it is redirected too often; check the address")
        if status != httpx2.codes.OK:
            raise UnreadableMinutes(
                f"{url}: the server answered {status} {httpx2.codes.get_reason_phrase(status)}; "
                "check the address, or try again later"
            )
        versions = Validators(headers.get("etag", ""), headers.get("last-modified", ""))
        return Fetched(at, content, versions)

    def _check_robots(self, url: str) -> None:
        address = _parsed(url)
        site = str(address.copy_with(raw_path=b"/robots.txt", fragment=None))
        if site not in self._robots:
            self._robots[site] = self._read_robots(site)
        if not self._robots[site].can_fetch(url, ROBOT):
            raise UnreadableMinutes(
                f"{url}: the site's robots.txt does not allow programs to fetch it; "
                "save it with a browser and give the file"
            )

    def _read_robots(self, site: str) -> Protego:
        """The rules of a site; all is allowed where it has none, nothing where it fails."""
        at = site
        for _ in range(MOST_REDIRECTS + 1):
            status, headers, content = self._request(at, {})
            if status not in REDIRECTS:
                break
            at = _joined(at, headers.get("location", ""))
        if status >= httpx2.codes.INTERNAL_SERVER_ERROR:
            raise UnreadableMinutes(
                f"{site}: the server answered {status}, so it is not known what it allows; "
                "try again later"
            )
        text = content.decode("utf-8", "replace") if status == httpx2.codes.OK else ""
        return Protego.parse(text)

    def _request(self, url: str, headers: Mapping[str, str]) -> tuple[int, httpx2.Headers, bytes]:
        self._wait(url)
        try:
            with self._client.stream("GET", url, headers=dict(headers)) as response:
                return response.status_code, response.headers, _body(url, response)
        except NotPublic as error:
            raise UnreadableMinutes(
                f"{url}: {error}; give --allow-private if that is meant"
            ) from error
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            what = "took too long" if isinstance(error, httpx2.TimeoutException) else str(error)
            raise UnreadableMinutes(
                f"{url}: it cannot be fetched ({what or type(error).__name__}); "
                "check the address, or try again later"
            ) from error

    def _wait(self, url: str) -> None:
        site = str(_parsed(url).copy_with(raw_path=b"/robots.txt", fragment=None))
        rules = self._robots.get(site)
        asked = rules.crawl_delay(ROBOT) if rules else None
        pause = max(self.pause, min(asked or 0.0, LONGEST_PAUSE))
        time.sleep(max(0.0, self._last_request + pause - time.monotonic()))
        self._last_request = time.monotonic()


def is_same_host(one: str, other: str) -> bool:
    """Whether two addresses are of one host; http and https of it are one."""
    first, second = _parsed(one), _parsed(other)
    return (first.host, first.port) == (second.host, second.port)


def _parsed(url: str) -> httpx2.URL:
    try:
        address = httpx2.URL(url)
    except httpx2.InvalidURL as error:
        raise UnreadableMinutes(f"{url}: this is no web address ({error}); check it") from error
    if address.scheme not in {"http", "https"} or not address.host:
        raise UnreadableMinutes(f"{url}: only http and https addresses are fetched; check it")
    if address.userinfo:
        raise UnreadableMinutes(f"{url}: addresses with a password in them are not fetched")
    return address


def _joined(base: str, location: str) -> str:
    try:
        return str(httpx2.URL(base).join(location))
    except httpx2.InvalidURL as error:
        raise UnreadableMinutes(f"{base}: it leads to no web address; check it") from error


def _body(url: str, response: httpx2.Response) -> bytes:
    """Read what is sent, within limits of size and time."""
    started, parts, size = time.monotonic(), [], 0
    if response.is_redirect or response.status_code == NOT_MODIFIED:
        return b""
    for part in response.iter_bytes():
        size += len(part)
        parts.append(part)
        if size > MOST_MEGABYTES * 2**20:
            raise UnreadableMinutes(
                f"{url}: it has more than {MOST_MEGABYTES} MB; save it without pictures, "
                "or fetch it yourself and give the file"
            )
        if time.monotonic() - started > MOST_SECONDS:
            raise UnreadableMinutes(
                f"{url}: it took more than {MOST_SECONDS} seconds to send; try again later"
            )
    return b"".join(parts)
