"""Section, kicker, headline and deck (栏目, 引题, 主题, 副题): which heading line is which."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from build_tools.parse.lines.line import LineKind
from build_tools.parse.lines.marks import MARKS
from build_tools.parse.lines.rubrics import MAX_RUBRIC_CHARS, is_rubric
from build_tools.parse.stories.blocks import TextBlock
from build_tools.parse.stories.heading_pairs import PairReading, read_pair

MAX_NARROW_CHARS = 2
"""Longest line of a rubric set narrow in a printed column: 社會 / 小說."""
MAX_STACK_LINES = 5
"""Most heading lines of one story; more are a list under its headline."""

_POINT = re.compile(rf"[{MARKS}]\s?[^：:\s]{{2,8}}[：:]\S")
_DECK_HEAD = re.compile(r"(?:——|—|──|―|--)\s?\S")
_BRACKETED = re.compile(r"[（(［\[][^（()）［\[\]］]*[）)］\]].{0,12}")
_NUMBER_LINE = re.compile(
    r"第[一二三四五六七八九十百零〇\d]{1,6}[号號]"
    r"|[（(〔\[［].{1,8}[）)〔〕\]］]\s?\S{0,6}第.{1,10}[号號]"
    r"|[（(]?[一二三四五六七八九十百〇零○\d]{1,5}[）)]"
)
_NOT_IN_RUBRIC = re.compile(r"[！？!?：:、，\d]")


# What tells the lines of a stack apart by a mark, not by their length.
_SURE_OF_LINE = frozenset(("ends_as_kicker", "is_deck_line", "is_long_stack"))


_FLOURISHED = frozenset(("has_flourish_below", "ends_as_kicker"))


class HeadRole(StrEnum):
    """What a heading line is to its story."""

    SECTION = "section"
    """``■聚焦``."""
    KICKER = "kicker"
    """引题: ``全市教育工作会议提出：``."""
    HEADLINE = "headline"
    """主题."""
    DECK = "deck"
    """副题: ``——十所新学校今秋开学``."""
    BYLINE = "byline"
    """The writer, as an archive names him over the story."""
    NOTE = "note"
    """An archive's own title, where the printed one stands under it."""
    ROW = "list"
    """A row of a list under the headline, or a line of an advertisement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """One heading line, read."""

    role: HeadRole
    """``headline``."""
    rule: str
    """What decided: ``ends_as_kicker``."""


def read_stack(
    blocks: Sequence[TextBlock], *, in_columns: bool, listed: frozenset[str] = frozenset()
) -> tuple[Head, ...]:
    """Tell what each block of the heading stack *blocks* is.

    Args:
        blocks: sections first, then headings; either may be missing.
        in_columns: the page is set in printed columns, where one block of lines is one headline
            and the next its deck.
        listed: lines of a web page's list of headlines, which tells them from kicker and deck.
    """
    sections = sum(block.kind is LineKind.SECTION for block in blocks)
    heads = blocks[sections:]
    marked = (Head(role=HeadRole.SECTION, rule="is_section"),) * sections
    if in_columns:
        return marked + _read_columns(heads)
    texts = [block.text for block in heads]
    if len(texts) > 1 and not listed.isdisjoint(texts):
        return marked + _read_listed(texts, listed)
    if not sections and len(texts) > 1 and stands_as_rubric(texts[0], texts[1]):
        rubric = Head(role=HeadRole.SECTION, rule="stands_as_rubric")
        return (rubric, *_read_heads(texts[1:]))
    return marked + _read_heads(texts)


def read_archive_stack(
    blocks: Sequence[TextBlock], *, in_columns: bool, is_signed: bool
) -> tuple[Head, ...]:
    """Read what an archive set over a story: its title, writer, page and column, then the heading.

    Where no mark tells the printed lines apart they are one headline, as the archive has them.

    Args:
        blocks: from the archive's title to the last printed heading line.
        in_columns: as for `read_stack`.
        is_signed: the printed byline stands under them, and says again what the archive says.

    Source: archives of papers: ### title / writer / 第2版() / 专栏： / kicker / headline / deck.
    """
    placed = max(
        (at for at, block in enumerate(blocks) if block.kind is LineKind.SECTION), default=-1
    )
    printed = read_stack(blocks[placed + 1 :], in_columns=in_columns) if placed >= 0 else ()
    if printed and all(head.rule not in _SURE_OF_LINE for head in printed):
        titled = _count_titled(blocks[0].text, [block.text for block in blocks[placed + 1 :]])
        printed = (
            *(Head(role=HeadRole.HEADLINE, rule="is_archive_title"),) * titled,
            *(Head(role=HeadRole.DECK, rule="is_archive_title"),) * (len(printed) - titled),
        )
    roles = {
        LineKind.SECTION: HeadRole.SECTION,
        LineKind.BYLINE: HeadRole.NOTE if is_signed else HeadRole.BYLINE,
        LineKind.HEADING: HeadRole.NOTE if printed else HeadRole.HEADLINE,
    }
    above = blocks[: placed + 1] if printed else blocks
    return (
        *(Head(role=roles[block.kind], rule="is_archive_title") for block in above),
        *printed,
    )


def _count_titled(title: str, printed: Sequence[str]) -> int:
    """Count the printed lines that the archive's *title* holds; all, where it holds none whole."""
    words = "".join(title.lstrip("#").split())
    for count in range(1, len(printed)):
        if "".join("".join(printed[:count]).split()) == words:
            return count
    return len(printed)


