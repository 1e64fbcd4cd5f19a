"""A planned page to an `Issue`: the one place where stories are made, and loss is refused."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from build_tools.errors import IssueFolderError, NoStoryError
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
from build_tools.parse.folders import Masthead
from build_tools.parse.lines.bylines import parse_bylines
from build_tools.parse.lines.credits import find_artist, is_of_writer, parse_credit
from build_tools.parse.lines.datelines import DATELINE
from build_tools.parse.lines.line import NARROW_RULE
from build_tools.parse.lines.markdown_marks import part_title
from build_tools.parse.lines.marks import bare
from build_tools.parse.loss import holds_but_marks, refuse_loss
from build_tools.parse.outline.entries import EditedOutline
from build_tools.parse.outline.fit import FittedPlan, fit_outline
from build_tools.parse.plan import plan_page
from build_tools.parse.source.files import SourceText
from build_tools.parse.stories.blocks import CONTEXT_CHARS
from build_tools.parse.stories.headings import MAX_NARROW_CHARS
from build_tools.parse.stories.inline_bylines import find_inline_bylines, find_recorders
from build_tools.parse.stories.kinds import story_kind
from build_tools.parse.stories.roles import HEAD_ROLES, Opening, Plan, PlannedBlock, Role
from build_tools.parse.stories.starts import Sureness
from build_tools.parse.stories.strays import is_story, part_stories
from build_tools.parse.stories.turns import join_turned

Slice = Sequence[PlannedBlock]


def split_issue(
    source: SourceText, masthead: Masthead, outline: EditedOutline | None = None
) -> Issue:
    """Split the text of an issue into its stories.

    Args:
        source: the text.
        masthead: of the issue.
        outline: of an editor, which overrules the rules.

    Raises:
        NoStoryError: nothing that could be a story.
        IssueFolderError: *outline* leaves nothing that could be one.
        LossError: a character would be lost or doubled (a defect of the rules, never expected).
    """
    fitted = fit_page(source, masthead, outline)
    plan = fitted.plan
    parts = join_turned(part_stories(_in_stories(plan)))
    slices = tuple(filter(is_story, parts))
    homeless = [block for part in parts if not is_story(part) for block in part]
    if not slices and outline:
        raise IssueFolderError(outline.name, "leaves no story", "Make a paragraph 'body' again.")
    if not slices:
        raise NoStoryError(source.name)
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
        furniture=tuple(_source_lines(_of_role(plan, Role.FURNITURE), source)),
        unplaced=tuple(_source_lines((*_of_role(plan, Role.UNPLACED), *homeless), source)),
        mends=tuple(_mends(plan.blocks, source)),
        misfits=tuple(
            SourceLine(
                text=entry.excerpt,
                span=SourceSpan(file=outline.name, first_line=entry.place, last_line=entry.place),
            )
            for entry in fitted.misfits
            if outline
        ),
        newcomers=tuple(
            SourceLine(text=line.text, span=_span(source, line.line_no, line.line_no))
            for line in fitted.newcomers
        ),
        guesses=tuple(_source_lines(filter(_is_guess, chain.from_iterable(slices)), source)),
    )
    refuse_loss(source, issue, slices)
    return issue


def fit_page(
    source: SourceText, masthead: Masthead, outline: EditedOutline | None = None
) -> FittedPlan:
    """Plan a page by the rules, and let an editor's outline overrule them."""
    by_rules = plan_page(source, masthead)
    if outline is None:
        return FittedPlan(plan=by_rules, misfits=(), newcomers=())
    return fit_outline(outline.entries, by_rules)


def _in_stories(plan: Plan) -> Slice:
    outside = {Role.FURNITURE, Role.UNPLACED}
    return [block for block in plan.blocks if block.role not in outside]


def _is_guess(block: PlannedBlock) -> bool:
    """Whether the rules guessed that a heading opens a story, or that it does not."""
    is_decided = block.opening is not Opening.NONE or block.role is Role.SUBHEADING
    return is_decided and block.sureness is Sureness.GUESS


def _of_role(plan: Plan, role: Role) -> Slice:
    return [block for block in plan.blocks if block.role is role]


def _source_lines(blocks: Iterable[PlannedBlock], source: SourceText) -> Iterator[SourceLine]:
    for block in blocks:
        for line in block.lines:
            yield SourceLine(text=line.text, span=_span(source, line.line_no, line.line_no))


def _span(source: SourceText, first_line: int, last_line: int) -> SourceSpan:
    return SourceSpan(file=source.name, first_line=first_line, last_line=last_line)


def _block_span(blocks: Slice, source: SourceText) -> SourceSpan:
    return _span(source, blocks[0].lines[0].line_no, blocks[0].lines[-1].line_no)


def _mends(blocks: Iterable[PlannedBlock], source: SourceText) -> Iterator[Mend]:
    """Every joint of a mended paragraph; a printed column, which has one a line, counts once."""
    for block in blocks:
        if len(block.lines) == 1 or block.role in {Role.FURNITURE, Role.UNPLACED}:
            continue
        joints = list(pairwise(block.lines))
        if block.lines[0].rule == "is_in_printed_column" or block.lines[1].rule == NARROW_RULE:
            joints = joints[:1]
        for before, line in joints:
            last = block.lines[-1] if len(joints) == 1 else line
            yield Mend(
                before=before.text[-CONTEXT_CHARS:],
                after=line.text[:CONTEXT_CHARS],
                span=_span(source, line.line_no, last.line_no),
            )


