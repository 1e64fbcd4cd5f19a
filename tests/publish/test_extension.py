"""The page notation through Python-Markdown: text never meets Markdown."""

import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from build_tools.model import ParagraphKind
from build_tools.publish.extension import KanbaoExtension
from build_tools.publish.markup import clean
from build_tools.publish.notation import (
    Block,
    NotatedWord,
    NotationError,
    escape,
    format_block,
    format_row,
    format_words,
)
from tests.publish.test_markup import ANY_TEXT, TextReader

OTHER_EXTENSIONS = ("attr_list", "tables", "toc", "md_in_html", "footnotes", "abbr", "smarty")

STORY_TAGS = frozenset(
    "a caption dd div dl dt footer h1 h2 header input label nav p rt ruby section small span"
    " strong table tbody td th thead time tr".split()
)
LIST_TAGS = frozenset(("li", "ul"))

STORY = """\
::: masthead date=2026-03-20 edition=第3版 href=index.html invented=1 dictionary=CC-CEDICT\\s2023
云溪(Yúnxī:place) 报(bào)
= Yunxi News
:::

::: headline
两(liǎng) 个(gè) 果园(guǒyuán) \\s 一(yī) 个(gè) 秘密(mìmì)
= Two Orchards, One Secret
:::

::: byline
本报(běnbào) 记者(jìzhě) 单春梅(Shàn Chūnméi:person)
:::

::: facts hanzi=128 level=4 coverage=82 list=HSK\\s2025 kind=article
:::

::: keywords list=HSK\\s2025
果园(guǒyuán) | 5 | orchard
:::

::: body
老单(Lǎo Shàn:person) 有(yǒu) 果园(guǒyuán) 。
= Old Shan has an orchard.
树(shù) 结(jiē?jié) 了(le) 26.25 斤(jīn) 梨(lí) ！
~ The tree bore 26.25 jin of pears!
他(tā) 笑(xiào) 。
:::

::: glossary list=HSK\\s2025
果园(guǒyuán) | 果園 | 5 | 2 | orchard
结(jiē?jié) | 結 | 7–9 | 1 | to bear fruit \\/ to produce
:::

::: names
老单(Lǎo Shàn:person) | 老單 | person | 1 | nickname
:::

::: nav previous=s1.html previous_title=第一篇
:::
"""


def convert(markdown: str, extensions: tuple[str, ...] = ()) -> str:
    return Markdown(extensions=[KanbaoExtension(), *extensions]).convert(markdown)


def body(text: str, english: str | None = None) -> str:
    lines = [format_words([NotatedWord(text)])]
    if english is not None:
        lines.append("= " + escape(english))
    return format_block(Block(kind="body", lines=tuple(lines)))


def test_story_page_is_one_run_of_our_own_elements() -> None:
    html = convert(STORY)
    assert html.startswith('<div class="kb kb-storypage" lang="zh-Hans">')
    assert set(TextReader(html).tags) == STORY_TAGS
    assert html.count("<h1") == 1


def test_no_id_stands_twice_on_a_page() -> None:
    ids = re.findall(r' id="([^"]+)"', convert(STORY))
    assert len(ids) == len(set(ids)) >= 10


def test_markdown_round_the_blocks_stays_markdown() -> None:
    html = convert(f"# 帮助\n\n*before*\n\n{body('走喽！')}\n\n*after*")
    assert "<h1>帮助</h1>" in html
    assert html.index("<em>before") < html.index("走喽！") < html.index("<em>after")
    assert "<p><div" not in html


def test_notation_in_a_code_block_is_an_example() -> None:
    html = convert(f"```\n{body('走喽！')}\n```", ("fenced_code",))
    assert "<code>::: body\n走喽！\n:::" in html


def test_code_fence_inside_a_block_is_text() -> None:
    assert "```</span>" in convert(f"{body('```')}\n\n{body('走喽！')}")


def test_converter_can_be_used_again() -> None:
    converter = Markdown(extensions=["build_tools.publish.extension"])
    first = converter.convert(body("第一"))
    assert converter.reset().convert(body("第二")) == first.replace("第一", "第二").replace(
        *(re.findall(r"s-\w+", html)[0] for html in (first, convert(body("第二"))))
    )


def test_unknown_block_is_refused() -> None:
    with pytest.raises(NotationError, match="no such block: 'sidebar'"):
        convert("::: sidebar\n:::")


def test_row_with_a_cell_too_few_is_refused() -> None:
    with pytest.raises(NotationError, match="4 cells, not 5"):
        convert(STORY.replace("果園 | 5 | 2", "5 | 2"))


def test_level_beyond_every_list_is_said() -> None:
    html = convert(STORY.replace("level=4 ", "level= "))
    assert "all levels together cover 82% of the words" in html


