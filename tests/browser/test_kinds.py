"""Poems, tables, notes and stories without a headline, as a reader sees them."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from build_tools.export.offline import build_offline_copy
from tests.browser.conftest import WIDE, Reader, Scheme, make_project, serve
from tests.browser.test_pages import violations
from tests.small_site import ROOT, build_site

pytestmark = pytest.mark.browser

PHONE = (360, 740)
SIZES = pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
PINYIN = pytest.mark.parametrize("pinyin", [False, True], ids=["bare", "pinyin"])
POEM, DECREE, TABLE, BRIEF, LAST_BRIEF = range(5)
BRIEF_NAME = "5月5日，渡口的老榆树挂上了牌子…"

# A headline that would turn the page round, and a deck that ends in letters from the right.
HOSTILE = """\
---
title: "云溪"
description: "云溪"
hide: [navigation, toc]
---

::: masthead date=2024-05-07 href=index.html
云溪(Yúnxī:place) 报(bào)
= Yunxi News
:::

::: headline
新(xīn) 桥(qiáo) \\u{202e} 通车(tōngchē) 了(le) \\u{2067}
= A new \\u{202e} bridge
:::

::: deck
牌子(páizi) 上(shàng) 写(xiě) 着(zhe) שלום
= 3 years to build
:::

::: facts hanzi=12 level=3 coverage=90 list=HSK\\s2025 kind=article
:::

::: body
好(hǎo) 。
:::

