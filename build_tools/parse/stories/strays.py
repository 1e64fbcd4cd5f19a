"""Headings with nothing under them: they belong to the story above."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_tools.parse.lines.credits import is_picture_title
from build_tools.parse.stories.roles import Opening, PlannedBlock, Role

STRAY_RULE = "is_stray_heading"
"""The rule of a heading that opens nothing."""

_READ = frozenset((Role.SUBHEADING, Role.BODY, Role.CAPTION, Role.CREDIT, Role.VERSE, Role.LIST))


def is_story(blocks: Sequence[PlannedBlock]) -> bool:
    """Whether *blocks* hold anything to read: a section or a heading alone is no story.

    The title of a picture that is lost is one.
    """
    if any(is_picture_title(block.text) for block in blocks):
        return True
    return any(block.role in _READ and any(c.isalnum() for c in block.text) for block in blocks)


def part_stories(blocks: Sequence[PlannedBlock]) -> tuple[tuple[PlannedBlock, ...], ...]:
    """Part *blocks*, furniture taken out, where stories open."""
    parts: list[list[PlannedBlock]] = []
    for block in blocks:
        if block.opening is not Opening.NONE or not parts:
            parts.append([])
        parts[-1].append(block)
    return tuple(map(tuple, parts))


def house_strays(blocks: Sequence[PlannedBlock]) -> Iterator[PlannedBlock]:
    """Make sub-headings of headings that nothing stands under, but of sections never.

    Source: newspaper habit: a motto or a sponsor's line at the foot of a page.
    """
    has_story = False
    for part in part_stories(blocks):
        is_section = any(block.role is Role.SECTION for block in part)
        if is_story(part) or is_section or not has_story:
            has_story = has_story or is_story(part)
            yield from part
            continue
        for block in part:
            yield replace(
                block,
                role=Role.SUBHEADING,
                rule=STRAY_RULE,
                opening=Opening.NONE,
                start_rule="",
            )
