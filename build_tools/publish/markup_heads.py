"""What stands above a text: masthead, headline, byline, facts, switches; and the way on."""

import datetime
import re

from markupsafe import Markup

from build_tools.publish.markup import element, english, has_hanzi, join, label
from build_tools.publish.markup_words import (
    NotatedSentence,
    join_texts,
    parse_sentences,
    pinyin,
    sentence_english,
    spell,
    words,
)
from build_tools.publish.notation import Block, parse_words

_WEEKDAYS = (
    ("星期一", "Monday"), ("星期二", "Tuesday"), ("星期三", "Wednesday"), ("星期四", "Thursday"),
    ("星期五", "Friday"), ("星期六", "Saturday"), ("星期日", "Sunday"),
)  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
# Files of this site, and nothing else: no scheme, no other host.
_LOCAL_HREF = re.compile(r"(?!//)[\w./-]+(#[\w-]+)?", re.ASCII)

STORY_KINDS = {
    "commentary": ("评论", "Commentary"),
    "photo": ("图片", "Photo"),
    "brief": ("简讯", "Brief"),
    "notice": ("公告", "Notice"),
}


def link(href: str | None, *content: str, **attributes: str | None) -> Markup:
    """Give a link to a page of this site; any other address leaves its text alone."""
    if href is None or not _LOCAL_HREF.fullmatch(href):
        return join(content)
    return element("a", *content, href=href, **attributes)


def masthead(block: Block) -> Markup:
    """Give the paper's name as the page's head; on the home page it leads to the issue."""
    (name,) = parse_sentences(block.lines)
    return element(
        "header",
        element("h1", link(block.attributes.get("href"), words(name.words))),
        sentence_english(name, tag="p", class_="kb-masthead-en"),
        element("p", _folio(block), class_="kb-folio"),
        class_="kb-masthead",
    )


def way_in(block: Block) -> Markup:
    """Give the way from the home page into the issue it shows; empty on the issue's own page."""
    href = block.attributes.get("href")
    if href is None:
        return join(())
    return element("p", link(href, label("翻开这一期", "Open this issue")), class_="kb-open")


def running_head(block: Block) -> Markup:
    """Give the small line over a story that leads back to its issue."""
    (name,) = parse_sentences(block.lines)
    title = join((join_texts(name.words), *((" ", english(name.english)) if name.english else ())))
    return element(
        "p", link(block.attributes.get("href"), title), " ", _folio(block), class_="kb-running"
    )


def _folio(block: Block) -> Markup:
    """Give date, edition and whether the paper exists."""
    date, edition = block.attributes.get("date"), block.attributes.get("edition")
    parts = [
        element("span", _date(date), class_="kb-date") if date else None,
        element("span", edition) if edition else None,
        element("strong", label("虚构的报纸", "An invented paper"), class_="kb-invented")
        if block.attributes.get("invented")
        else None,
    ]
    return join(filter(None, parts), between=" ")


def _date(iso: str) -> Markup:
    try:
        day = datetime.date.fromisoformat(iso)
    except ValueError:
        return join((iso,))
    weekday, in_english = _WEEKDAYS[day.weekday()]
    chinese = f"{day.year}年{day.month}月{day.day}日 {weekday} "
    return element(
        "time",
        chinese,
        english(f"{in_english}, {day.day} {_MONTHS[day.month - 1]} {day.year}"),
        datetime=iso,
    )


def colophon(block: Block) -> Markup:
    """Give where the text and the meanings come from; empty if nobody says."""
    sources = {
        ("来源", "Source"): block.attributes.get("source"),
        ("版权", "Rights"): block.attributes.get("rights"),
        ("词典", "Dictionary"): block.attributes.get("dictionary"),
    }
    lines = [
        element("p", label(*title), " ", value if has_hanzi(value) else english(value))
        for title, value in sources.items()
        if value
    ]
    return element("footer", *lines, class_="kb-colophon") if lines else join(())


def line_head(block: Block) -> Markup:
    """Give section, kicker or deck: a line over or under the headline."""
    return join(
        element(
            "p",
            element("span", words(line.words)),
            " ",
            sentence_english(line),
            class_=f"kb-{block.kind}",
        )
        for line in parse_sentences(block.lines)
    )


def headline(block: Block) -> Markup:
    """Give the headline under its pinyin, the same pinyin as text, and the English headline."""
    (line,) = parse_sentences(block.lines)
    return join(
        (
            element("h1", words(line.words), class_="kb-headline"),
            pinyin(spell(line.words), tag="p", class_="kb-headline-pinyin"),
            sentence_english(line, tag="p", class_="kb-headline-en"),
        )
    )


def untitled(title: str) -> Markup:
    """Give the head of a story that was printed without one: what it is called elsewhere."""
    return join(
        (
            element("h1", title, class_="kb-untitled"),
            element(
                "p", label("（原文无标题）", "printed without a headline"), class_="kb-unheaded"
            ),
        )
    )


def byline(block: Block) -> Markup:
    """Give who wrote it, a line for each role."""
    lines = (element("span", words(parse_words(line))) for line in block.lines)
    return element("p", join(lines, between=" "), class_="kb-byline")


def facts(block: Block, sentences: tuple[NotatedSentence, ...]) -> Markup:
    """Give length and level, and how much of the story has English."""
    hanzi, level, coverage, level_list, kind = (
        block.attributes.get(key, "") for key in ("hanzi", "level", "coverage", "list", "kind")
    )
    level_chinese = f"{level_list} {level}级覆盖" if level else f"{level_list} 各级合计覆盖"
    level_english = f"level {level} covers" if level else "all levels together cover"
    parts = [
        label(*STORY_KINDS[kind]) if kind in STORY_KINDS else None,
        label(f"{hanzi}字", "characters") if hanzi else None,
        label(f"{level_chinese}{coverage}%的词", f"{level_english} {coverage}% of the words")
        if coverage
        else None,
        _english_count(sentences),
    ]
    return element("p", *(element("span", part) for part in parts if part), class_="kb-facts")


def _english_count(sentences: tuple[NotatedSentence, ...]) -> Markup | None:
    translated = sum(one.english is not None for one in sentences)
    drafts = sum(one.is_draft for one in sentences)
    if translated == len(sentences) and not drafts:
        return None
    if not translated:
        return label("暂无英文", "no English yet")
    drafted = f", {drafts} in machine draft" if drafts else ""
    return label("英文", f"English: {translated} of {len(sentences)} sentences{drafted}")


def switches(*, has_english: bool) -> Markup:
    """Give the controls that stay in reach: real checkboxes, which the style sheet obeys."""
    return element(
        "div",
        _switch("pinyin", "拼音", "Pinyin"),
        *([_switch("english", "英文", "English")] if has_english else []),
        role="group",
        aria_label="显示 Show",
        class_="kb-switches",
    )


def _switch(name: str, chinese: str, in_english: str) -> Markup:
    return element(
        "label",
        element("input", type="checkbox", id=f"kb-{name}"),
        " ",
        element("span", label(chinese, in_english)),
        class_="kb-switch",
    )


def story_nav(block: Block) -> Markup:
    """Give the ways to the stories before and after."""
    ways = (("previous", "上一篇", "Previous"), ("next", "下一篇", "Next"))
    links = [
        link(
            block.attributes[key],
            element("small", label(chinese, in_english)),
            " ",
            element("span", block.attributes.get(f"{key}_title", "")),
            rel="prev" if key == "previous" else "next",
        )
        for key, chinese, in_english in ways
        if key in block.attributes
    ]
    return element("nav", *links, class_="kb-nav", aria_label="其他文章 Other stories")
