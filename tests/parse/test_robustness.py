"""Whatever the text: nothing lost, no time lost, and no error but ours."""

import random
import re
import time
from collections.abc import Callable, Sequence
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.errors import BuildError, InputError
from build_tools.model import Issue
from build_tools.parse.lines.classify import MAX_FLUSH_HEADING_CHARS
from build_tools.parse.lines.verse import MAX_ROW_CHARS
from build_tools.parse.source.files import parse_source_text
from build_tools.parse.source.web_page import MAX_HEAD_BYTES
from tests.parse.newspaper import any_lines, newspaper_lines, newspapers, page_lines, split
from tests.parse.page_cases import PageCase, load_pages, without_spaces
from tests.parse.page_scores import count_lost
from tests.parse.patterns import (
    METHODS,
    NamedPattern,
    find_attack,
    find_patterns,
    measure,
)

STORY = "桥修好了\n\n本报记者 江月\n\n老桥修了三个月，昨天通车。\n\n"


def _split_or_refuse(text: str) -> Issue | None:
    """Split *text*; `None` where the parser refuses it with a message of ours."""
    try:
        return split(text)
    except BuildError as err:
        assert re.match(r"issue\.txt(?::\d+)?: \S", str(err))  # noqa: PT017 - any of its subclasses
        return None


def _assert_whole(text: str) -> None:
    """Hold what holds for any split: nothing is lost, and paragraphs are whole lines, joined."""
    issue = _split_or_refuse(text)
    if issue is None:
        return
    rows = parse_source_text(text.encode(), name="issue.txt").lines
    assert count_lost(issue, rows) == 0
    for story in issue.stories:
        for paragraph in story.paragraphs:
            span = rows[paragraph.span.first_line - 1 : paragraph.span.last_line]
            assert _is_joined_from(paragraph.text, span), paragraph.span


def _is_joined_from(text: str, rows: Sequence[str]) -> bool:
    """Whether some of *rows*, in order and with nothing between, make *text*.

    Furniture, notes and other stories may stand between the pieces of a cut paragraph.
    """
    rests = {text}
    for row in filter(None, map(str.strip, rows)):
        rests |= {rest.removeprefix(row) for rest in rests if rest.startswith(row)}
    return "" in rests


# --- Any text


@given(newspapers)
def test_any_lines_are_split_whole(text: str) -> None:
    _assert_whole(text)


@given(st.text(max_size=400))
def test_any_text_is_split_whole_or_refused(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    _assert_whole(text)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(load_pages()), st.integers(0, 300), st.integers(1, 40), st.booleans()
        ),
        max_size=4,
    ),
    st.lists(st.one_of(newspaper_lines, page_lines, any_lines), max_size=4),
    st.randoms(use_true_random=False),
)
def test_spliced_pages_are_split_whole(
    cuts: list[tuple[PageCase, int, int, bool]], strangers: list[str], chance: random.Random
) -> None:
    rows: list[str] = []
    for page, start, count, is_shuffled in cuts:
        taken = list(page.rows[start : start + count])
        if is_shuffled:
            chance.shuffle(taken)
        rows += taken
    for stranger in strangers:
        rows.insert(chance.randint(0, len(rows)), stranger)
    _assert_whole("\n".join(rows))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        parse_source_text(content, name="issue.txt")
    except InputError as err:
        assert str(err).startswith("issue.txt")  # noqa: PT017 - bytes that are text raise nothing


# --- A thousand pages cut up and put together again


def _splice(chance: random.Random) -> str:
    """Cut pieces out of one to four pages, mix their lines, and do some harm to them."""
    rows: list[str] = []
    for page in chance.choices(load_pages(), k=chance.randint(1, 4)):
        start = chance.randrange(len(page.rows))
        rows += page.rows[start : start + chance.randint(1, 60)]
    for harm in chance.choices(HARMS, k=chance.randint(0, 3)):
        harm(rows, chance)
    return "\n".join(rows)


def _shuffle(rows: list[str], chance: random.Random) -> None:
    chance.shuffle(rows)


def _drop_blanks(rows: list[str], _: random.Random) -> None:
    rows[:] = [row for row in rows if row.strip()] or rows


def _add_blanks(rows: list[str], _: random.Random) -> None:
    rows[:] = [part for row in rows for part in (row, "")]


def _cut(rows: list[str], chance: random.Random) -> None:
    """Break some lines in two, anywhere."""
    for _ in range(5):
        at = chance.randrange(len(rows))
        place = chance.randint(0, len(rows[at]))
        rows[at : at + 1] = [rows[at][:place], rows[at][place:]]


def _glue(rows: list[str], chance: random.Random) -> None:
    """Lose some line ends."""
    for _ in range(min(5, len(rows) - 1)):
        at = chance.randrange(len(rows) - 1)
        rows[at : at + 2] = [rows[at] + rows[at + 1]]


