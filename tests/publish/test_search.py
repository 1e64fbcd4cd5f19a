"""What the search index holds."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from build_tools.publish.search import (
    SearchPage,
    format_index,
    read_generated,
    read_written,
)
from build_tools.publish.syllables import split_spelling
from tests.small_site import COURT_STORY, FRONT_PAGE, HOME, ORCHARD_STORY

STORY = "issues/small/s00000001.html"


def court_story() -> SearchPage:
    page = read_generated(COURT_STORY, STORY)
    assert page is not None
    return page


def index_of(*pages: SearchPage) -> Mapping[str, object]:
    script = format_index(pages)
    parsed: Mapping[str, object] = json.loads(
        script.removeprefix("var kanbaoIndex = ").removesuffix(";\n")
    )
    return parsed


def test_story_is_indexed_as_pure_hanzi_beside_its_english() -> None:
    page = court_story()
    assert page.title == "人民法院破解执行难"
    assert page.english == "Court breaks the enforcement deadlock"
    assert page.text[1] == (
        "西安的老单欠了银行26.25元。",
        "Old Shan from Xi'an owed the bank 26.25 yuan.",
    )


def test_sentence_without_english_keeps_its_place() -> None:
    assert court_story().text[-1] == ("GDP增长了，绿色果园也多了。", "")


def test_tables_of_words_are_not_indexed() -> None:
    assert not any("people's court" in english for _, english in court_story().text)


def test_every_reading_of_an_unsure_word_is_searchable() -> None:
    assert {("还", "huán"), ("还", "hái")} <= court_story().readings


def test_words_are_spelled_by_syllable_without_tones() -> None:
    words = index_of(court_story())["words"]
    assert isinstance(words, list)
    assert {"人民法院 ren min fa yuan", "西安 xi an", "绿色 lv se", "老单 lao shan"} <= set(words)


def test_traditional_hanzi_of_the_glossary_lead_to_the_simplified() -> None:
    assert index_of(court_story())["variants"] == {"執": "执", "難": "难", "銀": "银"}


def test_home_page_is_not_indexed_and_a_front_page_only_by_name() -> None:
    assert read_generated(HOME, "index.html") is None
    page = read_generated(FRONT_PAGE, "issues/small/index.html")
    assert page is not None
    assert (page.title, page.text) == ("云溪报 2026年3月20日", ())


def test_story_without_a_headline_is_found_by_its_pages_title() -> None:
    start = COURT_STORY.index("::: headline")
    end = COURT_STORY.index("::: byline")
    page = read_generated(COURT_STORY[:start] + COURT_STORY[end:], STORY)
    assert page is not None
    assert page.title == "人民法院破解执行难"
    assert page.english == ""


def test_written_page_pairs_a_paragraph_with_the_english_after_it() -> None:
    html = (
        '<article class="md-content__inner md-typeset"><h1>帮助 <span lang="en">Help</span></h1>'
        '<p>点一个词 &amp; 看。</p><p lang="en">Tap a word.</p><p lang="en">More.</p></article>'
    )
    page = read_written(html, "help.html")
    assert page is not None
    assert (page.title, page.english) == ("帮助", "Help")
    assert page.text == (("点一个词 & 看。", "Tap a word."), ("", "More."))


def test_newer_issue_stands_first() -> None:
    old = SearchPage(location="a.html", title="旧", date="2025-01-01")
    new = SearchPage(location="b.html", title="新", date="2026-03-20")
    undated = SearchPage(location="0.html", title="无")
    assert format_index([undated, old, new]) == format_index([new, undated, old])
    written = format_index([undated, old, new])
    assert written.index("新") < written.index("旧") < written.index("无")


def test_index_is_utf8_not_escapes() -> None:
    assert "人民法院" in format_index([court_story()])


def test_text_cannot_leave_the_script() -> None:
    orchard = read_generated(ORCHARD_STORY, "issues/small/s00000002.html")
    assert orchard is not None
    assert orchard.text[0][0].startswith("梨花一枝春带雨，<b>&</script>")
    assert index_of(orchard)["pages"]


def test_letters_that_turn_text_round_are_not_in_the_index() -> None:
    hostile = COURT_STORY.replace("人民法院(rénmín fǎyuàn) 破解", r"\u{202e}人民法院(y) 破解")
    page = read_generated(hostile.replace("he said", r"\u{2066}"), STORY)
    assert page is not None
    assert page.title == "\ufffd人民法院破解执行难"
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", format_index([page]))


@pytest.mark.parametrize(
    ("spelling", "count", "syllables"),
    [
        ("xi'an", 2, ("xi", "an")),  # 西安
        ("xian", 1, ("xian",)),  # 先
        ("renmin fayuan", 4, ("ren", "min", "fa", "yuan")),
        ("qian-fang-bai-ji", 4, ("qian", "fang", "bai", "ji")),  # an idiom
        ("huar", 2, ("hua", "r")),  # 花儿
        ("nv'er", 2, ("nv", "er")),  # 女儿
        ("ouyang", 2, ("ou", "yang")),
        ("tixu", 3, ("tixu",)),  # a word with letters in it: one piece
    ],
)
def test_spelling_is_split_into_its_syllables(
    spelling: str, count: int, syllables: tuple[str, ...]
) -> None:
    assert split_spelling(spelling, count) == syllables


def test_built_site_has_the_index(small_project: Path) -> None:
    script = (small_project / "site/search/stories.js").read_text(encoding="utf-8")
    assert script.startswith('var kanbaoIndex = {"words":[')
