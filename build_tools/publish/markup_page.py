"""A page's blocks as one piece of HTML: story page, front page, home page.

Also a few blocks on a hand-written page, which are shown as they come.
"""

from collections.abc import Sequence

from markupsafe import Markup

from build_tools.publish.markup import element, join
from build_tools.publish.markup_front import issues, rubric
from build_tools.publish.markup_heads import (
    byline,
    colophon,
    facts,
    headline,
    line_head,
    masthead,
    running_head,
    story_nav,
    switches,
    untitled,
    way_in,
)
from build_tools.publish.markup_tables import glossary, key_words, names
from build_tools.publish.markup_text import TEXT_KINDS, story_text
from build_tools.publish.markup_words import NotatedSentence, PageIds, parse_sentences
from build_tools.publish.notation import Block

_HEAD_KINDS = frozenset(("section", "kicker", "headline", "deck", "byline", "facts"))
_STORY_KINDS = frozenset(("headline", "facts"))


def render_blocks(blocks: Sequence[Block]) -> Markup:
    """Give the HTML of neighbouring blocks.

    Raises:
        NotationError: a block of unknown kind, or a line that does not follow the notation.
    """
    kinds = {block.kind for block in blocks}
    if "masthead" not in kinds:
        parts = [(block, parse_sentences(block.lines)) for block in blocks]
        return _page("kb-fragment", story_text(parts, PageIds()))
    if kinds & _STORY_KINDS:
        return _story(blocks)
    return _front(blocks)


def _page(class_: str, *parts: str) -> Markup:
    return element("div", *parts, class_=f"kb {class_}", lang="zh-Hans")


def _story(blocks: Sequence[Block]) -> Markup:
    ids = PageIds()
    text = [(block, parse_sentences(block.lines)) for block in _of(blocks, *TEXT_KINDS)]
    spoken = tuple(line for block, lines in text if block.kind != "credit" for line in lines)
    spread = element(
        "div",
        *map(running_head, _of(blocks, "masthead")),
        switches(has_english=any(line.english for line in spoken)),
        element("header", _head(blocks, spoken), class_="kb-head"),
        *map(key_words, _of(blocks, "keywords")),
        element("div", story_text(text, ids), class_="kb-text"),
        *map(story_nav, _of(blocks, "nav")),
        class_="kb-spread",
    )
    return _page(
        "kb-storypage",
        spread,
        *(glossary(block, ids) for block in _of(blocks, "glossary")),
        *(names(block, ids) for block in _of(blocks, "names")),
        *map(colophon, _of(blocks, "masthead")),
    )


def _head(blocks: Sequence[Block], spoken: tuple[NotatedSentence, ...]) -> Markup:
    kinds = {block.kind for block in blocks}
    parts: list[Markup] = []
    for block in _of(blocks, *_HEAD_KINDS):
        if block.kind == "facts" and "headline" not in kinds:
            parts.append(untitled(block.attributes.get("title", "")))
        match block.kind:
            case "headline":
                parts.append(headline(block))
            case "byline":
                parts.append(byline(block))
            case "facts":
                parts.append(facts(block, spoken))
            case _:
                parts.append(line_head(block))
    return join(parts)


def _front(blocks: Sequence[Block]) -> Markup:
    ids = PageIds()
    return _page(
        "kb-frontpage",
        switches(has_english=False),
        *map(masthead, _of(blocks, "masthead")),
        *(rubric(section, teasers, ids) for section, teasers in _by_section(blocks)),
        *map(way_in, _of(blocks, "masthead")),
        *map(issues, _of(blocks, "issues")),
        *map(colophon, _of(blocks, "masthead")),
    )


def _by_section(blocks: Sequence[Block]) -> list[tuple[Block | None, tuple[Block, ...]]]:
    sections: list[tuple[Block | None, tuple[Block, ...]]] = [(None, ())]
    for block in _of(blocks, "section", "teaser"):
        if block.kind == "section":
            sections.append((block, ()))
            continue
        section, teasers = sections[-1]
        sections[-1] = (section, (*teasers, block))
    return [(section, teasers) for section, teasers in sections if teasers]


def _of(blocks: Sequence[Block], *kinds: str) -> tuple[Block, ...]:
    return tuple(block for block in blocks if block.kind in kinds)
