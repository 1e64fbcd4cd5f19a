"""Whole pages, as messy as papers are: what every kind of page is split into."""

from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import yaml

from build_tools.parse.source.files import parse_source_text
from tests.parse.newspaper import split
from tests.parse.page_cases import PAGES, PageCase, PageError, load_pages, parse_page
from tests.parse.page_scores import (
    FoundStory,
    Measure,
    PageScore,
    count_lost,
    find_stories,
    score_page,
    total,
)

# What the rules reach on all pages together. None may fall: a rule that gains a story on one
# page and loses one on another unlearns a habit that real papers have. Raise them with the rules.
MIN_BOUNDARY_F1 = 0.9906
MIN_CLEAN_STORIES = 678
MIN_EXACT_HEADLINES = 670
MIN_BYLINE_F1 = 0.9711

KNOWN_FAULTS = PAGES / "known_faults.yml"
KNOWN_FAULTS_HEAD = """\
# What the rules get wrong on each page, so that a new fault is seen at once: no page may have
# more of a kind. `pytest tests/parse/test_pages.py --regen-golden` writes it again.
"""

every_page = pytest.mark.parametrize("case", load_pages(), ids=lambda case: case.name)


@cache
def _score(case: PageCase) -> PageScore:
    return score_page(case, find_stories(split(case.text), case.rows))


@every_page
def test_bytes_are_read_as_the_lines_of(case: PageCase) -> None:
    lines = parse_source_text(case.content, name="issue.txt").lines
    assert lines == (*case.rows, "")


@every_page
def test_nothing_is_lost_doubled_or_invented_of(case: PageCase) -> None:
    assert count_lost(split(case.text), case.rows) == 0


@pytest.fixture(scope="module")
def known_faults(request: pytest.FixtureRequest) -> dict[str, dict[str, list[str]]]:
    if request.config.getoption("--regen-golden"):
        _write_known_faults(KNOWN_FAULTS)
    faults: dict[str, dict[str, list[str]]] = yaml.safe_load(
        KNOWN_FAULTS.read_text(encoding="utf-8")
    )
    return faults


def _write_known_faults(path: Path) -> None:
    table: dict[str, dict[str, list[str]]] = {}
    for case in load_pages():
        for fault in _score(case).faults:
            page = table.setdefault(case.name, {})
            page.setdefault(str(fault.measure), []).append(fault.place)
    text = yaml.safe_dump(table, allow_unicode=True, sort_keys=False, width=100)
    path.write_text(KNOWN_FAULTS_HEAD + text, encoding="utf-8", newline="\n")


@every_page
def test_no_more_than_the_known_faults_in(
    case: PageCase, known_faults: dict[str, dict[str, list[str]]]
) -> None:
    known = known_faults.get(case.name, {})
    faults = _score(case).faults
    counts = Counter(fault.measure for fault in faults)
    new = [fault for fault in faults if fault.place not in known.get(fault.measure, [])]
    worse = [m for m in Measure if counts[m] > len(known.get(m, []))]
    told = "\n".join(map(str, new))
    assert not worse, f"{case.name} ({case.habit}) is split worse: {', '.join(worse)}\n{told}"


def test_all_pages_together_are_split_as_well_as_ever() -> None:
    score = total([_score(case) for case in load_pages()])
    reached = (
        round(score.boundary_f1, 4),
        score.clean,
        score.headlines_right,
        round(score.byline_f1, 4),
    )
    least = (MIN_BOUNDARY_F1, MIN_CLEAN_STORIES, MIN_EXACT_HEADLINES, MIN_BYLINE_F1)
    assert all(got >= floor for got, floor in zip(reached, least, strict=True)), score


def test_known_faults_are_of_pages_that_exist(
    known_faults: dict[str, dict[str, list[str]]],
) -> None:
    assert known_faults.keys() <= {case.name for case in load_pages()}


# --- The measure itself


def _answers(case: PageCase) -> list[FoundStory]:
    """What a splitter without any fault would find: both halves of a turned story as one."""
    found: list[FoundStory] = []
    for story in case.stories:
        if story.continues:
            continue
        numbers = {story.number} | {s.number for s in case.stories if s.continues == story.number}
        lines = [line for s in case.stories if s.number in numbers for line in s.lines]
        found.append(
            FoundStory(
                lines=tuple(line.line_no for line in lines),
                headline=story.headline,
                names=story.bylines,
            )
        )
    return found


@every_page
def test_its_own_answers_are_without_fault_on(case: PageCase) -> None:
    score = score_page(case, _answers(case))
    assert score.faults == ()
    assert (score.boundary_f1, score.byline_f1) == (1.0, 1.0 if score.names_right else 0.0)


@every_page
def test_faults_are_seen_on(case: PageCase) -> None:
    answers = sorted(_answers(case), key=lambda found: len(found.lines), reverse=True)
    first, second, third, *rest = answers
    glued = replace(first, lines=(*first.lines, *second.lines))
    cut = replace(third, lines=third.lines[:-1], headline="别的", names=("别人",))
    lost = FoundStory(lines=third.lines[-1:], headline="", names=())
    score = score_page(case, [glued, cut, lost, *rest])
    assert score.starts_missed
    assert score.starts_wrong == 1
    assert {fault.measure for fault in score.faults} == set(Measure)
    assert score.clean <= len(case.stories) - 2


def test_line_that_two_stories_hold_is_refused() -> None:
    text = "桥修好了\n\n本报记者 江月\n\n老桥修了三个月，昨天通车。\n"
    issue = split(text)
    doubled = replace(issue, unplaced=issue.furniture, stories=issue.stories * 2)
    with pytest.raises(PageError, match="doubled or invented"):
        find_stories(doubled, text.split("\n"))


def test_line_that_no_story_holds_is_counted() -> None:
    text = "第3版\n桥修好了\n\n本报记者 江月\n\n老桥修了三个月，昨天通车。\n"
    assert count_lost(replace(split(text), furniture=()), text.split("\n")) == len("第3版")


HEAD = "encoding: utf-8\nnewline: lf\nhabit: none\nstory 1: headline=桥 | bylines=江月 | kind=brief"


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        (f"{HEAD}\n---\n1H |桥\n1B |江月\n2P |路。\n", "story 2 is not declared"),
        (f"{HEAD}\n---\n1H |路\n1B |江月\n", "no line says '桥'"),
        (f"{HEAD}\n---\n1H |桥\n", "no line names '江月'"),
        (f"{HEAD}\n---\n1H |桥\n江月\n", "has no story and role"),
        (f"{HEAD}\n---\n1H |桥\n1X |江月\n", "has no story and role"),
        (f"{HEAD}\nstory 2: kind=brief\n---\n1H |桥\n1B |江月\n", "lacks headline="),
        (f"{HEAD}\nstory 2: continues=1\n---\n1H |桥\n1B |江月\n", "story 2 has no lines"),
    ],
    ids="undeclared headline name bare role field empty".split(),
)
def test_page_with_wrong_answers_is_refused(page: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        parse_page(page, name="page")
