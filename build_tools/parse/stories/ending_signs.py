"""What shows that a heading opens a story: the end of the one above, or of its own."""

from build_tools.parse.lines.credits import is_editors_note
from build_tools.parse.lines.line import RUNNING, LineKind
from build_tools.parse.stories.inline_bylines import is_signed_at_foot
from build_tools.parse.stories.stacks import HEADS, MAX_STORY_BLOCKS, Stack

MAX_SIGNED_BLOCKS = 30
"""How far below a heading its byline is looked for, in blocks."""


def follows_end(stack: Stack) -> bool:
    """A heading behind what closes a story: a byline at the foot, a note, a signature.

    Source: newspaper habit: （作者为…） - （新华社北京电） - ■徐远山 陈小川 - （完） - a guide.
    Not: an editor's note, which opens a story.
    """
    before = stack.before
    if before is not None and before.rule == "settle_guide":
        return True
    if before is None or before.kind not in {LineKind.NOTE, LineKind.BYLINE}:
        return False
    if before.kind is LineKind.NOTE:
        return not is_editors_note(before.text)
    above = stack.blocks[stack.start - 2] if stack.start > 1 else None
    return above is not None and above.kind in RUNNING


def follows_signed_text(stack: Stack) -> bool:
    """A heading behind a paragraph that closes with its writers: …。■江明月 陶敏.

    Source: local papers glue the writers to the last paragraph.
    Not: a picture's credit, or an agency's name.
    """
    before = stack.before
    return before is not None and before.kind is LineKind.TEXT and is_signed_at_foot(before.text)


def ends_in_byline(stack: Stack) -> bool:
    """The text under the heading ends in a byline of its own.

    Source: newspaper habit: commentaries are signed at the foot.
    Not: the last part of a story that is signed at its foot alone.
    """
    for place in range(stack.end, min(len(stack.blocks), stack.end + MAX_SIGNED_BLOCKS)):
        if stack.blocks[place].kind in HEADS:
            return False
        if stack.blocks[place].kind is LineKind.BYLINE:
            below = stack.blocks[place + 1] if place + 1 < len(stack.blocks) else None
            return (below is None or below.kind in HEADS) and _is_signed_above(stack)
    return False


def _is_signed_above(stack: Stack) -> bool:
    """Whether the story above has its byline already, under its headline."""
    if stack.story is None:
        return False
    above = stack.blocks[stack.story : min(stack.start, stack.story + MAX_STORY_BLOCKS)]
    return any(block.kind is LineKind.BYLINE for block in above)