def test_story_without_a_headline_still_has_its_h1() -> None:
    without = re.sub(r"::: headline.*?\n:::\n", "", STORY, flags=re.DOTALL)
    html = convert(without.replace("kind=article", "kind=photo title=老单有果园…"))
    assert '<h1 class="kb-untitled">老单有果园…</h1>' in html
    assert "printed without a headline" in html


def test_english_that_is_missing_is_counted_once() -> None:
    assert "English: 2 of 3 sentences, 1 in machine draft" in convert(STORY)


# Each would do something if Markdown or a template engine read it.
LIVE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</span></p></div><h1>",
    "<!--kanbao:0-->",
    "\x02wzxhzdk:0\x03",
    "\x02klzzwxh:0000\x03",
    "&lt;b&gt; &#60;",
    "[a](javascript:alert(1))",
    "![a](x)",
    "**bold** _em_ `code` ~~s~~",
    "# h\n\n---\n\n- item",
    '--8<-- "/etc/hostname"',
    '{: onclick="x" .y #z }',
    "{{ 7*7 }} {% raw %}",
    "[TOC]",
    "[^1]: note\n*[HTML]: abbr",
    ":::\n::: headline\nx\n:::",
    "::: body",
    "= English",
    "~ draft",
    "a | b | c",
    "word(reading?other:person)",
    "\\s\\u{3c}script\\u{3e}",
    "\u202eevil\u2066",
    '" onmouseover="alert(1)',
    "\u2028\u2029\x85\x0c\r\n",
)


@pytest.mark.parametrize("live", LIVE)
@pytest.mark.parametrize("extensions", [(), OTHER_EXTENSIONS])
def test_nothing_live_in_a_sentence_or_its_english(live: str, extensions: tuple[str, ...]) -> None:
    read = TextReader(convert(body(live, live), extensions))
    assert read.text == clean(live) + clean(live)
    assert set(read.tags) == {"div", "p", "span"}
    assert set(read.attributes) == {"class", "lang", "id"}


@settings(deadline=None)
@given(st.lists(st.one_of(ANY_TEXT, st.sampled_from(LIVE)), min_size=1), ANY_TEXT)
@example(["\x02", "wzxhzdk:0", "\x03"], "")
def test_any_words_of_a_sentence_stay_its_text(texts: list[str], reading: str) -> None:
    words = [NotatedWord(text, f"{reading}y") for text in texts if text]
    if not words:
        return
    page = format_block(Block(kind="body", lines=(format_words(words),)))
    read = TextReader(convert(page, OTHER_EXTENSIONS))
    assert read.text == clean("".join(texts)) + "暂无英文 no English yet"
    assert set(read.tags) <= {"div", "p", "span", "ruby", "rt"}


@settings(deadline=None)
@given(live=st.one_of(ANY_TEXT, st.sampled_from(LIVE)))
def test_no_text_anywhere_on_a_story_page_becomes_markup(live: str) -> None:
    word = format_words([NotatedWord(live or "字", live + "y", (live + "x",), "person")])
    cell = " ".join(map(escape, live.split()))
    attributes = dict.fromkeys(
        ("date", "edition", "href", "invented", "source", "rights", "dictionary"), live
    )
    facts = dict.fromkeys(("hanzi", "level", "coverage", "list", "kind"), live)
    blocks = [
        Block(kind="masthead", lines=(word, f"= {cell}"), attributes=attributes),
        *(
            Block(kind=kind, lines=(word, f"~ {cell}"))
            for kind in ("section", "kicker", "headline", "deck")
        ),
        Block(kind="byline", lines=(word,)),
        Block(kind="facts", attributes=facts),
        Block(kind="keywords", lines=(format_row((word, cell, cell)),)),
        *(Block(kind=kind, lines=(word, f"= {cell}")) for kind in map(str, ParagraphKind)),
        *(
            Block(
                kind=kind,
                lines=(format_row((word, cell, cell, cell, cell)),),
                attributes={"list": live},
            )
            for kind in ("glossary", "names")
        ),
        Block(kind="nav", attributes={"next": live, "next_title": live}),
    ]
    read = TextReader(convert("\n\n".join(map(format_block, blocks)), OTHER_EXTENSIONS))
    assert set(read.tags) <= STORY_TAGS | LIST_TAGS
    assert not {name for name in read.attributes if name.startswith("on")}
    assert read.attributes.get("href") in {None, live}
    assert read.text.count(clean(live)) >= 20


def test_long_story_converts_in_milliseconds() -> None:
    sentence = (
        "老单(Lǎo Shàn:person) 有(yǒu) 两(liǎng) 个(gè) 果园(guǒyuán) ， 树(shù) 好(hǎo) 。\n= E."
    )
    paragraph = "::: body\n" + "\n".join([sentence] * 10) + "\n:::\n"
    page = STORY.replace("::: glossary", paragraph * 20 + "\n::: glossary")
    convert(page)
    started = time.perf_counter()
    convert(page)
    # 1,600 words: measured 12 ms on a slow machine; Markdown itself would take 100.
    assert time.perf_counter() - started < 0.1
