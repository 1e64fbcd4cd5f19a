"""The split as plain values for ``kanbao outline --json``."""

from collections.abc import Mapping, Sequence

from build_tools.model import Issue, ParagraphKind, SourceLine, Story
from build_tools.parse.bylines import parse_bylines

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
    bylines = story.bylines or tuple(byline for line in credits_ for byline in parse_bylines(line))
    running = (ParagraphKind.BODY, ParagraphKind.VERSE, ParagraphKind.LIST)
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
        "captions": _of_kind(story, ParagraphKind.CAPTION),
        "credits": [_outline_credit(line) for line in credits_],
        "subheadings": _of_kind(story, ParagraphKind.SUBHEADING),
    }


def _outline_credit(line: str) -> Mapping[str, JsonValue]:
    """Tell role and names of a picture credit apart, beside the line as printed."""
    bylines = parse_bylines(line)
    return {
        "printed": line,
        "role": " ".join(byline.role for byline in bylines),
        "names": [name for byline in bylines for name in byline.names],
    }


def _of_kind(story: Story, *kinds: ParagraphKind) -> list[str]:
    return [paragraph.text for paragraph in story.paragraphs if paragraph.kind in kinds]


def format_outline(issue: Issue) -> str:
    """Write the split for a person: one line a block, with its line of the input.

    Line numbers are those of the text file.
    """
    lines: list[str] = []
    for number, story in enumerate(issue.stories, start=1):
        section = f"  [{story.section}]" if story.section else ""
        lines.append(f"{number}. {story.headline or '(no headline)'}{section}  {story.kind}")
        lines += [f"     deck       {story.deck}"] if story.deck else []
        lines += [f"     kicker     {story.kicker}"] if story.kicker else []
        lines += [f"     byline     {b.role} {' '.join(b.names)}" for b in story.bylines]
        lines += [
            f"{p.span.first_line:5d} {p.kind:10} {p.text[:30]}{'…' if len(p.text) > 30 else ''}"  # noqa: PLR2004 - what fits a terminal
            for p in story.paragraphs
        ]
    for title, rest in (("furniture", issue.furniture), ("unplaced", issue.unplaced)):
        lines += [f"{line.span.first_line:5d} {title:10} {line.text}" for line in rest]
    return "\n".join(lines) + "\n"
