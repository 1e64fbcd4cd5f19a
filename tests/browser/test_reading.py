"""Reading a story: switches, word card, copies, keyboard, print."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser

PHONE = (360, 740)
_PINYIN_SHOWN = "() => getComputedStyle(document.querySelector('.kb-text rt')).display !== 'none'"
_ENGLISH_SHOWN = (
    "() => getComputedStyle(document.querySelector('.kb-text .kb-en')).display !== 'none'"
)
_COPY = """() => {
    const text = document.querySelector('.kb-text p');
    const range = document.createRange();
    range.selectNodeContents(text);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return getSelection().toString();
}"""
_LINE_HEIGHTS = """() => [...document.querySelectorAll('.kb-text .kb-body')].map((one) => {
    const {height} = one.getBoundingClientRect();
    const lines = height / parseFloat(getComputedStyle(one).lineHeight);
    return height / Math.round(lines);
})"""


@pytest.fixture
def page(reader: Reader, address: str, ordinary: str) -> Page:
    return reader.open(f"{address}{ordinary}")


@pytest.mark.parametrize(
    ("name", "shown"), [("Pinyin", _PINYIN_SHOWN), ("English", _ENGLISH_SHOWN)]
)
def test_switch_works_and_stays(
    page: Page, address: str, stories: tuple[str, ...], name: str, shown: str
) -> None:
    before = page.evaluate(shown)
    page.get_by_role("checkbox", name=name).click()
    assert page.evaluate(shown) is not before
    page.reload()
    assert page.evaluate(shown) is not before
    page.goto(f"{address}{stories[-1]}")
    assert page.evaluate(shown) is not before


def test_switch_works_without_scripts(reader: Reader, hosted: str, ordinary: str) -> None:
    page = reader.open(f"{hosted}{ordinary}", scripts=False)
    rt = page.locator(".kb-text rt").first
    switch = page.get_by_role("checkbox", name="Pinyin")
    before = rt.evaluate("(one) => getComputedStyle(one).display")
    switch.click()
    assert rt.evaluate("(one) => getComputedStyle(one).display") != before


def test_lines_stand_as_far_apart_with_pinyin_as_without(page: Page) -> None:
    without = set(page.evaluate(_LINE_HEIGHTS))
    page.get_by_role("checkbox", name="Pinyin").click()
    assert max(page.evaluate(_LINE_HEIGHTS)) - min(without) <= 1


def test_copied_text_is_pure_hanzi_with_pinyin_shown(page: Page) -> None:
    without = page.evaluate(_COPY)
    page.get_by_role("checkbox", name="Pinyin").click()
    assert page.evaluate(_COPY) == without
    assert not any("\u0100" <= letter <= "\u01dc" for letter in without)


def test_title_and_headline_are_pure_hanzi(page: Page) -> None:
    headline = page.locator("h1").text_content() or ""
    assert headline
    assert page.title().startswith(headline)
    assert not any("a" <= letter <= "z" for letter in headline)


def test_tapped_word_shows_its_card_and_escape_closes_it(page: Page) -> None:
    word = page.locator(".kb-text ruby").nth(3)
    word.click()
    card = page.get_by_role("complementary", name="词卡 Word card")
    expect(card).to_be_visible()
    expect(card).to_contain_text(word.text_content() or "?")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_card_on_a_phone_does_not_cover_its_word(
    reader: Reader, hosted: str, ordinary: str
) -> None:
    page = reader.open(f"{hosted}{ordinary}", size=PHONE)
    word = page.locator(".kb-text ruby").nth(10)
    word.click(position={"x": 4, "y": 8})
    card = page.get_by_role("complementary", name="词卡 Word card")
    expect(card).to_be_visible()
    below, above = card.bounding_box(), word.bounding_box()
    assert below is not None
    assert above is not None
    assert above["y"] + above["height"] <= below["y"] + 1


def test_tap_elsewhere_closes_the_card_and_a_tap_inside_does_not(page: Page) -> None:
    page.locator(".kb-text ruby").nth(3).click()
    card = page.get_by_role("complementary", name="词卡 Word card")
    card.locator(".kb-card-pinyin").click()
    expect(card).to_be_visible()
    page.locator(".kb-facts").first.click()
    expect(card).to_be_hidden()


def test_mark_after_a_sentence_shows_its_english_and_hides_it(page: Page) -> None:
    mark = page.locator(".kb-text .kb-ask").nth(1)
    english = page.locator(".kb-text .kb-ask + .kb-en").nth(1)
    for is_open in (True, False):
        mark.click()
        expect(english).to_be_visible(visible=is_open)
        expect(mark).to_have_attribute("aria-expanded", str(is_open).lower())


def test_choice_holds_before_the_scripts_have_come(
    reader: Reader, hosted: str, ordinary: str
) -> None:
    page = reader.open(f"{hosted}{ordinary}")
    page.get_by_role("checkbox", name="Pinyin").click()
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/bundle.*.js", hold)
    page.goto(f"{hosted}{ordinary}", wait_until="commit")
    page.locator(".kb-text rt").first.wait_for(state="attached")
    assert page.evaluate(_PINYIN_SHOWN)
    waiting[0].continue_()
    page.wait_for_load_state()


def test_few_stops_of_the_tab_key_lead_through_a_long_story(
    reader: Reader, hosted: str, story: str
) -> None:
    page = reader.open(f"{hosted}{story}")
    stops = page.evaluate(
        "() => [...document.querySelectorAll('.kb-head *, .kb-text *, .kb-switches *')]"
        ".filter((one) => one.tabIndex >= 0).length"
    )
    assert stops <= 40


def test_printed_story_has_its_text_and_no_switches(
    reader: Reader, hosted: str, ordinary: str
) -> None:
    page = reader.open(f"{hosted}{ordinary}")
    page.emulate_media(media="print")
    expect(page.locator(".kb-text p").first).to_be_visible()
    expect(page.locator(".kb-switches")).to_be_hidden()
    expect(page.locator(".md-header")).to_be_hidden()


def test_printed_story_has_the_english_that_is_switched_on(
    reader: Reader, hosted: str, ordinary: str
) -> None:
    page = reader.open(f"{hosted}{ordinary}")
    page.emulate_media(media="print")
    english = page.locator(".kb-text .kb-en").first
    expect(english).to_be_hidden()
    page.keyboard.press("e")
    expect(english).to_be_visible()