def read_advertisement(blocks: Sequence[TextBlock]) -> tuple[Head, ...]:
    """The first line of an advertisement is its headline, the others are rows."""
    headline = Head(role=HeadRole.HEADLINE, rule="is_first_line")
    return (headline,) + (Head(role=HeadRole.ROW, rule="is_advertisement"),) * (len(blocks) - 1)


def read_rubric(blocks: Sequence[TextBlock]) -> tuple[Head, ...]:
    """What stands over a column of briefs is its section; the briefs have no headlines."""
    return (Head(role=HeadRole.SECTION, rule="stands_over_briefs"),) * len(blocks)


def stands_as_rubric(upper: str, lower: str) -> bool:
    """Whether a short first line is a section rather than a part of the headline.

    Source: newspaper habit: 岁月留痕 / 外婆的竹床 - 文　讯 / 朗诵会举行.
    Not: a short headline over its deck (——…), or the first of two short lines of one headline.
    """
    name = "".join(upper.split())
    if is_rubric(upper):
        return True
    return (
        len(name) <= MAX_RUBRIC_CHARS
        and len(lower) > len(name)
        and not _DECK_HEAD.match(lower)
        and not _NOT_IN_RUBRIC.search(name)
    )


def _read_listed(texts: Sequence[str], listed: frozenset[str]) -> tuple[Head, ...]:
    """The lines that the list of the page's headlines has are the headline.

    Source: web editions list the stories of a page under its buttons.
    """
    first = next(at for at, text in enumerate(texts) if text in listed)
    last = first
    while last + 1 < len(texts) and texts[last + 1] in listed:
        last += 1
    roles = (
        *[HeadRole.KICKER] * first,
        *[HeadRole.HEADLINE] * (last + 1 - first),
        *[HeadRole.DECK] * (len(texts) - last - 1),
    )
    return tuple(Head(role=role, rule="is_listed") for role in roles)


def _read_columns(heads: Sequence[TextBlock]) -> tuple[Head, ...]:
    """Read a stack over printed columns.

    Source: newspaper habit: the lines of one block are one headline, broken where it is narrow.
    """
    rubric = _rubric_lines(heads)
    found = [Head(role=HeadRole.SECTION, rule="stands_as_rubric")] * rubric
    for at, block in enumerate(heads[rubric:]):
        goes_on = at == 0 or (not block.follows_blank and found[-1].role is HeadRole.HEADLINE)
        if goes_on and (at == 0 or not is_deck_line(block.text)):
            found.append(Head(role=HeadRole.HEADLINE, rule="is_first_block"))
        else:
            found.append(Head(role=HeadRole.DECK, rule="is_later_block"))
    return tuple(found)


