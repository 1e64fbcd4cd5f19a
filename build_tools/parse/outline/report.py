"""The split as plain values for ``kanbao outline --json``."""

from collections.abc import Mapping, Sequence

from build_tools.model import Issue, ParagraphKind, SourceLine, Story, StoryKind
from build_tools.parse.lines.classify import is_numeral
from build_tools.parse.lines.credits import parse_credit
from build_tools.parse.stories.pictures import photographers

JsonValue = str | None | Sequence["JsonValue"] | Mapping[str, "JsonValue"]


def outline_issue(issue: Issue) -> Mapping[str, JsonValue]:
    """Give everything the splitter found, nothing left out.

    A photographer counts among a photo story's bylines.
    """
    return {
        "stories": [_outline_story(story) for story in issue.stories],
        "furniture": _texts(issue.furniture),
        "unplaced": _texts(issue.unplaced),
    }


def _texts(lines: Sequence[SourceLine]) -> list[JsonValue]:
    return [line.text for line in lines]


def _outline_story(story: Story) -> Mapping[str, JsonValue]:
    credits_ = _of_kind(story, ParagraphKind.CREDIT)
    bylines = story.bylines or (photographers(story) if story.kind is StoryKind.PHOTO else ())
    inner = _of_kind(story, ParagraphKind.SUBHEADING)
    running = (ParagraphKind.BODY, ParagraphKind.VERSE, ParagraphKind.LIST, ParagraphKind.NOTE)
    return {
        "headline": story.headline,
        "kicker": story.kicker,
        "deck": story.deck,
        "section": story.section,
        "dateline": story.dateline,
        "bylines": [name for byline in bylines for name in byline.names],
        "kind": str(story.kind),
        "text": story.text,
        "paragraphs": _of_kind(story, *running),
        # 一, 二 between the parts of an essay: they head nothing by a name.
        "dividers": [text for text in inner if is_numeral(text)],
        "captions": _of_kind(story, ParagraphKind.CAPTION),
        "credits": [_outline_credit(line) for line in credits_],
        "subheadings": [text for text in inner if not is_numeral(text)],
    }


def _outline_credit(line: str) -> Mapping[str, JsonValue]:
    """Tell role and names of a picture credit apart, beside the line as printed."""
    bylines = parse_credit(line)
    return {
        "printed": line,
        "role": " ".join(byline.role for byline in bylines),
        "names": [name for byline in bylines for name in byline.names],
    }


def _of_kind(story: Story, *kinds: ParagraphKind) -> list[str]:
    return [paragraph.text for paragraph in story.paragraphs if paragraph.kind in kinds]
