"""Nothing of a text is lost, doubled or invented by its split: checked before it is used."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from build_tools.errors import LossError
from build_tools.model import Issue, Story
from build_tools.parse.lines.marks import MARKS
from build_tools.parse.source.files import SourceText
from build_tools.parse.stories.roles import PlannedBlock, Role

# What parts names and sets off sections: layout, not text.
_LAYOUT_MARKS = MARKS + "、，,;；/／｜|：:（）()〔〕【】［］[]#-·N"

Slice = Sequence[PlannedBlock]


def refuse_loss(source: SourceText, issue: Issue, slices: Iterable[Slice]) -> None:
    """Stop unless every character is in exactly one story, furniture or unplaced line.

    And unless the parts of each story hold what its lines hold; marks before sections and
    bylines, and what parts two names, are layout.
    """
    held = _characters(
        *(story.text for story in issue.stories),
        *(line.text for line in (*issue.furniture, *issue.unplaced)),
    )
    given = _characters(*source.lines)
    lost, doubled = given - held, held - given
    for story, blocks in zip(issue.stories, slices, strict=True):
        lost += _missing_from_parts(story, blocks)
        # The section stands in its first story's lines only, and in every story's parts.
        doubled += _characters(*_parts(story)) - _characters(story.text, story.section or "")
    if lost or doubled:
        problem = f"the split would lose {lost.total()} characters and double {doubled.total()}"
        raise LossError(source.name, problem, "Report this text to the project.")


def _missing_from_parts(story: Story, blocks: Slice) -> Counter[str]:
    """Give what stands in the lines of *story* and in none of its parts, marks apart."""
    missing = _characters(story.text) - _characters(*_parts(story))
    # What names a section or numbers a headline: 第A16版:, 1、, a link's target.
    headings = (b.text for b in blocks if b.role in {Role.SECTION, Role.HEADLINE})
    missing -= _characters(*headings) - _characters(story.section or "", story.headline or "")
    return Counter({c: n for c, n in missing.items() if c not in _LAYOUT_MARKS})


def holds_but_marks(text: str, read: str) -> bool:
    """Whether *read* has every character of *text* but marks and what parts names.

    >>> holds_but_marks("□本报记者 江月", "本报记者江月"), holds_but_marks("江月 等", "江月")
    (True, False)
    """
    return set(_characters(text) - _characters(read)) <= set(_LAYOUT_MARKS)


def _characters(*texts: str) -> Counter[str]:
    return Counter(c for text in texts for c in text if not c.isspace())


def _parts(story: Story) -> Iterator[str]:
    yield from filter(None, (story.section, story.kicker, story.headline, story.deck))
    for byline in story.bylines:
        if not byline.is_inline:
            yield from (byline.role, *byline.names)
    for paragraph in story.paragraphs:
        yield paragraph.text
