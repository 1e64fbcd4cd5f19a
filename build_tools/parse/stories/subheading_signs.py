"""What shows that a heading stands inside a story: one small rule for each habit."""

import re
from collections.abc import Sequence

from build_tools.parse.lines.classify import is_numbered, is_numeral
from build_tools.parse.lines.line import LineKind
from build_tools.parse.lines.marks import MARKS
from build_tools.parse.lines.rubrics import is_box
from build_tools.parse.stories.blocks import TextBlock
from build_tools.parse.stories.cohesion import is_echo, shared
from build_tools.parse.stories.headline_signs import NAMED_COLUMN
from build_tools.parse.stories.stacks import HEADS, Stack

MAX_LABEL_CHARS = 4
"""Longest heading in a printed column that is a label inside its story."""
MAX_LONG_LABEL_CHARS = 6
"""Longest label at all; it must share more with its story."""
MIN_LONG_LABEL_SHARED = 0.06
"""Least share of its text that a longer label's story has."""
MIN_LABEL_SHARED = 0.02
"""Least share of its text that a label's story has; prose without 的 and 了 repeats less."""
MAX_PART_BLOCKS = 20
"""How far away the last or the next part of a feature begins."""
MAX_OPENING_BLOCKS = 6
"""How far into a package its editor's note ends."""
_SIGNED_BY_EDITOR = re.compile(r"(?:——|--|―)\s?本?[报刊版]?编[\s　]{0,2}[者辑]")
_REPORTER = re.compile(r"记者|通讯员|評論員|评论员")
_LABEL_WITH_DASH = re.compile(r"[\u4e00-\u9fff]{1,6}(?:——|──|――)")
_QUOTED = re.compile(r"[“「『][^“”「」]{1,40}[”」』]")


def is_inside_archived_story(stack: Stack) -> bool:
    """A heading inside a story that an archive put under a title of its own.

    Source: archives of papers, one file a story: every story has its ### title.
    Not: the title of the next story; a page and a column (第1版() / 专栏：) over a story without.
    """
    if stack.story is None or stack.first.rule in {"is_archive_title", "is_named_section"}:
        return False
    return stack.blocks[stack.story].rule == "is_archive_title"


def stands_under_byline(stack: Stack) -> bool:
    """A sub-heading, or the title of a chapter, right under the story's byline.

    Source: newspaper habit: features that open with a sub-heading; serials with chapter titles.
    Not: a headline behind the byline at the foot of the story above.
    """
    above = stack.blocks[stack.start - 2] if stack.start > 1 else None
    return (
        stack.before is not None
        and stack.before.kind is LineKind.BYLINE
        and above is not None
        and above.kind in HEADS
    )


def is_piece_of_package(stack: Stack) -> bool:
    """The title of a signed piece in a package that an editor's note introduces.

    Source: newspaper habit: readers' columns: 办事要实（大家谈） / … / ——编者 / title / writer.
    Not: a reporter's story, the next column, a headline behind a blank line that parts stories.
    """
    after, story = stack.after, stack.story
    if story is None or after is None or after.kind is not LineKind.BYLINE:
        return False
    if (stack.layout.parts_stories and stack.first.follows_blank) or _REPORTER.search(after.text):
        return False
    is_outdented = stack.layout.indents_body and not stack.first.lines[0].is_indented
    if is_outdented or any(NAMED_COLUMN.search(block.text) for block in stack.heads):
        return False
    opening = stack.blocks[story : min(stack.start, story + MAX_OPENING_BLOCKS)]
    return any(_SIGNED_BY_EDITOR.fullmatch(block.text) for block in opening)


def is_bare_numeral(stack: Stack) -> bool:
    """A number that parts the sections of an essay: 一 - （二）.

    Source: newspaper habit: essays in the supplement.
    Not: a page number, which stands beside other furniture.
    """
    return len(stack.heads) == 1 and is_numeral(stack.first.text)


def is_indented_heading(stack: Stack) -> bool:
    """A sub-heading, indented like the text around it where headlines are flush.

    Source: web editions, which indent every paragraph by two ideographic spaces.
    Not: an indented headline over its byline or dateline.
    """
    return stack.layout.indents_body and all(
        line.is_indented for block in stack.heads for line in block.lines
    )


def lacks_gap(stack: Stack) -> bool:
    """A sub-heading with no blank line above it, where one stands above every story.

    Source: text editions put together story by story.
    Not: a headline over its byline or dateline, told before.
    """
    return stack.layout.parts_stories and not stack.first.follows_blank


