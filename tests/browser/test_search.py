"""The search box, as a reader uses it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser

COURT = "人民法院破解执行难"
ORCHARD = "果园春色"


def search(page: Page, query: str) -> list[str]:
    """Type *query* and give the titles found, best first."""
    box = page.get_by_role("textbox", name="搜索 Search")
    if not box.is_visible() or not page.locator("#__search").is_checked():
        page.keyboard.press("s")
    box.fill("")
    box.press("Shift")
    meta = page.locator(".md-search-result__meta")
    expect(meta).to_contain_text("输入汉字")
    box.fill(query)
    box.press("Shift")
    expect(meta).to_contain_text(r"找到")
    return [
        title.inner_text().split("\n")[0]
        for title in page.locator(".md-search-result__article h1").all()
    ]


# What a reader may type on the small site -> what is found first.
QUERIES = {
    "破解": COURT,  # a word inside a headline
    "破解执行难": COURT,  # three words in one piece
    "法院": COURT,  # a part of a longer word
    "银行": COURT,  # a word of the text
    "银行26.25元": COURT,
    "果园执行": COURT,  # never written together: both words stand in the one
    "銀行": COURT,  # traditional
    "pojie": COURT,
    "pòjiě": COURT,
    "po jie": COURT,
    "pojiezhixing": COURT,
    "zhíxíng nán": COURT,
    "fayuan": COURT,  # from the middle of a word
    "renmin": COURT,  # the beginning of a word
    "hai": COURT,  # the other reading of 还
    "lvse": COURT,
    "lǜsè": COURT,
    "xi'an": COURT,
    "GDP增长": COURT,
    "enforcement": COURT,
    "Deadlock court": COURT,
    "pear blossom": ORCHARD,
    "blossoms": ORCHARD,
    "letters": ORCHARD,
    "guoyuan chun": ORCHARD,
}


@pytest.fixture
def small_page(reader: Reader, small: str) -> Page:
    return reader.open(f"{small}index.html")


def test_every_kind_of_query_finds_its_story(small_page: Page) -> None:
    found = {query: search(small_page, query)[0] for query in QUERIES}
    assert found == QUERIES


def test_hanzi_that_come_without_a_key_are_looked_for(small_page: Page) -> None:
    small_page.keyboard.press("s")
    # As handwriting, speech or a paste by mouse: the text is there, no key was pressed.
    small_page.keyboard.insert_text("破解")
    expect(small_page.locator(".md-search-result__meta")).to_contain_text("找到")


def test_unknown_text_is_not_found(small_page: Page) -> None:
    small_page.keyboard.press("s")
    box = small_page.get_by_role("textbox", name="搜索 Search")
    box.fill("qqxzw")
    box.press("Shift")
    expect(small_page.locator(".md-search-result__meta")).to_contain_text("没有找到 Nothing found")


def test_answer_shows_the_sentence_and_its_english_with_the_match_marked(
    small_page: Page,
) -> None:
    search(small_page, "yinhang")
    answer = small_page.locator(".md-search-result__article").first
    expect(answer.locator("p").first).to_have_text("西安的老单欠了银行26.25元。")
    expect(answer.locator("p[lang=en]").first).to_have_text(
        "Old Shan from Xi'an owed the bank 26.25 yuan."
    )
    assert answer.locator("mark").all_inner_texts() == ["银行"]


def test_text_of_a_page_cannot_become_markup_in_the_answers(small_page: Page) -> None:
    search(small_page, "梨花")
    answer = small_page.locator(".md-search-result__article").first
    expect(answer.locator("p").first).to_contain_text("<b> & </script>".replace(" ", ""))
    assert answer.locator("b").count() == 0


def test_nothing_of_the_index_is_loaded_before_the_first_query(reader: Reader, small: str) -> None:
    page = reader.open(f"{small}index.html")
    page.wait_for_load_state("networkidle")
    assert not [url for url in reader.requests if url.endswith("stories.js")]
    search(page, "银行")
    assert [url for url in reader.requests if url.endswith("stories.js")]


def test_long_pinyin_is_answered_at_once(small_page: Page) -> None:
    small_page.keyboard.press("s")
    box = small_page.get_by_role("textbox", name="搜索 Search")
    box.fill("xian" * 50)
    box.press("Shift")
    expect(small_page.locator(".md-search-result__meta")).to_contain_text("没有找到", timeout=3000)


def test_answer_is_reached_by_keyboard_alone(small_page: Page) -> None:
    search(small_page, "yinhang")
    small_page.keyboard.press("ArrowDown")
    small_page.keyboard.press("Enter")
    small_page.wait_for_url("**/issues/small/s00000001.html")


def test_search_closes_with_escape(small_page: Page) -> None:
    search(small_page, "银行")
    small_page.keyboard.press("Escape")
    expect(small_page.locator("#__search")).not_to_be_checked()


# Of the sample issue: hanzi across words, a part of a word, pinyin, toned pinyin.
@pytest.mark.parametrize("query", ["末班车", "回家路近", "mobanche", "mò bān chē"])
def test_sample_is_searched_on_a_server_and_from_the_disk(
    reader: Reader, address: str, story: str, query: str
) -> None:
    page = reader.open(f"{address}{story}")
    assert any("末班车" in title for title in search(page, query))
