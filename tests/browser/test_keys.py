"""Reading by keyboard alone: which keys a story takes, and which it leaves to others."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser

OURS = ("ArrowRight", "ArrowLeft", "Escape", "t", "y", "e")
# Search, and the pages before and after: the theme's.
THEIRS = ("f", "s", "p", "n", "/", ",", ".")
_FOCUSED = "() => document.activeElement.textContent"
_COMMAND = "(pressed) => kanbaoKeys.commandOf(new KeyboardEvent('keydown', pressed))"
_IS_SEEN = """() => {
    const {top, bottom} = document.activeElement.getBoundingClientRect();
    return top >= document.querySelector('.md-header').offsetHeight && bottom <= innerHeight;
}"""


@pytest.fixture
def page(reader: Reader, hosted: str, ordinary: str) -> Page:
    return reader.open(f"{hosted}{ordinary}")


@pytest.fixture
def card(page: Page) -> Locator:
    return page.get_by_role("complementary", name="词卡 Word card")


def words(page: Page) -> Locator:
    return page.locator(".kb-text ruby")


def test_arrows_go_from_the_focused_word_to_the_next_and_back(page: Page) -> None:
    words(page).first.focus()
    visited = []
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
        visited.append(page.evaluate(_FOCUSED))
    first, second, third = (words(page).nth(place).text_content() for place in range(3))
    assert first != second
    assert visited == [second, third, second]


def test_arrows_start_with_the_first_word_in_sight(page: Page) -> None:
    words(page).first.click()
    page.keyboard.press("Escape")
    words(page).last.scroll_into_view_if_needed()
    page.keyboard.press("ArrowRight")
    assert page.evaluate(_IS_SEEN)
    assert page.evaluate("() => scrollY") > 0


def test_arrows_scroll_to_the_word_they_reach(page: Page) -> None:
    words(page).first.focus()
    for _ in range(120):
        page.keyboard.press("ArrowRight")
    assert page.evaluate(_IS_SEEN)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_card_opens_by_key_and_follows_the_arrows(page: Page, card: Locator, key: str) -> None:
    words(page).first.focus()
    page.keyboard.press(key)
    shown = card.locator(".kb-card-word")
    expect(shown).to_contain_text(words(page).first.text_content() or "?")
    page.keyboard.press("ArrowRight")
    expect(shown).to_contain_text(words(page).nth(1).text_content() or "?")


def test_focus_returns_from_the_card_to_its_word(page: Page, card: Locator) -> None:
    words(page).nth(2).click()
    card.get_by_role("button", name="关闭 Close").focus()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(words(page).nth(2)).to_be_focused()


def test_t_shows_the_english_of_the_sentence_and_hides_it(page: Page) -> None:
    sentence = page.locator(".kb-text .kb-s:has(+ .kb-ask)").first
    english = page.locator(".kb-text .kb-ask + .kb-en").first
    sentence.locator("ruby").first.focus()
    page.keyboard.press("t")
    expect(english).to_be_visible()
    expect(page.locator(".kb-text .kb-en:visible")).to_have_count(1)
    page.keyboard.press("t")
    expect(english).to_be_hidden()


@pytest.mark.parametrize(("key", "name"), [("y", "Pinyin"), ("e", "English")])
def test_key_turns_the_switch_and_leaves_the_card_open(
    page: Page, card: Locator, key: str, name: str
) -> None:
    words(page).first.click()
    switch = page.get_by_role("checkbox", name=name)
    before = switch.is_checked()
    page.keyboard.press(key)
    expect(switch).to_be_checked(checked=not before)
    expect(card).to_be_visible()
    page.reload()
    expect(switch).to_be_checked(checked=not before)


def test_keys_in_the_search_box_are_text(page: Page) -> None:
    page.keyboard.press("s")
    box = page.get_by_role("textbox", name="搜索 Search")
    expect(box).to_be_focused()
    page.keyboard.type("yet")
    page.keyboard.press("ArrowLeft")
    expect(box).to_have_value("yet")
    expect(page.get_by_role("checkbox", name="Pinyin")).not_to_be_checked()
    expect(page.locator(".kb-current")).to_have_count(0)


@pytest.mark.parametrize("modifier", ["ctrlKey", "metaKey", "altKey", "shiftKey"])
def test_keys_with_a_modifier_are_left_alone(page: Page, modifier: str) -> None:
    plain = [page.evaluate(_COMMAND, {"key": key}) for key in OURS]
    assert None not in plain
    assert {page.evaluate(_COMMAND, {"key": key, modifier: True}) for key in OURS} == {None}


def test_keys_of_the_theme_stay_its_own(page: Page) -> None:
    letters = (*THEIRS, *(key.upper() for key in THEIRS))
    assert {page.evaluate(_COMMAND, {"key": key}) for key in letters} == {None}
