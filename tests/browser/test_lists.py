"""Words to learn: key words, the glossary and its order."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser

_WORDS = "() => [...document.querySelectorAll('.kb-glossary tbody tr')].map((row) => row.id)"
_COLUMN = """(at) => [...document.querySelectorAll('.kb-glossary tbody tr')]
    .map((row) => parseInt(row.cells[at].textContent, 10) || 99)"""
_LEVEL = 2
_TIMES = 3
# Where a switch lies over a list, at any place of the page: the words it covers.
_COVERED = """() => {
    const covered = [];
    for (let y = 0; y < document.body.scrollHeight; y += 300) {
        scrollTo(0, y);
        const over = document.querySelector('.kb-switches').getBoundingClientRect();
        for (const cell of document.querySelectorAll('.kb-table :is(th, td, caption)')) {
            const at = cell.getBoundingClientRect();
            const apart = at.right <= over.left || at.left >= over.right
                || at.bottom <= over.top || at.top >= over.bottom;
            if (!apart) covered.push(cell.textContent);
        }
    }
    return covered;
}"""
# Thirteen characters, one word: 全国人民代表大会常务委员会, the Standing Committee.
_PUT_LONG_WORD = """() => {
    const word = `<ruby class="kb-long"><span>全国人民代表大会常务委员会</span>` +
        `<rt data-py="Quánguó Rénmín Dàibiǎo Dàhuì Chángwù Wěiyuánhuì"></rt></ruby>`;
    document.querySelector('h1').insertAdjacentHTML('afterbegin', word);
    document.querySelector('.kb-keywords dt').innerHTML = word;
}"""
_ROOM_FOR_MEANING = "() => document.querySelector('.kb-keywords dd').offsetWidth"
_OVERFLOW = "() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def page(reader: Reader, address: str, ordinary: str) -> Page:
    return reader.open(f"{address}{ordinary}")


def test_glossary_is_sorted_by_level_by_times_and_back(page: Page) -> None:
    as_printed = page.evaluate(_WORDS)
    page.get_by_role("button", name="Level").click()
    levels = page.evaluate(_COLUMN, _LEVEL)
    assert all(one <= other for one, other in pairwise(levels))
    page.get_by_role("button", name="Times").click()
    times = page.evaluate(_COLUMN, _TIMES)
    assert all(one >= other for one, other in pairwise(times))
    expect(page.locator(".kb-sort [aria-pressed=true]")).to_contain_text("Times")
    page.get_by_role("button", name="As they appear").click()
    assert page.evaluate(_WORDS) == as_printed


def test_card_leads_to_its_row_of_the_glossary(page: Page) -> None:
    word = page.locator(".kb-text ruby:not(.kb-name)").first
    word.click()
    page.locator(".kb-card a").click()
    row = page.locator(".kb-table tr:target")
    expect(row).to_be_in_viewport()
    expect(row.locator("th")).to_contain_text(word.text_content() or "?")


def test_switches_cover_no_list_on_a_wide_screen(
    reader: Reader, hosted: str, ordinary: str
) -> None:
    page = reader.open(f"{hosted}{ordinary}", size=(1440, 900))
    assert page.evaluate(_COVERED) == []


def test_long_word_leaves_the_page_no_wider_and_its_meaning_room(
    reader: Reader, hosted: str, ordinary: str
) -> None:
    page = reader.open(f"{hosted}{ordinary}", size=(320, 640))
    page.evaluate(_PUT_LONG_WORD)
    assert page.evaluate(_OVERFLOW) <= 1
    assert page.evaluate(_ROOM_FOR_MEANING) >= 100
