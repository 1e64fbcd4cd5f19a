"""Where stories open: the rules in their order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from build_tools.parse.lines.layout import Layout
from build_tools.parse.stories.ending_signs import (
    ends_in_byline,
    follows_end,
    follows_signed_text,
)
from build_tools.parse.stories.headless import HEADLESS_RULES
from build_tools.parse.stories.headline_signs import (
    changes_subject,
    continues_series,
    follows_gap,
    has_deck,
    has_several_lines,
    is_advertisement,
    is_flush_heading,
    is_marked_up,
    is_over_column,
    is_standing_head,
    names_column,
    opens_page,
    opens_series,
    stands_over_briefs,
    stands_over_byline,
    stands_over_dateline,
    stands_over_letter,
    stands_over_note,
    stands_over_poem,
    stands_under_section,
)
from build_tools.parse.stories.picture_signs import (
    follows_picture,
    stands_over_caption,
    stands_over_picture,
    stands_over_report,
)
from build_tools.parse.stories.stacks import HEADS, Blocks, Stack, stack_end
from build_tools.parse.stories.subheading_signs import (
    echoes_story,
    follows_list,
    is_bare_numeral,
    is_box_label,
    is_column_label,
    is_indented_heading,
    is_inside_archived_story,
    is_marked_subheading,
    is_numbered_heading,
    is_paired_with_quotation,
    is_piece_of_package,
    is_quoted_heading,
    lacks_gap,
    lacks_text,
    stands_under_byline,
)
from build_tools.parse.stories.web_signs import (
    follows_page_end,
    is_bulleted,
    stands_over_record,
)

MIN_WEB_PAGES = 3
"""Fewest web pages in a row, where a heading inside a page is a sub-heading."""
MIN_SIGNED = 4
"""Fewest headlines over bylines or datelines that show a habit."""
MIN_SIGNED_SHARE = 0.8
"""Least share of headlines with either where a page signs its stories."""
MIN_GAP_SHARE = 0.9
"""Least share of sure headlines with a blank line above where blank lines part stories."""


class Sureness(StrEnum):
    """How far a decision can be trusted."""

    SURE = "sure"
    """A mark of the trade says so."""
    LIKELY = "likely"
    """A habit of the whole page says so."""
    GUESS = "guess"
    """The text alone says so: look at it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """A place where a story opens."""

    place: int
    """Index of its first block."""
    rule: str
    """What decided: ``stands_over_byline``."""
    sureness: Sureness
    """``sure``."""


def find_starts(blocks: Blocks, layout: Layout) -> tuple[tuple[Start, ...], dict[int, str]]:
    """Give where stories open, and for headings inside stories the rule that says so.

    Returns:
        The starts in order, and for every heading that opens none the rule by its place.
    """
    trusted = replace(layout, parts_stories=layout.parts_stories and _has_gaps(blocks, layout))
    starts, inner = _walk(blocks, layout, trusted)
    if _signs_stories(blocks, starts, trusted) or _parts_pages(blocks):
        starts, inner = _walk(blocks, layout, replace(trusted, marks_stories=True))
    return tuple(starts), inner


def _walk(blocks: Blocks, layout: Layout, trusted: Layout) -> tuple[list[Start], dict[int, str]]:
    """Judge every block in turn; *trusted* is what headings may rely on of *layout*."""
    starts: list[Start] = []
    inner: dict[int, str] = {}
    place = 0
    while place < len(blocks):
        story = starts[-1].place if starts else None
        if blocks[place].kind in HEADS:
            end = stack_end(blocks, place, trusted)
            stack = Stack(blocks=blocks, start=place, end=end, story=story, layout=trusted)
            sureness, rule = _judge(stack)
            if sureness is None:
                inner.update(dict.fromkeys(range(place, end), rule))
            else:
                starts.append(Start(place=place, rule=rule, sureness=sureness))
            place = end
            continue
        for opens in HEADLESS_RULES:
            if opens(blocks, place, layout):
                starts.append(Start(place=place, rule=opens.__name__, sureness=Sureness.LIKELY))
                break
        place += 1
    return starts, inner


