"""What a splitter case says of an issue: short enough to be read beside its text."""

from collections.abc import Mapping, Sequence

from build_tools.check.findings import find_in_issue
from build_tools.model import Issue, ParagraphKind, Story

Summary = Mapping[str, object]

_TITLE_BY_KIND = {
    ParagraphKind.BODY: "paragraphs",
    ParagraphKind.SUBHEADING: "subheadings",
    ParagraphKind.CAPTION: "captions",
    ParagraphKind.CREDIT: "credits",
    ParagraphKind.VERSE: "verses",
    ParagraphKind.LIST: "list",
    ParagraphKind.NOTE: "notes",
}


def summarise(issue: Issue) -> Summary:
    """Give the stories and what is left over; what is empty is left out."""
    return _filled(
        {
            "stories": [_summarise_story(story) for story in issue.stories],
            "furniture": [line.text for line in issue.furniture],
            "unplaced": [line.text for line in issue.unplaced],
            "findings": [finding.code for finding in find_in_issue(issue)],
        }
    )


def _summarise_story(story: Story) -> Summary:
    texts: dict[str, list[str]] = {}
    for paragraph in story.paragraphs:
        texts.setdefault(_TITLE_BY_KIND[paragraph.kind], []).append(paragraph.text)
    return _filled(
        {
            "kind": str(story.kind),
            "section": story.section,
            "kicker": story.kicker,
            "headline": story.headline,
            "deck": story.deck,
            "bylines": [_join(b.role, b.names) for b in story.bylines if not b.is_inline],
            "inline_bylines": [_join(b.role, b.names) for b in story.bylines if b.is_inline],
            **texts,
        }
    )


def _join(role: str, names: Sequence[str]) -> str:
    return " ".join((role, *names)).strip()


def _filled(fields: Mapping[str, object]) -> Summary:
    return {key: value for key, value in fields.items() if value}
