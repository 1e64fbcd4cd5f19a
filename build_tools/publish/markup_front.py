"""What a front page lists: sections with the teasers of their stories, and other issues."""

from markupsafe import Markup

from build_tools.publish.markup import element, english, join, label
from build_tools.publish.markup_heads import STORY_KINDS, link
from build_tools.publish.markup_words import (
    PageIds,
    join_texts,
    parse_sentences,
    sentence_english,
    words,
)
from build_tools.publish.notation import Block, NotationError, parse_row, parse_words, unescape


def rubric(block: Block | None, teasers: tuple[Block, ...], ids: PageIds) -> Markup:
    """Give a section of the paper and its stories; *block* is `None` before the first."""
    if block is None:
        return element("div", *(_teaser(one, "h2", ids) for one in teasers), class_="kb-stories")
    (name,) = parse_sentences(block.lines)
    id_ = ids.give("r", name.text)
    title = element(
        "h2",
        element("span", words(name.words)),
        " ",
        sentence_english(name),
        id=id_,
    )
    stories = element("div", *(_teaser(one, "h3", ids) for one in teasers), class_="kb-stories")
    return element("section", title, stories, class_="kb-rubric", aria_labelledby=id_)


def _teaser(block: Block, heading: str, ids: PageIds) -> Markup:
    head, *rest = parse_sentences(block.lines)
    href = block.attributes.get("href", "")
    return element(
        "article",
        element(heading, link(href, words(head.words)), id=ids.give("t", href)),
        sentence_english(head, tag="p", class_="kb-teaser-en"),
        *(
            element(
                "p",
                element("span", words(one.words)),
                sentence_english(one, class_="kb-en"),
                class_="kb-lede",
            )
            for one in rest
        ),
        _facts(block),
        class_=f"kb-teaser kb-{block.attributes.get('rank', 'story')}"
        + (" kb-headless" if "headless" in block.attributes else ""),
    )


def _facts(block: Block) -> Markup:
    hanzi, level, kind, level_list = (
        block.attributes.get(key) for key in ("hanzi", "level", "kind", "list")
    )
    parts = [
        label(*STORY_KINDS[kind]) if kind in STORY_KINDS else None,
        join((f"{hanzi}字",)) if hanzi else None,
        label(f"{level_list or ''} {level}级".strip(), f"level {level}") if level else None,
    ]
    return element("p", *(element("span", part) for part in parts if part), class_="kb-facts")


def issues(block: Block) -> Markup:
    """Give the list of issues, newest first; empty if there is none."""
    if not block.lines:
        return join(())
    return element(
        "section",
        element("h2", label("各期报纸", "All issues"), id="issues"),
        element("ul", *map(_issue, block.lines)),
        class_="kb-issues",
        aria_labelledby="issues",
    )


def _issue(line: str) -> Markup:
    cells = parse_row(line)
    if len(cells) != 6:  # noqa: PLR2004 - the six cells named below
        message = f"{len(cells)} cells, not 6: {line!r}"
        raise NotationError(message)
    paper = join_texts(parse_words(cells[0]))
    href, date, edition, stories, in_english = (unescape(cell.strip()) for cell in cells[1:])
    title = join((paper, *((" ", english(in_english)) if in_english else ())))
    return element(
        "li",
        link(href, title),
        " ",
        element("span", f"{date} {edition}"),
        " ",
        element("span", label(f"{stories}篇", "stories")),
    )
