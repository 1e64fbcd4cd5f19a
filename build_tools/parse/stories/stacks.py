"""Heading lines that stand together, in their place on the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.parse.lines.layout import Layout
from build_tools.parse.lines.line import LineKind
from build_tools.parse.lines.rubrics import is_rubric
from build_tools.parse.stories.blocks import TextBlock

HEADS = frozenset((LineKind.HEADING, LineKind.SECTION))
"""What a stack is made of."""

MAX_STORY_BLOCKS = 9
"""How many blocks of a story are looked at to tell whether it is a picture's."""
Blocks = Sequence[TextBlock]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """Heading lines that stand together, in their place on the page."""

    blocks: Blocks
    """All of the page, furniture taken out."""
    start: int
    """First block of the stack."""
    end: int
    """First block behind it."""
    story: int | None
    """First block of the story above; `None` at the head of the page."""
    layout: Layout
    """Habits of the text."""

    @property
    def first(self) -> TextBlock:
        """Its first line."""
        return self.blocks[self.start]

    @property
    def before(self) -> TextBlock | None:
        """The block above it."""
        return self.blocks[self.start - 1] if self.start else None

    @property
    def after(self) -> TextBlock | None:
        """The block below it."""
        return self.blocks[self.end] if self.end < len(self.blocks) else None

    @property
    def after_kind(self) -> LineKind | None:
        """The kind of the block below it."""
        return self.after.kind if self.after else None

    @property
    def heads(self) -> Blocks:
        """Its blocks."""
        return self.blocks[self.start : self.end]


def stack_end(blocks: Blocks, place: int, layout: Layout) -> int:
    """Give the first place after the heading lines that stand together from *place*.

    A section opens a stack of its own, and so does a line behind a blank where blanks part
    stories.
    """
    if blocks[place].rule == "is_archive_title":
        return _archive_end(blocks, place)
    end = place + 1
    while end < len(blocks) and blocks[end].kind in HEADS:
        is_new_section = (
            blocks[end].kind is LineKind.SECTION and blocks[end - 1].kind is LineKind.HEADING
        )
        is_parted = (
            layout.parts_stories
            and blocks[end].follows_blank
            and blocks[end - 1].kind is LineKind.HEADING
            and not is_rubric(blocks[end - 1].text)
        )
        is_outdented = (
            layout.indents_body
            and blocks[end - 1].lines[0].is_indented
            and not blocks[end].lines[0].is_indented
        )
        is_archive = blocks[end].rule == "is_archive_title"
        is_on_next_page = (
            blocks[end].lines[0].follows_page and blocks[end - 1].kind is LineKind.HEADING
        )
        if is_new_section or is_parted or is_outdented or is_archive or is_on_next_page:
            break
        end += 1
    return end


def _archive_end(blocks: Blocks, place: int) -> int:
    """Give the end of a stack under an archive's own title.

    Its writer, its page and its column stand there, then the heading lines as printed.
    """
    end = place + 1
    is_placed = False
    while end < len(blocks):
        kind = blocks[end].kind
        if blocks[end].rule == "is_archive_title":
            return end
        if kind not in HEADS and (kind is not LineKind.BYLINE or is_placed):
            return end
        is_placed = is_placed or kind is LineKind.SECTION
        end += 1
    return end
