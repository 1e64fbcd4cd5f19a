"""Who took the pictures of a story."""

from build_tools.model import Byline, ParagraphKind, Story
from build_tools.parse.lines.credits import ends_in_credit, parse_credit


def photographers(story: Story) -> tuple[Byline, ...]:
    """Give who took the pictures of *story*, from its credit lines and captions."""
    credits_ = [p.text for p in story.paragraphs if p.kind is ParagraphKind.CREDIT]
    captions = [
        p.text
        for p in story.paragraphs
        if p.kind is ParagraphKind.CAPTION and ends_in_credit(p.text)
    ]
    return tuple(
        byline
        for line in (*credits_, *(c[-30:] for c in captions))
        for byline in parse_credit(line)
    )