def _parts_pages(blocks: Blocks) -> bool:
    """Whether web pages stand in a row: each has its headline behind the foot of the last."""
    behind = sum(block.kind in HEADS and block.lines[0].follows_page for block in blocks)
    return behind >= MIN_WEB_PAGES


def _signs_stories(blocks: Blocks, starts: Sequence[Start], layout: Layout) -> bool:
    """Whether nearly every headline that is not a guess has a byline or a dateline under it."""
    known = [
        Stack(
            blocks=blocks,
            start=start.place,
            end=stack_end(blocks, start.place, layout),
            story=None,
            layout=layout,
        )
        for start in starts
        if start.sureness is not Sureness.GUESS and blocks[start.place].kind in HEADS
    ]
    signed = sum(stands_over_byline(stack) or stands_over_dateline(stack) for stack in known)
    return signed >= max(MIN_SIGNED, MIN_SIGNED_SHARE * len(known))


def _has_gaps(blocks: Blocks, layout: Layout) -> bool:
    """Whether a blank line stands above the headlines that their byline or dateline proves."""
    gaps = []
    for place in range(1, len(blocks)):
        if blocks[place].kind not in HEADS or blocks[place - 1].kind in HEADS:
            continue
        end = stack_end(blocks, place, layout)
        stack = Stack(blocks=blocks, start=place, end=end, story=0, layout=layout)
        if stands_over_byline(stack) or stands_over_dateline(stack):
            gaps.append(blocks[place].follows_blank)
    return sum(gaps) >= MIN_GAP_SHARE * len(gaps)


def _judge(stack: Stack) -> tuple[Sureness | None, str]:
    for sureness, rule in HEADING_RULES:
        if rule(stack):
            return sureness, rule.__name__
    return None, "is_subheading"


# In order: the first that applies decides. `None` makes a sub-heading of the stack.
HEADING_RULES: tuple[tuple[Sureness | None, Callable[[Stack], bool]], ...] = (
    (Sureness.SURE, opens_page),
    (None, is_inside_archived_story),
    (Sureness.SURE, stands_under_section),
    (Sureness.SURE, is_marked_up),
    (Sureness.LIKELY, is_bulleted),
    (Sureness.LIKELY, stands_over_briefs),
    (Sureness.SURE, stands_over_dateline),
    (Sureness.LIKELY, stands_over_report),
    (None, stands_under_byline),
    (None, is_bare_numeral),
    (None, is_indented_heading),
    (None, is_piece_of_package),
    (Sureness.SURE, stands_over_byline),
    (None, is_box_label),
    (Sureness.LIKELY, stands_over_record),
    (Sureness.LIKELY, follows_page_end),
    (Sureness.LIKELY, is_flush_heading),
    (Sureness.LIKELY, follows_gap),
    (None, lacks_gap),
    (Sureness.LIKELY, opens_series),
    (Sureness.LIKELY, continues_series),
    (None, is_numbered_heading),
    (None, is_marked_subheading),
    (None, is_paired_with_quotation),
    (None, lacks_text),
    (Sureness.GUESS, is_advertisement),
    (Sureness.LIKELY, has_deck),
    (Sureness.LIKELY, is_standing_head),
    (Sureness.LIKELY, stands_over_note),
    (Sureness.LIKELY, stands_over_letter),
    (Sureness.LIKELY, stands_over_poem),
    (Sureness.LIKELY, names_column),
    (Sureness.LIKELY, stands_over_picture),
    (Sureness.LIKELY, stands_over_caption),
    (Sureness.LIKELY, follows_picture),
    (None, is_column_label),
    (Sureness.LIKELY, is_over_column),
    (Sureness.LIKELY, follows_end),
    (Sureness.LIKELY, follows_signed_text),
    (Sureness.LIKELY, ends_in_byline),
    (None, is_quoted_heading),
    (None, follows_list),
    (Sureness.GUESS, has_several_lines),
    (None, echoes_story),
    (Sureness.GUESS, changes_subject),
)