def _repeat(rows: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(rows))
    rows[at:at] = rows[at : at + 8]


def _indent(rows: list[str], chance: random.Random) -> None:
    rows[:] = [chance.choice(("", "　　", "    ", "\t")) + row.strip() for row in rows]


HARMS: tuple[Callable[[list[str], random.Random], None], ...] = (
    _shuffle,
    _drop_blanks,
    _add_blanks,
    _cut,
    _glue,
    _repeat,
    _indent,
)


@pytest.mark.parametrize("seed", range(10))
def test_hundred_splices_of_pages_lose_nothing(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same pages in every run
    for _ in range(100):
        _assert_whole(_splice(chance))


@pytest.mark.parametrize("page", load_pages(), ids=lambda page: page.name)
def test_shuffled_lines_lose_nothing_of(page: PageCase) -> None:
    rows = list(page.rows)
    random.Random(page.name).shuffle(rows)  # noqa: S311 - the same order in every run
    _assert_whole("\n".join(rows))


# --- Time


def test_forty_copies_cost_no_more_by_the_character_than_one() -> None:
    copies, pages = 40, load_pages()[::3]
    one = sum(measure(split, page.text) for page in pages)
    many = sum(measure(split, page.text * copies) for page in pages)
    # Four times as much would be far from linear; twice is what garbage collection makes of it.
    assert many < 4 * copies * one


LINES, CHARACTERS = 10_000, 200_000
"""Enough for anything quadratic to take minutes."""
MAX_COST_S = 15.0
"""What none of these texts needs on a slow machine, in seconds; the dearest takes a tenth."""


ENORMOUS = {
    "line": "桥" * CHARACTERS,
    "clauses": "他来了，" * (CHARACTERS // 4),
    "digits": "7" * CHARACTERS,
    "spaced-digits": " 7" * (CHARACTERS // 2),
    "days": "2026年3月20日" * (CHARACTERS // 10),
    "names": "江月 " * (CHARACTERS // 3),
    "tildes": "上一版 下一版\n路灯亮了\n" + "~" * CHARACTERS + "，\n",
    "navigation": "上一版 下一版 " * (CHARACTERS // 8),
    "marks": "■" * 1_000_000,
    "brackets": "（" * CHARACTERS + "）" * CHARACTERS,
    "open-brackets": "（" * CHARACTERS,
    "open-quotes": "“《（" * (CHARACTERS // 3),
    "links": "[" * CHARACTERS + "](" * CHARACTERS,
    "bold": "**" * (CHARACTERS // 2),
    "hashes": "#" * CHARACTERS,
    "blank-lines": "\n" * 100_000,
    "space-lines": "　　\n" * 100_000,
    "headings": "桥修好了\n" * LINES,
    "parted-headings": "桥修好了\n\n" * LINES,
    "mark-lines": "■\n" * LINES,
    "sections": "■聚焦\n" * LINES,
    "numerals": "一、\n" * LINES,
    "page-numbers": "3\n" * LINES,
    "single-characters": "天\n" * LINES,
    "bylines": "本报记者 江月\n" * LINES,
    "datelines": "本报讯（记者 江月）\n" * LINES,
    "credits": "江月 摄\n" * LINES,
    "briefs": "◎桥修好了，车来了。\n" * LINES,
    "turns": "（下转第四版）\n（上接第一版）从桥上\n" * (LINES // 2),
    "speech": "问：桥修好了？\n答：修好了。\n" * (LINES // 2),
}


@pytest.mark.parametrize("text", ENORMOUS.values(), ids=ENORMOUS)
@pytest.mark.timeout(60)
def test_enormous(text: str) -> None:
    started = time.process_time()
    issue = split(STORY + text)
    assert time.process_time() - started < MAX_COST_S
    assert count_lost(issue, (STORY + text).split("\n")) == 0


# --- Regular expressions


# Patterns that may run along their text again and again, since it is never longer.
MAX_CHARS_BY_PATTERN = {
    "lines.page_lines._FIGURES": MAX_FLUSH_HEADING_CHARS,
    "lines.verse._ROW": MAX_ROW_CHARS,
    "source.web_page._CHARSET": MAX_HEAD_BYTES,
}


@pytest.mark.parametrize("named", find_patterns(), ids=lambda named: named.name)
def test_nothing_makes_pattern_backtrack(named: NamedPattern) -> None:
    attack = find_attack(named, most_chars=MAX_CHARS_BY_PATTERN.get(named.name))
    assert attack is None, f"{named.name}: {attack}"


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:中+)+。",
        r"\s+$",
        r"\d.*[\s　]",
        r"[^，]*：",
        r"(?:记者|记者\s*)+说",
        r"[（(].*[）)]",
        r"[\u4e00-\u9fff]{2,}报",
        r"[A-Za-z.]+@[a-z.]+\.cn",
    ],
)
def test_pattern_that_backtracks_is_found(pattern: str) -> None:
    named = NamedPattern(name="bad", pattern=re.compile(pattern), methods=frozenset(METHODS))
    assert find_attack(named)


def test_patterns_inside_tuples_and_functions_are_found() -> None:
    names = {named.name for named in find_patterns()}
    assert names >= MAX_CHARS_BY_PATTERN.keys()
    assert "lines.bylines.ROLE" in names
    assert any(re.fullmatch(r"lines\.marks:\d+", name) for name in names)


def _units() -> list[str]:
    units = {unit for named in find_patterns() for unit in named.units}
    return sorted(unit for unit in units if unit.isprintable() and not unit.isspace())


@pytest.mark.parametrize("part", range(4))
def test_long_line_of_what_patterns_look_for_costs_twice_for_twice_its_length(part: int) -> None:
    for unit in islice(_units(), part, None, 4):
        once, twice = (STORY + unit * (size // len(unit)) for size in (5_000, 10_000))
        cost_s = measure(split, once, enough_s=0.015)
        if cost_s > 0.015:
            # A machine that is busy with other work makes one measurement long, not six.
            assert any(measure(split, twice) < 3 * measure(split, once) for _ in range(6)), unit


# --- Hostile input, as the command reads it


HOSTILE = {
    "marks": "■□◎●○◆◇▲△★☆▼▽◘◙▍▌█▶◀►◄▪▫※\n" * 50,
    "mark-lines": "■\n□\n◎\n\n●",
    "one-line": "桥" * 333_334,
    "one-paragraph": "老桥修了三个月，昨天通车。" * 27_000,
    "page-numbers": "1\n2\n3\nA12\n第四版\n",
    "spaces": "  \n\t\n　　\n\xa0\n",
    "blanks": "\n\n\n",
    "override": "\u202e桥修好了\u202c\n\n\u200f本报记者 江月\n\n老桥\u202a修了\u202c三个月。\n",
    "direction": "\u200e\u200f\n\n桥修好了\n\n\u2067老桥修了三个月，昨天通车。\u2069\n",
    "astral": "𠮷野家開張\n\n記者 𠀀𠀁\n\n𪚥𪚥𪚥𪚥，吉野家昨天開張了。😀🀄\n",
    "combining": "e\u0301\u0301\u0301" * 200
    + "\n桥\u20dd修\u20dd好了\n\n老桥修了三个月，昨天通车。\n",
    "only-combining": "\u0301\u0301\n\u20dd\n\ufe0f\n",
    "byte-order-marks": "\ufeff桥修好了\n\ufeff\n老桥修了三个月，\u200b昨天通车。\n",
    "separators": "桥修好了\u2028老桥修了三个月，\u2029昨天通车。\n",
    "private": "\ue000\ue001桥修好了\n\n老桥修了\uf8ff三个月，昨天通车。\n",
    "fullwidth": "\N{FULLWIDTH LATIN CAPITAL LETTER A}\n\nﾊﾝｶｸ ｶﾅ\n\nｶﾅ，ﾊﾝｶｸ。\n",
    "right-to-left": "\u05d0\u05d1\n\n\u0627\u0644\u062c\n\n\u0627\u0644\u060c \u0627.\n",
    "replaced": "\ufffd\ufffd\ufffd\n\n桥\ufffd好了\n\n老桥修了三个月，昨天\ufffd车。\n",
    "jamo": "\ud7a3\u1100\u1161\n\n가각\n\n다리가 완성되었습니다.\n",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_split_whole_or_refused(text: str) -> None:
    _assert_whole(text)


@pytest.mark.parametrize("text", ["  \n\t\n　　\n\xa0\n", "1\n2\n3\nA12\n第四版\n", "■聚焦\n"])
def test_text_without_anything_to_read_is_refused(text: str) -> None:
    assert _split_or_refuse(text) is None


@pytest.mark.parametrize("character", "\0\x01\x08\x0e\x1b\x7f\x80\x9f")
def test_control_character_is_refused_with_its_line(character: str) -> None:
    with pytest.raises(InputError, match=r"^issue\.txt:3: holds the control character U\+00"):
        split(f"桥修好了\n\n老桥{character}修了三个月。\n")


@pytest.mark.parametrize("code", [b"\xed\xa0\x80", b"\xed\xbf\xbf"])
def test_lone_surrogate_in_bytes_is_refused(code: bytes) -> None:
    content = STORY.encode() + code + "老桥修了三个月。\n".encode()
    with pytest.raises(InputError, match=r"^issue\.txt"):
        parse_source_text(content, name="issue.txt")


def test_text_of_any_page_holds_the_same_characters_as_its_stories() -> None:
    for page in load_pages():
        issue = split(page.text)
        held = [*(s.text for s in issue.stories)]
        held += [line.text for line in (*issue.furniture, *issue.unplaced)]
        assert sorted(without_spaces("".join(held))) == sorted(without_spaces(page.text))