def _build_stories(slices: Sequence[Slice], source: SourceText) -> tuple[Story, ...]:
    stories: list[Story] = []
    section: str | None = None
    used: set[str] = set()
    printed: Counter[str] = Counter()
    for blocks in slices:
        printed_sections = [block for block in blocks if block.role is Role.SECTION]
        section = _join_sections(printed_sections) if printed_sections else section
        story = _build_story(blocks, section, source)
        while story.story_id in used:
            # Same headline twice (two notices): the whole text tells them apart.
            printed[story.text] += 1
            story = replace(story, story_id=_repeated_id(story.text, printed[story.text]))
        used.add(story.story_id)
        stories.append(story)
    return tuple(stories)


def _join_sections(blocks: Slice) -> str | None:
    """Join a section's lines: those of one rubric set narrow (社會 / 小說) without a space."""
    names = [bare(block.text) for block in blocks]
    is_narrow = all(len(name) <= MAX_NARROW_CHARS for name in names)
    is_marked = any(name != block.text for name, block in zip(names, blocks, strict=True))
    between = "" if is_narrow and not is_marked else " "
    return between.join(filter(None, names)) or None


def _repeated_id(text: str, number: int) -> str:
    """Give the id of a story from its whole text; the same text printed again is counted."""
    return _story_id(text if number == 1 else f"{text}{number}")


def _story_id(text: str) -> str:
    """Give the stable id of a story from its headline, or its text where it has none."""
    return "s" + hashlib.sha256("".join(text.split()).encode()).hexdigest()[:8]


def _build_story(blocks: Slice, section: str | None, source: SourceText) -> Story:
    headline, remark = part_title(_join_heads(blocks, Role.HEADLINE) or "")
    deck = " ".join(filter(None, (remark, _join_heads(blocks, Role.DECK))))
    body = [block for block in blocks if block.role not in HEAD_ROLES]
    bylines = (*_read_bylines(body), *_read_artist(headline))
    kind = story_kind(body, headline or None, section, bylines)
    if kind is StoryKind.PHOTO:
        bylines = _read_artist(headline)
    lines = sorted((line for block in blocks for line in block.lines), key=lambda x: x.line_no)
    text = "\n".join(line.text for line in lines)
    return Story(
        story_id=_story_id(headline or text),
        kind=kind,
        section=section,
        kicker=_join_heads(blocks, Role.KICKER),
        headline=headline or None,
        deck=deck or None,
        bylines=bylines,
        dateline=_find_dateline(body),
        paragraphs=tuple(
            Paragraph(
                kind=_paragraph_kind(block, kind),
                text=block.text,
                span=_block_span([block], source),
            )
            for block in body
            if block.role is not Role.BYLINE
        ),
        text=text,
        span=_span(source, lines[0].line_no, lines[-1].line_no),
    )


def _join_heads(blocks: Slice, role: Role) -> str | None:
    """Join the lines of one heading: with a space, but none behind a comma."""
    lines = [
        bare(line.text) if role is Role.HEADLINE and at == 0 else line.text
        for at, line in enumerate(
            line for block in blocks if block.role is role for line in block.lines
        )
    ]
    joined = " ".join(filter(None, lines))
    return re.sub(r"(?<=[，、,]) ", "", joined) or None


def _read_bylines(body: Slice) -> tuple[Byline, ...]:
    """Give the writers: on lines of their own, then those the text names."""
    printed = [
        byline for block in body if block.role is Role.BYLINE for byline in _read_byline(block.text)
    ]
    named = {name for byline in printed for name in byline.names}
    in_columns = any(block.lines[0].rule == "is_in_printed_column" for block in body)
    running = [block.text for block in body if block.role in {Role.BODY, Role.CAPTION, Role.LIST}]
    at_foot = (replace(byline, is_inline=True) for block in body for byline in _read_foot(block))
    inline = (
        byline
        for byline in (*find_inline_bylines(running, in_columns=in_columns), *at_foot)
        if not named.issuperset(byline.names)
    )
    return (*printed, *inline)


def _read_foot(block: PlannedBlock) -> tuple[Byline, ...]:
    """Give the writers that a remark or a picture's credit under the story names."""
    if block.role is Role.NOTE:
        return find_recorders(block.text)
    if block.role is Role.CREDIT and is_of_writer(block.text):
        return parse_credit(block.text)
    return ()


def _read_artist(headline: str) -> tuple[Byline, ...]:
    """Give the maker of a work of art, which the headline names."""
    artist = find_artist(headline) if headline else None
    return (replace(artist, is_inline=True),) if artist else ()


def _read_byline(text: str) -> tuple[Byline, ...]:
    """Read a line that names its writers.

    What an editor's outline calls a byline and the rules cannot read stands as it is printed.
    """
    bylines = parse_bylines(text)
    read = "".join(part for byline in bylines for part in (byline.role, *byline.names))
    if holds_but_marks(text, read):
        return bylines
    return (Byline(role=text, names=()),)


def _find_dateline(body: Slice) -> str | None:
    """Give the place and day that open the first paragraph; they stay in its text too.

    Source: newspaper habit (电头): 本报讯, 本报北京2月10日电, 据新华社北京9月9日电.
    """
    first = next((block.text for block in body if block.role is Role.BODY), "")
    match = DATELINE.match(first)
    return match[0] if match else None


def _paragraph_kind(block: PlannedBlock, story_kind: StoryKind) -> ParagraphKind:
    if block.role is Role.BODY and story_kind is StoryKind.PHOTO:
        return ParagraphKind.CAPTION
    return ParagraphKind(str(block.role))
