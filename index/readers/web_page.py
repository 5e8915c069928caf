"""What a web site puts around the minutes on a page: menus, banners, notices, footers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from index.minutes import LeftOut
from index.readers.inline import collapse

HEAD, FOOT, MENU, NOTICE = "head of the web site", "foot of the web site", "menu", "notice"
BESIDE = "beside the content of the web page"
BY_TAG = {"nav": MENU, "dialog": NOTICE, "button": "form", "select": "form", "textarea": "form"}
BY_ROLE = {
    "navigation": MENU,
    "search": "form",
    "banner": HEAD,
    "contentinfo": FOOT,
    "complementary": BESIDE,
    "dialog": NOTICE,
    "alertdialog": NOTICE,
}
# Names that web sites give to such parts, as words of a class or an id.
BY_NAME = {
    NOTICE: re.compile(r"(?:^|[\s_-])(?:cookies?|gdpr)(?:$|[\s_-])", re.IGNORECASE),
    MENU: re.compile(
        r"(?:^|[\s_-])(?:breadcrumbs?|skip-?(?:link|to|nav)\w*|nav(?:bar|links?|igation)?|share-this|addthis)"
        r"(?:$|[\s_-])",
        re.IGNORECASE,
    ),
}
# Where a page stands within its site, step by step, and how that says so.
STEPS = re.compile(r"breadcrumb", re.IGNORECASE)
STEP = re.compile(r"\s*[>»›→/|]\s*")
SITE = (
    "//meta[@property='og:site_name' or @name='application-name']/@content",
    "//header//*[self::h1 or contains(@class, 'site-title') or contains(@class, 'logo')]//text()",
)
CONTENT = ("main", "article", "section", "td")


def take_off(body: Any) -> Iterator[LeftOut]:
    """Take the furniture off a page's body, in place, and yield what was taken."""
    most = len(_words(body).split()) / 2
    waiting = list(body)[::-1]
    while waiting:
        element = waiting.pop()
        if not isinstance(element.tag, str):
            continue
        reason = _reason(element)
        words = _words(element) if reason else ""
        # What holds most of the page holds the minutes, whatever it is called.
        if reason and len(words.split()) < most:
            yield from _take(element, words, reason)
        else:
            waiting.extend(list(element)[::-1])
    main = _main(body)
    if main is not None:
        yield from _take_around(main, body)


def said_around(root: Any) -> Iterator[tuple[str, str]]:
    """What a page says of itself around the minutes, by key: the way to it and the site."""
    ways = (
        element
        for element in root.iter("nav", "ol", "ul", "div", "p")
        if STEPS.search(f"{element.get('class', '')} {element.get('id', '')}")
    )
    way = next(ways, None)
    if way is not None:
        steps = [step for text in way.itertext() for step in STEP.split(collapse(text)) if step]
        yield "breadcrumb", " > ".join(steps)
    names = (collapse(name) for path in SITE for name in root.xpath(path))
    yield from (("site", name) for name in list(filter(None, names))[:1])


def _reason(element: Any) -> str:
    """Why an element is no part of the minutes; empty where it may be one."""
    tag = element.tag
    if tag in {"header", "footer"} and next(element.iterancestors(*CONTENT), None) is None:
        return HEAD if tag == "header" else FOOT
    names = f"{element.get('class', '')} {element.get('id', '')}"
    named = next((reason for reason, name in BY_NAME.items() if name.search(names)), "")
    return named or BY_TAG.get(tag, "") or BY_ROLE.get(element.get("role", ""), "")


def _main(body: Any) -> Any:
    """The element that is marked as the page's content, where it holds most of what is left."""
    most = len(_words(body).split()) / 2
    marked = body.xpath(".//main | .//*[@role='main']") or body.xpath(".//article")
    return next((each for each in marked if len(_words(each).split()) > most), None)


def _take_around(main: Any, body: Any) -> Iterator[LeftOut]:
    around = main
    while around is not body:
        before = list(around.itersiblings(preceding=True))[::-1]
        for sibling in [*before, *around.itersiblings()]:
            if isinstance(sibling.tag, str) and not sibling.xpath("descendant-or-self::h1"):
                yield from _take(sibling, _words(sibling), BESIDE)
        around = around.getparent()


def _take(element: Any, words: str, reason: str) -> Iterator[LeftOut]:
    element.drop_tree()
    if words:
        yield LeftOut(words, reason, furniture=True)


def _words(element: Any) -> str:
    texts = element.xpath(
        "descendant-or-self::*[not(self::script or self::style or self::template"
        " or self::noscript)]/text()"
    )
    return collapse(" ".join(texts))
