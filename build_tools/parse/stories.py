"""Lines to an `Issue`: the one function that knows all steps of the split."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from build_tools.errors import LossError, NoStoryError
from build_tools.model import (
    Byline,
    Issue,
    Mend,
    Paragraph,
    ParagraphKind,
    SourceLine,
    SourceSpan,
    Story,
    StoryKind,
)
from build_tools.parse.blocks import CONTEXT_CHARS, TextBlock, build_blocks
from build_tools.parse.bylines import MARKS, parse_bylines
from build_tools.parse.files import SourceText
from build_tools.parse.folders import Masthead
from build_tools.parse.headlines import DATELINE, find_story_starts, heading_stack_end
from build_tools.parse.lines import Line, LineKind, classify_lines, is_furniture

MAX_BRIEF_CHARS = 150
"""Longest unsigned one-paragraph story that counts as a brief, in characters."""
MAX_PHOTO_PARAGRAPHS = 2
"""Most paragraphs of a photo story; with more it is an article with a picture."""

_LAYOUT_MARKS = MARKS + "、"
_COMMENTARY_SECTIONS = ("评论", "时评", "社论", "短评", "杂谈", "论坛", "快评", "锐评")
_NOTICE_HEADLINES = ("公告", "启事", "通告", "声明", "公示", "通知")
_DATELINE = re.compile(r"(?:本报|据?新华社)(?:[\u4e00-\u9fff]{1,8}?(?:\d{1,2}月)?\d{1,2}日)?[讯电]")
_KICKER_ENDINGS = ("：", ":", "——")


def split_issue(source: SourceText, masthead: Masthead) -> Issue:
    """Split the text of an issue into its stories.

    Raises:
        NoStoryError: no heading with text under it.
        LossError: a character would be lost or doubled (a defect of the rules, never expected).
    """
    lines = tuple(_without_masthead(classify_lines(source), masthead))
    furniture = tuple(
        SourceLine(text=line.text, span=_span(source, line.line_no, line.line_no))
        for line in lines
        if line.kind is LineKind.FURNITURE
    )
    blocks = build_blocks([line for line in lines if line.kind is not LineKind.FURNITURE])
    starts = find_story_starts(blocks)
    slices = _slices(blocks, starts)
    if not any(map(_is_story, slices)):
        raise NoStoryError(source.name)
    before = blocks[: starts[0]]
    issue = Issue(
        issue_id=masthead.issue_id,
        paper=masthead.paper,
        paper_english=masthead.paper_english,
        date=masthead.date,
        edition=masthead.edition,
        source=masthead.source,
        rights=masthead.rights,
        is_invented=masthead.is_invented,
        stories=_build_stories(slices, source),
        furniture=furniture,
        unplaced=tuple(_unplaced(before, slices, source)),
        mends=tuple(_mends(blocks, source)),
    )
    _refuse_loss(source, issue)
    return issue


def _without_masthead(lines: Iterable[Line], masthead: Masthead) -> Iterator[Line]:
    """Set a line apart that only says which paper and day this is.

    Source: newspaper habit: 榆川时报 / 2026年3月20日 星期五 第3版, in one line or several.
    """
    for line in lines:
        rest = line.text.removeprefix(masthead.paper).strip()
        is_masthead = line.text.startswith(masthead.paper) and (not rest or is_furniture(rest))
        yield replace(line, kind=LineKind.FURNITURE, rule="masthead") if is_masthead else line


def _span(source: SourceText, first_line: int, last_line: int) -> SourceSpan:
    return SourceSpan(file=source.name, first_line=first_line, last_line=last_line)


def _block_span(blocks: Sequence[TextBlock], source: SourceText) -> SourceSpan:
    return _span(source, blocks[0].lines[0].line_no, blocks[-1].lines[-1].line_no)


def _slices(
    blocks: Sequence[TextBlock], starts: Sequence[int]
) -> tuple[tuple[TextBlock, ...], ...]:
    return tuple(tuple(blocks[start:end]) for start, end in pairwise((*starts, len(blocks))))


def _is_story(blocks: Sequence[TextBlock]) -> bool:
    """Whether a slice has anything to read: a section line alone is no story."""
    return any(block.kind is LineKind.TEXT for block in blocks)


def _unplaced(
    before: Sequence[TextBlock], slices: Iterable[Sequence[TextBlock]], source: SourceText
) -> Iterable[SourceLine]:
    homeless = [*before, *(block for part in slices if not _is_story(part) for block in part)]
    for block in homeless:
        for line in block.lines:
            yield SourceLine(text=line.text, span=_span(source, line.line_no, line.line_no))


def _mends(blocks: Iterable[TextBlock], source: SourceText) -> Iterable[Mend]:
    for block in blocks:
        for before, line in pairwise(block.lines):
            yield Mend(
                before=before.text[-CONTEXT_CHARS:],
                after=line.text[:CONTEXT_CHARS],
                span=_span(source, line.line_no, line.line_no),
            )


def _build_stories(slices: Iterable[Sequence[TextBlock]], source: SourceText) -> tuple[Story, ...]:
    stories: list[Story] = []
    section: str | None = None
    used: set[str] = set()
    printed: Counter[str] = Counter()
    for blocks in slices:
        if blocks[0].kind is LineKind.SECTION:
            section = blocks[0].text.lstrip(MARKS).strip()
        if not _is_story(blocks):
            continue
        story = _build_story(blocks, section, source)
        if story.story_id in used:
            # Same headline twice (two notices): the whole text tells them apart.
            printed[story.text] += 1
            story = replace(story, story_id=_repeated_id(story.text, printed[story.text]))
        used.add(story.story_id)
        stories.append(story)
    return tuple(stories)


def _repeated_id(text: str, number: int) -> str:
    """Give the id of a story from its whole text; the same text printed again is counted."""
    return _story_id(text if number == 1 else f"{text}{number}")


def _story_id(text: str) -> str:
    """Give the stable id of a story from its headline, or its text where it has none."""
    return "s" + hashlib.sha256("".join(text.split()).encode()).hexdigest()[:8]


def _build_story(blocks: Sequence[TextBlock], section: str | None, source: SourceText) -> Story:
    content = blocks[1:] if blocks[0].kind is LineKind.SECTION else blocks
    stack_end = heading_stack_end(content, 0)
    kicker, headline, deck = _read_heading_stack([block.text for block in content[:stack_end]])
    body = content[stack_end:]
    kind = _story_kind(body, headline, section)
    text = "\n".join(line.text for block in blocks for line in block.lines)
    return Story(
        story_id=_story_id(headline or text),
        kind=kind,
        section=section,
        kicker=kicker,
        headline=headline,
        deck=deck,
        bylines=_read_bylines(body),
        dateline=_find_dateline(body),
        paragraphs=tuple(
            Paragraph(
                kind=_paragraph_kind(block, kind),
                text=block.text,
                span=_block_span([block], source),
            )
            for block in body
            if block.kind is not LineKind.BYLINE
        ),
        text=text,
        span=_block_span(blocks, source),
    )


def _read_heading_stack(lines: Sequence[str]) -> tuple[str | None, str | None, str | None]:
    """Tell kicker, headline and deck apart.

    A kicker ends in a colon or dash. Of what is left the first line is the headline and the
    others its deck.

    Source: newspaper habit: 引题, 主题, 副题.
    """
    rest = list(lines)
    kicker = rest.pop(0) if len(rest) > 1 and rest[0].endswith(_KICKER_ENDINGS) else None
    headline = rest.pop(0) if rest else None
    return kicker, headline, " ".join(rest) or None


def _read_bylines(body: Iterable[TextBlock]) -> tuple[Byline, ...]:
    return tuple(
        byline
        for block in body
        if block.kind is LineKind.BYLINE
        for byline in parse_bylines(block.text)
    )


def _find_dateline(body: Iterable[TextBlock]) -> str | None:
    """Give the place and day that open the first paragraph; they stay in its text too.

    Source: newspaper habit (电头): 本报讯, 本报北京2月10日电, 据新华社北京9月9日电.
    """
    first = next((block.text for block in body if block.kind is LineKind.TEXT), "")
    match = DATELINE.match(first)
    return match[0] if match else None


def _story_kind(body: Sequence[TextBlock], headline: str | None, section: str | None) -> StoryKind:
    texts = [block.text for block in body if block.kind is LineKind.TEXT]
    bylines = [block.text for block in body if block.kind is LineKind.BYLINE]
    has_credit = any(block.kind is LineKind.CREDIT for block in body)
    if has_credit and not bylines and len(texts) <= MAX_PHOTO_PARAGRAPHS:
        return StoryKind.PHOTO
    # ◎ before a bare name marks opinion; reporters carry their role.
    if any(line.startswith("◎") and not parse_bylines(line)[0].role for line in bylines):
        return StoryKind.COMMENTARY
    if section and section.endswith(_COMMENTARY_SECTIONS):
        return StoryKind.COMMENTARY
    if headline and headline.endswith(_NOTICE_HEADLINES):
        return StoryKind.NOTICE
    if not bylines and len(texts) == 1 and len(texts[0]) <= MAX_BRIEF_CHARS:
        return StoryKind.BRIEF
    return StoryKind.ARTICLE


def _paragraph_kind(block: TextBlock, story_kind: StoryKind) -> ParagraphKind:
    if block.kind is LineKind.CREDIT:
        return ParagraphKind.CREDIT
    if block.kind is LineKind.HEADING:
        return ParagraphKind.SUBHEADING
    return ParagraphKind.CAPTION if story_kind is StoryKind.PHOTO else ParagraphKind.BODY


def _refuse_loss(source: SourceText, issue: Issue) -> None:
    """Stop unless every character is in exactly one story, furniture or unplaced line.

    And unless the parts of each story hold what its lines hold; marks before sections and
    bylines, and what parts two names, are layout.
    """
    held = _characters(
        *(story.text for story in issue.stories),
        *(line.text for line in (*issue.furniture, *issue.unplaced)),
    )
    given = _characters(*source.lines)
    for story in issue.stories:
        missing = _characters(story.text) - _characters(*_parts(story))
        missing -= Counter({mark: missing[mark] for mark in _LAYOUT_MARKS})
        # The section stands in its first story's lines only, and in every story's parts.
        doubled = _characters(*_parts(story)) - _characters(story.text, story.section or "")
        held -= missing
        held += doubled
    if held != given:
        lost, doubled_total = (given - held).total(), (held - given).total()
        problem = f"the split would lose {lost} characters and double {doubled_total}"
        raise LossError(source.name, problem, "Report this text to the project.")


def _characters(*texts: str) -> Counter[str]:
    return Counter(c for text in texts for c in text if not c.isspace())


def _parts(story: Story) -> Iterator[str]:
    yield from filter(None, (story.section, story.kicker, story.headline, story.deck))
    for byline in story.bylines:
        yield from (byline.role, *byline.names)
    for paragraph in story.paragraphs:
        yield paragraph.text
