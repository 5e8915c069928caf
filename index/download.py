"""Web addresses -> files to build from, fetched only where they have changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from index.document import Document
from index.errors import UnreadableMinutes
from index.fetch import Fetcher, Validators
from index.files import FoundFile, own_name
from index.overrides import Overrides
from index.predecessor import Predecessor
from index.report import FailedFile, FetchedFile
from index.web_listing import Links, linked_minutes, links_of_listing
from index.worker import Bounds, Task, in_children

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Download:
    """Fetches to a folder; collects the files, what failed, and what servers said of versions."""

    folder: Path
    previous: Predecessor | None
    bounds: Bounds
    files: list[FoundFile] = field(default_factory=list)
    failed: list[FailedFile] = field(default_factory=list)
    fetched: list[FetchedFile] = field(default_factory=list)

    def add_all(self, addresses: Sequence[str], allow_private: bool, progress: Progress) -> None:
        """Fetch minutes, or the minutes that a listing page links to on its host.

        Raises UnreadableMinutes where one of the addresses gives nothing; links that fail are
        collected.
        """
        if addresses:
            with Fetcher(allow_private) as fetcher:
                for address in addresses:
                    self._add(fetcher, address, progress)

    def all_fetched(self, documents: Sequence[Document]) -> tuple[FetchedFile, ...]:
        """What is known of all documents that came from the web, in this build or before."""
        now = self._addresses()
        earlier = self.previous.manifest.intake.fetched if self.previous else ()
        held = {document.sha256 for document in documents}
        known = (*(each for each in earlier if each.url not in now), *self.fetched)
        return tuple(each for each in known if each.sha256 in held)

    def _addresses(self) -> set[str]:
        return {each.url for each in self.fetched}

    def _add(self, fetcher: Fetcher, url: str, progress: Progress) -> None:
        page, listing = self._fetch(fetcher, url)
        linked = linked_minutes(self._links(page), listing)
        if not linked:
            self.files.append(page)
            return
        self.fetched.pop()  # the listing is not built from, so it is fetched anew each time
        linked = [address for address in linked if address not in self._addresses()]
        for done, address in enumerate(linked, 1):
            try:
                self.files.append(self._fetch(fetcher, address, same_host=listing)[0])
            except UnreadableMinutes as error:
                self.failed.append(FailedFile(_name(address), str(error)))
            progress(done, len(linked))

    def _fetch(self, fetcher: Fetcher, url: str, same_host: str = "") -> tuple[FoundFile, str]:
        """A file as it is now, and the address that gave it in the end."""
        known, held = self._known(url)
        got = fetcher.fetch(url, known, same_host)
        content = held.read_bytes() if got.content is None and held else got.content or b""
        path = self.folder / str(len(self.fetched))  # over that of a listing, now read
        path.write_bytes(content)
        name = own_name(_name(url), {each.file for each in self.fetched}, Path(_name(url)).suffix)
        digest = sha256(content).hexdigest()
        versions = got.validators
        self.fetched.append(FetchedFile(url, name, digest, versions.etag, versions.last_modified))
        return FoundFile(name, path, not same_host, Overrides(source_url=url)), got.url

    def _known(self, url: str) -> tuple[Validators, Path | None]:
        """The version that the generation before holds of an address, and its file."""
        if self.previous:
            for each in self.previous.manifest.intake.fetched:
                path = self.previous.source_path(each.sha256)
                if each.url == url and path:
                    return Validators(each.etag, each.last_modified), path
        return Validators(), None

    def _links(self, page: FoundFile) -> Links:
        """The links of a listing page; none of a file that cannot be read or is minutes."""
        task = Task(page.name, page.path)
        ((_, links),) = in_children([task], 1, self.bounds, links_of_listing)
        return () if isinstance(links, UnreadableMinutes) else links


def _name(url: str) -> str:
    """An address as the name of a file: without the scheme."""
    return url.partition("://")[2].rstrip("/")
