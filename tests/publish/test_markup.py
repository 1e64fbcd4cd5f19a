"""Text to HTML: nothing that is read can become markup, and nothing of it is lost."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from build_tools.publish import markup, markup_words
from build_tools.publish.markup import REPLACEMENT, clean, element, english, text
from build_tools.publish.markup_heads import link
from build_tools.publish.markup_words import LONG_WORD, PageIds, spell, word
from build_tools.publish.notation import NotatedWord, NotationError, parse_words

# Every code point, lone surrogates and noncharacters too.
ANY_TEXT = st.text(st.characters(exclude_categories=()))


class TextReader(HTMLParser):
    """Reads HTML back: its text, its tags, its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[str] = []
        self.attributes: dict[str, str] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name: value or "" for name, value in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


@given(ANY_TEXT)
def test_any_text_reads_back_as_text(content: str) -> None:
    read = TextReader(element("p", content))
    assert read.tags == ["p"]
    assert read.text == clean(content)


@given(ANY_TEXT)
def test_any_text_reads_back_from_an_attribute(content: str) -> None:
    read = TextReader(element("rt", data_py=content))
    assert read.attributes == {"data-py": clean(content)}
    assert read.tags == ["rt"]


@given(ANY_TEXT)
def test_page_can_always_be_written_as_utf_8(content: str) -> None:
    element("p", content).encode()


@pytest.mark.parametrize(
    "forbidden",
    [
        "\x00",
        "\x02",  # STX, which begins Python-Markdown's own placeholders
        "\x0b",
        "\r",
        "\x85",
        "\ud800",
        "\ufdd0",
        "\U0010ffff",
        "\u202e",  # right-to-left override
        "\u2066",  # left-to-right isolate
    ],
)
def test_what_html_forbids_or_reverses_text_shows_as_replacement(forbidden: str) -> None:
    assert text(f"破{forbidden}解") == f"破{REPLACEMENT}解"


def test_attribute_without_value_is_left_out() -> None:
    assert element("p", class_=None, id="") == '<p id=""></p>'


def test_hanzi_in_english_keep_their_language() -> None:
    assert english("see 女红, 2") == (
        '<span lang="en">see <span lang="zh-Hans">女红</span>, 2</span>'
    )


def test_markup_is_made_in_one_module() -> None:
    makers = {
        path.name
        for path in Path(markup.__file__).parent.glob("*.py")
        if re.search(r"\bMarkup\(", path.read_text(encoding="utf-8"))
    }
    assert makers == {"markup.py"}


def test_word_under_its_pinyin_copies_as_hanzi() -> None:
    html = word(NotatedWord("银行", "yínháng"))
    assert html == (
        '<ruby><span>银行</span><rt data-py="yínháng" lang="zh-Latn-pinyin"></rt></ruby>'
    )
    assert TextReader(html).text == "银行"


@pytest.mark.parametrize("bare", [NotatedWord("26.25"), NotatedWord("——", "——")])
def test_what_has_no_reading_is_bare_text(bare: NotatedWord) -> None:
    assert word(bare) == bare.text


def test_unsure_reading_carries_the_others() -> None:
    html = word(NotatedWord("行", "háng", ("xíng", "hàng")))
    assert 'class="kb-unsure"' in html
    assert 'data-also="xíng / hàng"' in html


def test_only_a_long_word_may_break() -> None:
    assert "kb-long" not in word(NotatedWord("字" * LONG_WORD, "zì"))
    assert "kb-long" in word(NotatedWord("字" * (LONG_WORD + 1), "zì"))


def test_pinyin_of_a_headline_is_spelled_as_a_sentence() -> None:
    # Space in the headline; brackets and quotes close up to their words.
    line = r"“ 公平(gōngpíng) 秤(chèng) ” （ 图(tú) ） \s 赶集(gǎnjí) ！ 7 人(rén)"
    assert spell(parse_words(line)) == "“Gōngpíng chèng” (tú) gǎnjí! 7 rén"


def test_same_sentence_twice_gets_two_ids() -> None:
    ids = PageIds()
    first, second = ids.give("s", "走喽！"), ids.give("s", "走喽！")
    assert second == f"{first}-2"


@given(st.lists(ANY_TEXT))
def test_ids_are_unique_and_ascii(keys: list[str]) -> None:
    ids = PageIds()
    given_ids = [ids.give("s", key) for key in keys]
    assert len(set(given_ids)) == len(given_ids)
    assert all(re.fullmatch(r"s-[0-9a-f]{10}(-\d+)?", one) for one in given_ids)


def test_id_does_not_depend_on_what_stands_before() -> None:
    ids = PageIds()
    ids.give("s", "前面的句子。")
    assert ids.give("s", "走喽！") == PageIds().give("s", "走喽！")


@pytest.mark.parametrize("href", ["index.html", "../2026/s1.html#glossary", "issues/a/index.html"])
def test_link_within_the_site(href: str) -> None:
    assert TextReader(link(href, "第一篇")).attributes == {"href": href}


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "//example.com/",
        "https://example.com/",
        "a b",
        "",
        "\x01javascript:x",
    ],
)
def test_any_other_address_is_no_link(href: str) -> None:
    assert link(href, "第一篇") == "第一篇"


def test_english_without_its_sentence_is_refused() -> None:
    with pytest.raises(NotationError, match="without its Chinese line"):
        markup_words.parse_sentences(["= An orphan"])


def test_draft_says_that_it_is_one() -> None:
    (line,) = markup_words.parse_sentences(["走(zǒu) 喽(lou) ！", "~ Off we go!"])
    read = TextReader(markup_words.sentence_english(line, class_="kb-en"))
    assert read.text == "Off we go! 草稿 draft"
    assert "kb-draft" in markup_words.sentence_english(line, class_="kb-en")


def test_gap_in_the_english_is_told_once() -> None:
    lines = markup_words.parse_sentences(["走(zǒu) 。", "走(zǒu) ！", "走(zǒu) ？"])
    shown = list(markup_words.sentences(lines, PageIds()))
    assert ["no English yet" in html for html in shown] == [True, False, False]
    assert all(isinstance(html, Markup) for html in shown)
