"""Every kind of page: nothing for axe to say, nothing wider than a phone, all of it readable."""

from importlib import resources

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import WIDE, Reader, Scheme

pytestmark = pytest.mark.browser

PHONE = (320, 640)
LANDSCAPE = (740, 360)
FRONT = "issues/sample/index.html"
KINDS = ("index.html", FRONT, "story", "help.html", "about.html", "404.html")
# WCAG 2.2 A and AA, and what axe calls best practice.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# What a reader may set, and nothing may be lost. Source: WCAG 2.2, 1.4.12.
TEXT_SPACING = """
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }
"""
_MIN_KEPT = 0.98
_OVERFLOW = "() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
_TEXT = "() => document.querySelector('#page-text').textContent.replace(/\\s+/g, '')"


_OPEN_ALL = "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })"
# Its Python wrapper has no types; the script it ships is all that is needed.
_AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
_RUN_AXE = """async ([part, tags]) => {
    const {violations} = await axe.run(part, {
        runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], preload: false,
    });
    return violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 160)}`);
}"""


def violations(page: Page, part: str = "html") -> list[str]:
    """What axe has to say about *part* of the page, with every `<details>` open."""
    page.evaluate(_OPEN_ALL)
    page.evaluate(_AXE)
    found: list[str] = page.evaluate(_RUN_AXE, [part, TAGS])
    return found


def path_of(kind: str, ordinary: str) -> str:
    return ordinary if kind == "story" else kind


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_has_nothing_to_say(
    reader: Reader, hosted: str, ordinary: str, kind: str, scheme: Scheme
) -> None:
    page = reader.open(f"{hosted}{path_of(kind, ordinary)}", scheme=scheme)
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_has_nothing_to_say_about_an_open_search(
    reader: Reader, address: str, ordinary: str, scheme: Scheme
) -> None:
    page = reader.open(f"{address}{ordinary}", scheme=scheme)
    page.keyboard.press("s")
    page.get_by_role("textbox", name="搜索 Search").fill("车")
    page.keyboard.press("Shift")
    page.locator(".md-search-result__article").first.wait_for()
    assert violations(page, ".md-header") == []


@pytest.mark.parametrize("kind", KINDS)
def test_axe_has_nothing_to_say_on_a_phone_and_nothing_is_wider(
    reader: Reader, hosted: str, ordinary: str, kind: str
) -> None:
    page = reader.open(f"{hosted}{path_of(kind, ordinary)}", size=PHONE)
    assert violations(page) == []
    assert page.evaluate(_OVERFLOW) <= 1


@pytest.mark.parametrize("size", [PHONE, LANDSCAPE], ids=["phone", "landscape"])
def test_no_story_is_wider_than_the_screen(
    reader: Reader, hosted: str, stories: tuple[str, ...], size: tuple[int, int]
) -> None:
    page = reader.open(f"{hosted}{stories[0]}", size=size)
    wide = {}
    for story in stories:
        page.goto(f"{hosted}{story}")
        page.evaluate(_OPEN_ALL)
        beyond = page.evaluate(_OVERFLOW)
        page.add_style_tag(content=TEXT_SPACING)
        if (most := max(beyond, page.evaluate(_OVERFLOW))) > 1:
            wide[story] = most
    assert wide == {}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "404.html"])
def test_page_from_the_disk_is_the_same_as_on_a_server(
    reader: Reader, hosted: str, offline: str, ordinary: str, kind: str
) -> None:
    path = path_of(kind, ordinary)
    texts = [reader.open(f"{base}{path}").evaluate(_TEXT) for base in (hosted, offline)]
    assert texts[0] == texts[1]


@pytest.mark.parametrize("kind", ["index.html", FRONT, "story"])
def test_all_text_is_there_without_scripts(
    reader: Reader, address: str, ordinary: str, kind: str
) -> None:
    path = path_of(kind, ordinary)
    with_scripts = reader.open(f"{address}{path}").evaluate(_TEXT)
    page = reader.open(f"{address}{path}", scripts=False)
    without = page.locator("#page-text").text_content() or ""
    assert len("".join(without.split())) >= _MIN_KEPT * len(with_scripts)


def test_pages_are_told_apart_by_their_titles(reader: Reader, hosted: str, ordinary: str) -> None:
    page = reader.open(f"{hosted}index.html")
    titles = set()
    for kind in KINDS:
        page.goto(f"{hosted}{path_of(kind, ordinary)}")
        titles.add(page.title())
    assert len(titles) == len(KINDS)


def test_first_tab_stop_leads_to_the_text(reader: Reader, hosted: str, ordinary: str) -> None:
    page = reader.open(f"{hosted}{ordinary}")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent").startswith("跳到正文")
    page.keyboard.press("Enter")
    page.wait_for_url("**#page-text")


@pytest.mark.parametrize("size", [PHONE, LANDSCAPE, WIDE], ids=["phone", "landscape", "wide"])
def test_pages_of_the_site_are_reached_by_tab_and_seen(
    reader: Reader, hosted: str, ordinary: str, size: tuple[int, int]
) -> None:
    page = reader.open(f"{hosted}{ordinary}", size=size)
    links = page.get_by_role("navigation", name="本站 This site").get_by_role("link")
    expect(links).to_have_count(3)
    reached = set()
    for _ in range(6):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("() => document.activeElement.getAttribute('href')"))
    for link in links.all():
        expect(link).to_be_in_viewport(ratio=1)
        assert link.get_attribute("href") in reached


def test_dark_is_chosen_once_and_stays(reader: Reader, address: str, ordinary: str) -> None:
    page = reader.open(f"{address}index.html")
    page.get_by_title("深色 Dark").click()
    page.goto(f"{address}{ordinary}")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_every_link_of_the_front_page_opens_from_the_disk(reader: Reader, offline: str) -> None:
    page = reader.open(f"{offline}{FRONT}")
    hrefs = page.evaluate("() => [...document.querySelectorAll('article a')].map((a) => a.href)")
    assert len(hrefs) > 3
    for href in dict.fromkeys(hrefs):
        page.goto(href)
        assert page.locator("h1").count() == 1
