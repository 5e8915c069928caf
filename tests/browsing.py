"""Real Chromium on a running service, for the tests of test_browser_*.py."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

ROOT = Path(__file__).parent.parent
AXE = ROOT / "web" / "assets" / "node_modules" / "axe-core" / "axe.min.js"
SERVE = "import sys; from pathlib import Path; from web.server import serve; "
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (320, 640, 1280)
# Without a process that would draw in software what a graphics card is made for.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-software-rasterizer"]
# Which element a click in the middle of what is in view of the focused one would reach: it may
# not be hidden entirely (WCAG 2.2, 2.4.11). Of a text box the browser brings the caret in view.
COVERED = """() => {
  const focused = document.activeElement;
  const boxes = [...focused.getClientRects()].filter((box) => box.width && box.height);
  if (!boxes.length) return "is not shown";
  const box = boxes[0];
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [above, below] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  if (left >= right || above >= below) return "is out of view";
  const [x, y] = [(left + right) / 2, (above + below) / 2];
  const top = document.elementFromPoint(x, y);
  return focused.contains(top) || top?.contains(focused) ? "" : "is covered";
}"""
DESCRIBED = """() => {
  const focused = document.activeElement;
  return focused === document.body ? "" : `${focused.tagName} ${focused.id} ${focused.textContent}`;
}"""


@dataclass
class Visit:
    """A page in Chromium, and what went wrong on it: errors, and requests to other hosts."""

    page: Page
    address: str
    troubles: list[str] = field(default_factory=list)

    def open(self, path: str = "/") -> Page:
        self.page.goto(self.address + path)
        return self.page

    def ask(self, question: str) -> Page:
        """Type a question, press Ask and wait for what comes of it."""
        self.page.fill("#question", question)
        with self.page.expect_response(lambda response: response.url.endswith("/ask")):
            self.page.click(".minuted-ask button[type=submit]")
        self.page.wait_for_selector("main:not([aria-busy]) #answer")
        return self.page

    def violations(self) -> list[str]:
        """What axe-core finds wrong with the page as it stands."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        options = {"runOnly": STANDARDS}
        found: dict[str, Any] = self.page.evaluate("options => axe.run(document, options)", options)
        return [
            f"{each['id']}: {node['html'][:200]}"
            for each in found["violations"]
            for node in each["nodes"]
        ]

    def at_every_width(self) -> Iterator[int]:
        """Show the page as it stands at one width after another."""
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 800})
            yield width

    def scrolls_sideways(self) -> bool:
        return bool(self.page.evaluate("document.documentElement.scrollWidth > innerWidth"))

    def walk(self, most: int = 200) -> Iterator[tuple[str, str]]:
        """Go through the page with the Tab key: each element, and why it cannot be seen."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            element = " ".join(str(self.page.evaluate(DESCRIBED)).split())
            if not element:
                return
            yield element, str(self.page.evaluate(COVERED))

    def watch(self) -> None:
        self.page.on("console", lambda said: self._note(said.text, said.type == "error"))
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("request", self._note_host)

    def _note(self, text: str, is_error: bool) -> None:
        if is_error:
            self.troubles.append(text)

    def _note_host(self, request: Request) -> None:
        if not request.url.startswith(self.address):
            self.troubles.append(f"asked for {request.url}")


@pytest.fixture(scope="session")
def service(built_folder: Path) -> Iterator[str]:
    """The address of the service, run as ``minuted serve`` runs it."""
    with served(built_folder) as address:
        yield address


@pytest.fixture(scope="session")
def series_service(series_folder: Path) -> Iterator[str]:
    """The address of a service of three meetings of one board."""
    with served(series_folder) as address:
        yield address


@contextmanager
def served(folder: Path, **settings: str) -> Iterator[str]:
    """The address of a service with its own settings."""
    command = [
        sys.executable,
        "-c",
        f"{SERVE} serve(Path(sys.argv[1]), '127.0.0.1', 0)",
        str(folder),
    ]
    environment = {"MINUTED_REQUESTS_PER_MINUTE": "0", "PATH": "", **settings}
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout
        found = re.search(r"http://\S+", process.stdout.readline())
        assert found
        yield found[0]
    finally:
        process.terminate()
        process.communicate(timeout=20)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; ``make test`` installs it where it can."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield launched
        launched.close()


@contextmanager
def visiting(browser: Browser, address: str, width: int = 1280, **options: Any) -> Iterator[Visit]:
    """A new visitor, of whom the browser knows nothing; troubles fail the test at the end."""
    context = browser.new_context(viewport={"width": width, "height": 800}, **options)
    visit = Visit(context.new_page(), address)
    visit.watch()
    yield visit
    assert visit.troubles == []
    assert context.cookies() == []
    context.close()