def _rubric_lines(heads: Sequence[TextBlock]) -> int:
    """Give how many lines at the top are a rubric in a block of its own: 滑稽 / 小說."""
    end = next((at for at in range(1, len(heads)) if heads[at].follows_blank), 0)
    if not end:
        return 0
    is_narrow = end > 1 and all(len(block.text) <= MAX_NARROW_CHARS for block in heads[:end])
    return end if is_narrow or is_rubric("".join(b.text for b in heads[:end])) else 0


def _read_heads(texts: Sequence[str]) -> tuple[Head, ...]:
    """Read heading lines from the top; one of them, or two, is the headline."""
    if len(texts) > MAX_STACK_LINES:
        return _read_long_stack(texts)
    upper = next(
        (at for at, text in enumerate(texts[1:], start=1) if is_deck_line(text)), len(texts)
    )
    decks = (Head(role=HeadRole.DECK, rule="is_deck_line"),) * (len(texts) - upper)
    if upper <= 1:
        return (Head(role=HeadRole.HEADLINE, rule="is_first_line"),) * upper + decks
    reading, rule = read_pair(texts[0], texts[1])
    if upper > 2 and rule in {"is_longer_above", "is_as_long_below", "is_deck_below"}:  # noqa: PLR2004 - three lines
        # 引题, 主题, 副题: where all three stand, the middle one is the headline.
        reading, rule = PairReading.KICKER_ABOVE, "is_middle_line"
    if upper > 2 and rule == "ends_as_kicker":  # noqa: PLR2004 - three lines
        below, rule_below = read_pair(texts[1], texts[2])
        if below is PairReading.KICKER_ABOVE and rule_below in _FLOURISHED:
            # A kicker of two lines, the first of which leads on.
            read = (HeadRole.KICKER, HeadRole.KICKER, HeadRole.HEADLINE)
            rest = (HeadRole.DECK,) * (upper - len(read))
            return tuple(Head(role=role, rule=rule) for role in read + rest) + decks
    roles = _ROLES[reading] + (HeadRole.DECK,) * (upper - 2)
    return tuple(Head(role=role, rule=rule) for role in roles) + decks


_ROLES = {
    PairReading.KICKER_ABOVE: (HeadRole.KICKER, HeadRole.HEADLINE),
    PairReading.DECK_BELOW: (HeadRole.HEADLINE, HeadRole.DECK),
    PairReading.ONE_HEADLINE: (HeadRole.HEADLINE, HeadRole.HEADLINE),
}


def _read_long_stack(texts: Sequence[str]) -> tuple[Head, ...]:
    """Read more lines than any headline has: a list of names under its headline.

    The lines down to the last that only a deck can be are the heading, the others rows.
    """
    heads = _read_heads(texts[:MAX_STACK_LINES])
    decks = [at for at, text in enumerate(texts) if at and is_deck_line(text)]
    headline = next(at for at, head in enumerate(heads) if head.role is HeadRole.HEADLINE)
    last = min(decks[-1] if decks else headline, MAX_STACK_LINES - 1)
    rows = (Head(role=HeadRole.ROW, rule="is_long_stack"),) * (len(texts) - last - 1)
    return heads[: last + 1] + rows


def is_deck_line(text: str) -> bool:
    """Whether *text* can be nothing but a deck.

    Source: newspaper habit: ——记省劳模某某 - （2019年…通过） - 第三十六号 - ■记者走访：占座的多.

    >>> is_deck_line("——十所新学校今秋开学"), is_deck_line("第三十六号"), is_deck_line("桥修好了")
    (True, True, False)
    """
    return bool(
        _DECK_HEAD.match(text)
        or _POINT.match(text)
        or _BRACKETED.fullmatch(text)
        or _NUMBER_LINE.fullmatch(text)
    )
