"""How well a page was split: what was found against the answers, line by line.

The measures are those by which newspaper splitters are compared on real pages:

* A start is right where it falls on one of the heading lines of a story or on its first line of
  text; furniture right above it counts as passed over. Both halves of a turned story may be
  found as one, or each by itself.
* A story is clean where `MIN_HELD` of its characters stand in one found story that holds nearly
  nothing of others. Furniture counts neither way.
* A headline is right where it is what was printed, but for spaces.
* Bylines are counted name by name.
* A character is lost, doubled or invented where its line stands in no story, in two, or is none
  of the page's.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from build_tools.model import Byline, Issue, Story, StoryKind
from build_tools.parse.stories.pictures import photographers
from tests.parse.page_cases import PageCase, PageError, PageStory, without_spaces

MIN_HELD = 0.98
"""Least share of a clean story's characters that stand in one found story."""
MAX_FOREIGN = 0.02
"""Largest share of others' characters in a clean story, of its own length."""
MAX_FOREIGN_CHARS = 2
"""How many more it may hold: a page number, a mark."""


class Measure(StrEnum):
    """What can be wrong with a story."""

    START = "start"
    """It was not found, or what was found is none."""
    CLEAN = "clean"
    """It lacks something of its own, or holds something of others."""
    HEADLINE = "headline"
    """It is another one."""
    NAME = "name"
    """Of a writer: missing, or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong."""

    measure: Measure
    """``headline``."""
    place: str
    """The same in every run, so that known faults can be listed: ``story 3``."""
    expected: str
    """``桥修好了``."""
    got: str
    """``桥修好了 绕路的日子结束了``."""

    def __str__(self) -> str:
        """All of it on two lines, one under the other."""
        head = f"{self.measure} of {self.place}: "
        return f"{head}expected {self.expected}\n{' ' * len(head)}     got {self.got}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStory:
    """What the splitter made of some lines."""

    lines: tuple[int, ...]
    """Their numbers, in the order of the story."""
    headline: str
    """Empty where it found none."""
    names: tuple[str, ...]
    """Writers; for a picture, who took it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageScore:
    """How one page, or all, were split."""

    starts_right: int = 0
    """Stories whose start was found."""
    starts_wrong: int = 0
    """Starts that are none."""
    starts_missed: int = 0
    """Stories whose start was not found."""
    clean: int = 0
    """Stories that are whole and by themselves."""
    headlines_right: int = 0
    """Exact headlines, or none where there is none."""
    headlines: int = 0
    """Stories that could have one: all but second halves."""
    names_right: int = 0
    """Writers found."""
    names_wrong: int = 0
    """Writers found that are none, or of another story."""
    names_missed: int = 0
    """Writers not found."""
    faults: tuple[Fault, ...] = field(default=(), repr=False)
    """What is wrong, story by story."""

    @property
    def stories(self) -> int:
        """How many there are."""
        return self.starts_right + self.starts_missed

    @property
    def boundary_f1(self) -> float:
        """F1 of the starts."""
        return _f1(self.starts_right, self.starts_wrong, self.starts_missed)

    @property
    def byline_f1(self) -> float:
        """F1 of the names."""
        return _f1(self.names_right, self.names_wrong, self.names_missed)

    def __str__(self) -> str:
        """One line."""
        return (
            f"boundaries F1 {self.boundary_f1:.4f} "
            f"({self.starts_wrong} wrong, {self.starts_missed} missed), "
            f"clean {self.clean}/{self.stories}, "
            f"headlines {self.headlines_right}/{self.headlines}, "
            f"bylines F1 {self.byline_f1:.4f} "
            f"({self.names_wrong} wrong, {self.names_missed} missed)"
        )


def _f1(right: int, wrong: int, missed: int) -> float:
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


def total(scores: Sequence[PageScore]) -> PageScore:
    """Add up *scores*, their faults left out."""
    return PageScore(
        starts_right=sum(score.starts_right for score in scores),
        starts_wrong=sum(score.starts_wrong for score in scores),
        starts_missed=sum(score.starts_missed for score in scores),
        clean=sum(score.clean for score in scores),
        headlines_right=sum(score.headlines_right for score in scores),
        headlines=sum(score.headlines for score in scores),
        names_right=sum(score.names_right for score in scores),
        names_wrong=sum(score.names_wrong for score in scores),
        names_missed=sum(score.names_missed for score in scores),
    )


def find_stories(issue: Issue, rows: Sequence[str]) -> tuple[FoundStory, ...]:
    """Give the lines of every story of *issue*, which are told from its text and its span.

    A turned story's span reaches over others, so those of few lines choose first.

    Args:
        issue: split from *rows*.
        rows: every line of the page.

    Raises:
        PageError: a line is held twice, or is none of the page's.
    """
    text_by_line = {number: row.strip() for number, row in enumerate(rows, 1) if row.strip()}
    for line in (*issue.furniture, *issue.unplaced):
        if text_by_line.pop(line.span.first_line, None) != line.text:
            raise PageError(line.span, f"doubled or invented: {line.text!r}")
    lines_by_place: dict[int, tuple[int, ...]] = {}
    for place, story in sorted(
        enumerate(issue.stories), key=lambda pair: pair[1].span.last_line - pair[1].span.first_line
    ):
        lines_by_place[place] = tuple(_claim(story, text_by_line))
    return tuple(
        FoundStory(
            lines=lines_by_place[place],
            headline=story.headline or "",
            names=tuple(
                dict.fromkeys(
                    name
                    for byline in story.bylines or _photographers(story)
                    for name in byline.names
                )
            ),
        )
        for place, story in enumerate(issue.stories)
    )


def _photographers(story: Story) -> tuple[Byline, ...]:
    return photographers(story) if story.kind is StoryKind.PHOTO else ()


def _claim(story: Story, text_by_line: dict[int, str]) -> Iterator[int]:
    """Take the lines of *story* out of *text_by_line*: the next that says so, or else any."""
    at = story.span.first_line
    for text in story.text.split("\n"):
        following = range(at, story.span.last_line + 1)
        number = next((n for n in following if text_by_line.get(n) == text), None)
        if number is None:
            number = next((n for n, other in text_by_line.items() if other == text), None)
        if number is None:
            raise PageError(story.span, f"doubled or invented: {text!r}")
        del text_by_line[number]
        at = number + 1
        yield number


def count_lost(issue: Issue, rows: Sequence[str]) -> int:
    """Give how many characters of *rows* stand nowhere in *issue*.

    Raises:
        PageError: a line is doubled or invented.
    """
    held = {number for story in find_stories(issue, rows) for number in story.lines}
    held.update(line.span.first_line for line in (*issue.furniture, *issue.unplaced))
    return sum(
        len(without_spaces(row)) for number, row in enumerate(rows, start=1) if number not in held
    )


def score_page(case: PageCase, found: Sequence[FoundStory]) -> PageScore:
    """Compare what was *found* with the answers of *case*."""
    found_by_number, wrong = _match_starts(case, found)
    clean = list(_judge_clean(case, found_by_number))
    headlines = list(_judge_headlines(case, found_by_number))
    names = list(_judge_names(case, found_by_number))
    names_of_stories = sum(len(story.bylines) for story in case.stories)
    missed = [story for story in case.stories if story.number not in found_by_number]
    names_missed = sum(fault.expected != "nobody" for fault in names)
    faults = (
        *(_missed_start(case, story, found) for story in missed),
        *(_wrong_start(case, story) for story in wrong),
        *clean,
        *headlines,
        *names,
    )
    second_halves = sum(story.continues is not None for story in case.stories)
    return PageScore(
        starts_right=len(found_by_number),
        starts_wrong=len(wrong),
        starts_missed=len(missed),
        clean=len(case.stories) - len(clean),
        headlines_right=len(case.stories) - second_halves - len(headlines),
        headlines=len(case.stories) - second_halves,
        names_right=names_of_stories - names_missed,
        names_wrong=len(names) - names_missed,
        names_missed=names_missed,
        faults=faults,
    )


def _match_starts(
    case: PageCase, found: Sequence[FoundStory]
) -> tuple[dict[int, FoundStory], list[FoundStory]]:
    """Give what was found of each story, by its number, and what is no story."""
    found_by_number: dict[int, FoundStory] = {}
    wrong: list[FoundStory] = []
    for one in found:
        start = _behind_furniture(case, one.lines[0])
        story = next(
            (
                story
                for story in case.stories
                if start in story.heading_lines and story.number not in found_by_number
            ),
            None,
        )
        if story:
            found_by_number[story.number] = one
        else:
            wrong.append(one)
    for story in case.stories:
        # A second half that was joined to its first one.
        first = found_by_number.get(story.continues or 0)
        if first and story.number not in found_by_number and story.lines[-1].line_no in first.lines:
            found_by_number[story.number] = first
    return found_by_number, wrong


def _behind_furniture(case: PageCase, line_no: int) -> int:
    while line_no < len(case.rows) and (
        line_no in case.furniture or not case.rows[line_no - 1].strip()
    ):
        line_no += 1
    return line_no


def _missed_start(case: PageCase, story: PageStory, found: Sequence[FoundStory]) -> Fault:
    line_no = story.lines[0].line_no
    inside = next((one for one in found if line_no in one.lines), None)
    place = f"inside the story from line {inside.lines[0]} on" if inside else "no story at all"
    return Fault(
        measure=Measure.START,
        place=f"story {story.number}",
        expected=f"line {line_no}, {_excerpt(case, line_no)}",
        got=place,
    )


def _wrong_start(case: PageCase, found: FoundStory) -> Fault:
    line_no = found.lines[0]
    inside = next((s for s in case.stories if line_no in {line.line_no for line in s.lines}), None)
    return Fault(
        measure=Measure.START,
        place=f"line {line_no}",
        expected=f"the rest of story {inside.number}" if inside else "furniture",
        got=f"a story from {_excerpt(case, line_no)} on",
    )


def _judge_clean(case: PageCase, found_by_number: Mapping[int, FoundStory]) -> Iterator[Fault]:
    whole_by_line = {line.line_no: _whole(story) for story in case.stories for line in story.lines}
    for story in case.stories:
        one = found_by_number.get(story.number)
        in_story = one.lines if one else ()
        own = [line.line_no for line in story.lines]
        lacking = [number for number in own if number not in in_story]
        foreign = [n for n in in_story if whole_by_line.get(n, _whole(story)) != _whole(story)]
        size = _count_chars(case, own)
        is_whole = _count_chars(case, lacking) <= (1 - MIN_HELD) * size
        if is_whole and _count_chars(case, foreign) <= MAX_FOREIGN * size + MAX_FOREIGN_CHARS:
            continue
        yield Fault(
            measure=Measure.CLEAN,
            place=f"story {story.number}",
            expected=f"lines {own[0]}-{own[-1]}, {_excerpt(case, own[0])}",
            got=f"lacks lines {lacking}, holds others' {foreign}" if one else "not found",
        )


def _whole(story: PageStory) -> int:
    """Give the number of the first half: both halves of a turned story are one."""
    return story.continues or story.number


def _count_chars(case: PageCase, numbers: Sequence[int]) -> int:
    return sum(len(without_spaces(case.rows[number - 1])) for number in numbers)


def _judge_headlines(case: PageCase, found_by_number: Mapping[int, FoundStory]) -> Iterator[Fault]:
    for story in case.stories:
        if story.continues is not None:
            continue
        one = found_by_number.get(story.number)
        if one and _is_headline(story, one):
            continue
        yield Fault(
            measure=Measure.HEADLINE,
            place=f"story {story.number}",
            expected=" or ".join(map(repr, (story.headline, *story.other_headlines))),
            got=repr(one.headline) if one else "not found",
        )


def _is_headline(story: PageStory, found: FoundStory) -> bool:
    got = without_spaces(found.headline)
    right = {without_spaces(text) for text in (story.headline, *story.other_headlines)}
    # Where a story has none, its own first words will do.
    opens = without_spaces("".join(line.text for line in story.lines)).startswith(got[:8])
    return got in right or (not story.headline and opens)


def _judge_names(case: PageCase, found_by_number: Mapping[int, FoundStory]) -> Iterator[Fault]:
    for story in case.stories:
        if story.continues is not None:
            continue
        one = found_by_number.get(story.number)
        names = one.names if one else ()
        for name in story.bylines:
            if name not in names:
                place = f"story {story.number} -{name}"
                got = " ".join(names) or "nobody"
                yield Fault(measure=Measure.NAME, place=place, expected=name, got=got)
        for name in names:
            if name not in story.bylines:
                place = f"story {story.number} +{name}"
                yield Fault(measure=Measure.NAME, place=place, expected="nobody", got=name)


def _excerpt(case: PageCase, line_no: int) -> str:
    return repr(case.rows[line_no - 1].strip()[:20])
