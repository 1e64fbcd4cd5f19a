"""What a picture shows of the heading beside it: captions, credits and titles."""

from build_tools.parse.lines.datelines import DATELINE
from build_tools.parse.lines.line import RUNNING, LineKind
from build_tools.parse.stories.stacks import HEADS, MAX_STORY_BLOCKS, Stack

MAX_CAPTION_BLOCKS = 2
"""Most paragraphs between a picture's title and its credit line."""
MAX_CAPTION_CHARS = 140
"""Longest line between headline and dateline that is a caption if it ends in no full stop."""
MAX_SHORT_CAPTION_CHARS = 60
"""Longest line between headline and dateline that can be a caption without credit."""


def stands_over_picture(stack: Stack) -> bool:
    """A picture's title: a caption of one or two paragraphs, then the credit line.

    Source: newspaper habit: 急救培训 / 近日，… / 本报记者 安冀东 摄.
    Not: a sub-heading with its paragraphs, which no credit line follows.
    """
    following = stack.blocks[stack.end : stack.end + MAX_CAPTION_BLOCKS + 1]
    kinds = [block.kind for block in following]
    return LineKind.CREDIT in kinds and set(kinds[: kinds.index(LineKind.CREDIT)]) <= {
        LineKind.TEXT,
        LineKind.CAPTION,
    }


def stands_over_caption(stack: Stack) -> bool:
    """A picture's title over a caption that names its photographer, and nothing more.

    Source: newspaper habit: pages of pictures.
    Not: a headline whose story begins with a caption.
    """
    after = stack.after
    below = stack.blocks[stack.end + 1] if stack.end + 1 < len(stack.blocks) else None
    return (
        after is not None
        and after.kind is LineKind.CAPTION
        and (below is None or below.kind in {*HEADS, LineKind.CREDIT})
    )


def stands_over_report(stack: Stack) -> bool:
    """A headline over a caption or two, then a dateline.

    Source: Taiwan's papers: headline / caption of the picture / 〔記者江月／臺北報導〕….
    Not: a sub-heading, whose paragraphs are longer than captions and carry no dateline.
    """
    for block in stack.blocks[stack.end : stack.end + MAX_CAPTION_BLOCKS + 1]:
        if DATELINE.match(block.text):
            return True
        most = MAX_SHORT_CAPTION_CHARS if block.text[-1] in "。！？”」" else MAX_CAPTION_CHARS
        is_short = block.kind is LineKind.TEXT and len(block.text) <= most
        if block.kind not in {LineKind.CAPTION, LineKind.NOTE} and not is_short:
            return False
    return False


def follows_picture(stack: Stack) -> bool:
    """A photo story ends at its credit line, so the next heading opens another story.

    Source: newspaper habit: three photo stories in a row.
    Not: a picture in the middle of a long story.
    """
    if stack.story is None or stack.before is None:
        return False
    above = stack.blocks[stack.story : min(stack.start, stack.story + MAX_STORY_BLOCKS)]
    texts = [block for block in above if block.kind in RUNNING]
    if stack.before.kind is LineKind.CAPTION:
        return all(block.kind is LineKind.CAPTION for block in texts)
    return stack.before.kind is LineKind.CREDIT and len(texts) <= MAX_CAPTION_BLOCKS