::: nav next=index.html next_title=\\u{202e}灯亮了 previous=index.html previous_title=שלום
:::
"""
_LEFTS = "(all) => all.map((one) => one.getBoundingClientRect().left)"
_TOPS = "(all) => all.map((one) => one.getBoundingClientRect().top)"
_RIGHT = """(one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return Math.max(...[...range.getClientRects()].map((box) => box.right));
}"""
_LEFT_OF_EACH_LETTER = """(one) => {
    const lefts = [];
    const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const {data} = walker.currentNode;
        for (let place = 0; place < data.length; place++) {
            const range = document.createRange();
            range.setStart(walker.currentNode, place);
            range.setEnd(walker.currentNode, place + 1);
            lefts.push(range.getBoundingClientRect().left);
        }
    }
    return lefts;
}"""
_OVERFLOW = "() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
_FONT_SIZE = "(one) => parseFloat(getComputedStyle(one).fontSize)"
_TEXT = "() => document.querySelector('#page-text').innerText"


@pytest.fixture(scope="module")
def kinds_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kinds") / "project"
    project = make_project(folder, ROOT / "tests/cases/kinds")
    page = project / "docs/issues/kinds/hostile.md"
    page.write_text(HOSTILE, encoding="utf-8", newline="\n")
    return project


@pytest.fixture(scope="module")
def site(kinds_project: Path) -> Iterator[str]:
    with serve(build_site(kinds_project)) as address:
        yield f"{address}issues/kinds/"


@pytest.fixture(scope="module")
def pages(kinds_project: Path) -> tuple[str, ...]:
    """Names of the stories' pages, in the paper's order."""
    front = (kinds_project / "docs/issues/kinds/index.md").read_text(encoding="utf-8")
    lines = [line for line in front.split("\n") if line.startswith("::: teaser")]
    return tuple(line.split("href=")[1].split(" ")[0] for line in lines)


def _open(reader: Reader, address: str, size: tuple[int, int], *, pinyin: bool) -> Page:
    page = reader.open(address, size=size)
    page.get_by_role("checkbox", name="Pinyin").set_checked(pinyin)
    return page


@SIZES
@PINYIN
def test_poem_has_a_line_for_each_verse_and_gaps_between_stanzas(
    reader: Reader, site: str, pages: tuple[str, ...], size: tuple[int, int], *, pinyin: bool
) -> None:
    page = _open(reader, f"{site}{pages[POEM]}", size, pinyin=pinyin)
    lines = page.locator(".kb-verse > div")
    assert lines.count() == 6
    tops = lines.evaluate_all(_TOPS)
    gaps = [below - above for above, below in pairwise(tops)]
    between_stanzas, line = gaps.pop(3), gaps[0]
    assert gaps == pytest.approx([line] * 4, abs=1)
    assert between_stanzas > 1.3 * line
    lefts = page.locator(".kb-verse > div > .kb-s > :first-child").evaluate_all(_LEFTS)
    assert max(lefts) - min(lefts) <= 1
    assert page.evaluate(_OVERFLOW) <= 1


@SIZES
@PINYIN
def test_columns_of_a_table_stand_under_each_other(
    reader: Reader, site: str, pages: tuple[str, ...], size: tuple[int, int], *, pinyin: bool
) -> None:
    page = _open(reader, f"{site}{pages[TABLE]}", size, pinyin=pinyin)
    lefts = [
        row.locator(".kb-cell").evaluate_all(_LEFTS) for row in page.locator(".kb-list > li").all()
    ]
    assert [len(row) for row in lefts] == [4] * 4
    for column in zip(*lefts, strict=True):
        assert max(column) - min(column) <= 1
    assert page.evaluate(_OVERFLOW) <= 1


@SIZES
def test_signature_is_small_and_stands_at_the_right(
    reader: Reader, site: str, pages: tuple[str, ...], size: tuple[int, int]
) -> None:
    page = _open(reader, f"{site}{pages[DECREE]}", size, pinyin=True)
    text = page.locator(".kb-text")
    box = text.bounding_box()
    assert box is not None
    notes = page.locator(".kb-note")
    assert notes.count() == 2
    for note in notes.all():
        assert box["x"] + box["width"] - note.evaluate(_RIGHT) <= 12
        assert note.evaluate(_FONT_SIZE) < text.evaluate(_FONT_SIZE)


def test_words_of_notes_verses_and_rows_have_cards(
    reader: Reader, site: str, pages: tuple[str, ...]
) -> None:
    shown = {
        DECREE: ("县　长", "county's head"),
        POEM: ("渡船", "ferry"),
        TABLE: ("码头", "wharf"),
        BRIEF: ("江月", "reporter"),
    }
    for place, (word, meaning) in shown.items():
        page = reader.open(f"{site}{pages[place]}")
        page.locator(".kb-text ruby", has_text=word).first.click()
        card = page.get_by_role("complementary", name="词卡 Word card")
        expect(card).to_contain_text(meaning)


@pytest.mark.parametrize("place", [POEM, DECREE, TABLE])
def test_english_of_a_line_opens_under_it(
    reader: Reader, site: str, pages: tuple[str, ...], place: int
) -> None:
    page = reader.open(f"{site}{pages[place]}")
    mark = page.locator(".kb-text .kb-ask").last
    english = page.locator(".kb-text .kb-ask + .kb-en").last
    expect(english).to_be_hidden()
    mark.click()
    expect(english).to_be_visible()
    line, below = page.locator(".kb-text .kb-s > *").last.bounding_box(), english.bounding_box()
    assert line is not None
    assert below is not None
    assert below["y"] >= line["y"] + line["height"] / 2


def test_story_without_a_headline_has_one_name(
    reader: Reader, site: str, pages: tuple[str, ...]
) -> None:
    page = reader.open(f"{site}{pages[BRIEF]}")
    assert page.title().startswith(BRIEF_NAME)
    expect(page.locator("h1")).to_have_text(BRIEF_NAME)
    page.goto(f"{site}{pages[LAST_BRIEF]}")
    expect(page.locator(".kb-nav a[rel=prev]")).to_contain_text(BRIEF_NAME)
    page.goto(f"{site}index.html")
    expect(page.locator(f".kb-teaser a[href='{pages[BRIEF]}']")).to_have_text(BRIEF_NAME)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_has_nothing_to_say(
    reader: Reader, site: str, pages: tuple[str, ...], scheme: Scheme
) -> None:
    page = reader.open(f"{site}index.html", size=PHONE, scheme=scheme)
    assert violations(page) == []
    for name in pages:
        page.goto(f"{site}{name}")
        page.keyboard.press("e")
        assert violations(page) == []


def test_offline_copy_has_the_same_text(
    reader: Reader, site: str, kinds_project: Path, pages: tuple[str, ...]
) -> None:
    copy = build_offline_copy(kinds_project, kinds_project / "dist", "kanbao")
    offline = f"{copy.folder.resolve().as_uri()}/issues/kinds/"
    for name in pages:
        texts = [reader.open(f"{base}{name}").evaluate(_TEXT) for base in (site, offline)]
        assert texts[0] == texts[1]


def test_letters_that_turn_text_round_turn_nothing_round(reader: Reader, site: str) -> None:
    page = reader.open(f"{site}hostile.html")
    lefts = page.locator("h1").evaluate(_LEFT_OF_EACH_LETTER)
    assert lefts == sorted(lefts)
    chinese, english = page.locator(".kb-deck > span").all()
    first, second = chinese.bounding_box(), english.bounding_box()
    assert first is not None
    assert second is not None
    # Without isolation the figure of the English line would stand before the Hebrew word.
    assert second["x"] >= first["x"] + first["width"] - 1
    lefts = page.locator(".kb-nav a[rel=next] span").last.evaluate(_LEFT_OF_EACH_LETTER)
    assert lefts == sorted(lefts)