def is_numbered_heading(stack: Stack) -> bool:
    """A numbered sub-heading.

    Source: newspaper habit: 一、账要算清 - （二）….
    Not: items of a column that opened with a number.
    """
    return is_numbered(stack.first.text)


def is_marked_subheading(stack: Stack) -> bool:
    """A marked line over running text, inside a story.

    Source: newspaper habit: □十二个弯 between the paragraphs of a feature.
    Not: a section, which has a headline under it, or a headline over its byline.
    """
    return len(stack.heads) == 1 and stack.first.text[0] in MARKS


def lacks_text(stack: Stack) -> bool:
    """Lines among or under the rows of a table or an advertisement, with no text of their own.

    Source: newspaper habit: result tables, advertisements.
    Not: a headline, which has text, a picture or a byline under it.
    """
    return (
        (stack.after is None or stack.after.kind in {LineKind.LIST, LineKind.SECTION})
        and stack.before is not None
        and stack.before.kind in {LineKind.LIST, LineKind.VERSE}
    )


def is_column_label(stack: Stack) -> bool:
    """A label inside a story of printed columns, whose words go on under it: 交涉經過.

    Source: newspaper habit: tabloids of the 1920s and 30s.
    Not: a headline in several lines, or one over a byline or a wire.
    """
    after = stack.after
    if after is None or after.rule != "is_in_printed_column" or stack.story is None:
        return False
    is_short = len(stack.first.text) <= MAX_LABEL_CHARS
    least = MIN_LABEL_SHARED if is_short else MIN_LONG_LABEL_SHARED
    return (
        len(stack.heads) == 1
        and len(stack.first.text) <= MAX_LONG_LABEL_CHARS
        and shared(stack.blocks, stack.story, stack.start, stack.end) >= least
    )


def is_quoted_heading(stack: Stack) -> bool:
    """A quotation by itself: a sub-heading or a pull quote.

    Source: newspaper habit: interviews and features.
    Not: a quoted headline, which has a byline, a dateline or a deck under it.
    """
    return len(stack.heads) == 1 and _QUOTED.fullmatch(stack.first.text) is not None


def is_paired_with_quotation(stack: Stack) -> bool:
    """A sub-heading with a quotation under it or a dash behind it, as the next or last part has.

    Source: newspaper habit: features: 守住老集场—— / “石板路要留给孩子” before each part; 起步—— /
    抢在雨季之前 with a short word of one shape before each.
    Not: a headline with a quotation as its deck, the only one near; a long kicker (…强调——).
    """
    if len(stack.heads) != 2:  # noqa: PLR2004 - the sub-heading and what is under it
        return False
    blocks = stack.blocks
    first = max(stack.story or 0, stack.start - MAX_PART_BLOCKS)
    return _is_paired(blocks, stack.start) and any(
        _is_paired(blocks, at)
        for at in range(first + 1, min(len(blocks) - 1, stack.end + MAX_PART_BLOCKS))
        if not stack.start <= at < stack.end
    )


def _is_paired(blocks: Sequence[TextBlock], place: int) -> bool:
    if not blocks[place].kind is blocks[place + 1].kind is LineKind.HEADING:
        return False
    is_quoted = _QUOTED.fullmatch(blocks[place + 1].text) is not None
    return is_quoted or _LABEL_WITH_DASH.fullmatch(blocks[place].text) is not None


def is_box_label(stack: Stack) -> bool:
    """The label of a box that explains the story above it: 链接 - 名词解释.

    Source: newspaper habit: boxes are set inside the story they belong to.
    Not: such a label over a headline with a byline or a dateline of its own, told before.
    """
    return stack.story is not None and is_box(stack.first.text)


def follows_list(stack: Stack) -> bool:
    """A line behind the rows of a list that no other habit makes a headline: more of the list.

    Source: newspaper habit: lists of winners in several ranks.
    Not: a headline with a byline, a dateline or a deck, told before.
    """
    return stack.before is not None and stack.before.kind is LineKind.LIST


def echoes_story(stack: Stack) -> bool:
    """A pull quote or a sub-heading in words of the story above.

    Source: newspaper habit: pull quotes (引文) set between paragraphs.
    Not: a headline, whose words are those of the text under it.
    """
    return stack.story is not None and is_echo(
        stack.blocks, stack.story, stack.start, stack.first.text
    )
