"""Which lines of a text are those of an outline, told from their order and from how they begin."""

import difflib
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from build_tools.parse.outline.rows import OutlineRun

MIN_LIKENESS = 0.6
"""Least likeness of two beginnings, 0 to 1, that are one line slightly changed."""
MIN_PREFIX_CHARS = 2
"""Shortest beginning that finds a line beside the place where it should stand."""
MAX_SKIPPED = 5
"""How many lines further down a changed line is looked for."""
MAX_ROUNDS = 12
"""How often what lies between lines that fit is looked at again; three are rarely needed."""

_Pairs = list[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Both sides, each in the order of its line numbers."""

    runs: Sequence[OutlineRun]
    """Of the outline."""
    numbers: Sequence[int]
    """Of the lines that are not blank."""
    excerpts: Sequence[str]
    """How these lines begin."""

    def find(self, line_no: int) -> int | None:
        """Give the place of the line with this number; `None` for a blank one."""
        at = bisect_left(self.numbers, line_no)
        return at if at < len(self.numbers) and self.numbers[at] == line_no else None

    def shift(self, run: int, line: int) -> int:
        """By how many line numbers a run has moved that begins at *line*."""
        return self.numbers[line] - self.runs[run].first_line

    def behind(self, run: int, shift: int) -> int:
        """Give the place of the first line behind a run that has moved by *shift*."""
        return bisect_right(self.numbers, self.runs[run].last_line + shift)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gap:
    """Runs and lines between two pairs that are known to fit, as places from 0."""

    runs: range
    """Of the outline."""
    lines: range
    """Of the text."""
    shift_above: int
    """By how many line numbers the text above has moved."""
    shift_below: int
    """The same below."""


def find_in_order(sides: Sides) -> dict[int, int]:
    """Give the place of the first line of every run that stands between its old neighbours."""
    if not sides.runs or not sides.numbers:
        return {}
    found: dict[int, int] = {}
    settled: list[_Gap] = []
    gaps = [
        _Gap(
            runs=range(len(sides.runs)),
            lines=range(len(sides.numbers)),
            shift_above=0,
            shift_below=sides.numbers[-1] - sides.runs[-1].last_line,
        )
    ]
    for _ in range(MAX_ROUNDS):
        parts: list[_Gap] = []
        for gap in gaps:
            ends, rest = _match_ends(sides, gap)
            anchors = _find_anchors(sides, rest)
            found.update((*ends, *anchors))
            if anchors:
                parts += _part(sides, rest, anchors)
            else:
                settled.append(rest)
        gaps = parts
    for gap in (*settled, *gaps):
        found.update(_match_alike(sides, gap))
    return found


def _match_ends(sides: Sides, gap: _Gap) -> tuple[_Pairs, _Gap]:
    """Match what has only moved with the text above, or with the text below."""
    above: _Pairs = []
    first = gap.lines.start
    for run in gap.runs:
        at = _standing(sides, run, gap.shift_above, range(first, gap.lines.stop))
        if at is None:
            above = _proven(sides, above)
            break
        above.append((run, at))
        first = at + 1
    first = above[-1][1] + 1 if above else gap.lines.start
    below: _Pairs = []
    last = gap.lines.stop
    for run in reversed(gap.runs[len(above) :]):
        at = _standing(sides, run, gap.shift_below, range(first, last))
        if at is None:
            below = _proven(sides, below)
            break
        below.append((run, at))
        last = at
    last = below[-1][1] if below else gap.lines.stop
    runs = range(gap.runs.start + len(above), gap.runs.stop - len(below))
    return [*above, *below], replace(gap, runs=runs, lines=range(first, last))


def _proven(sides: Sides, pairs: _Pairs) -> _Pairs:
    """Leave out the last pairs if nothing but their number says that they fit."""
    end = len(pairs)
    while end and not sides.runs[pairs[end - 1][0]].excerpts:
        end -= 1
    return pairs[:end]


def _standing(sides: Sides, run: int, shift: int, lines: range) -> int | None:
    """Give the place of a run among *lines*, if it stands where its number says."""
    at = sides.find(sides.runs[run].first_line + shift)
    if at is None or at not in lines:
        return None
    excerpts = sides.runs[run].excerpts
    return at if not excerpts or sides.excerpts[at] in excerpts else None


def _find_anchors(sides: Sides, gap: _Gap) -> _Pairs:
    """Match beginnings that stand once on either side, as many as keep their order."""
    line_by_excerpt = _once((sides.excerpts[at], at) for at in gap.lines)
    run_by_excerpt = _once(
        (sides.runs[run].excerpts[0], run) for run in gap.runs if len(sides.runs[run].excerpts) == 1
    )
    pairs = [
        (run, line_by_excerpt[excerpt])
        for excerpt, run in run_by_excerpt.items()
        if excerpt in line_by_excerpt
    ]
    return longest_rising(pairs)


def _once(places: Iterable[tuple[str, int]]) -> dict[str, int]:
    pairs = list(places)
    counts = Counter(excerpt for excerpt, _ in pairs)
    return {excerpt: at for excerpt, at in pairs if counts[excerpt] == 1}


def longest_rising(pairs: Sequence[tuple[int, int]]) -> _Pairs:
    """Give the most of *pairs*, whose first places rise, whose second places rise too.

    Source: patience sorting, as patience diff uses it.

    >>> longest_rising([(0, 7), (1, 2), (2, 3), (3, 9)])
    [(1, 2), (2, 3), (3, 9)]
    """
    # For each length of a chain: the lowest second place that ends one, and the pair that does.
    lowest: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, line) in enumerate(pairs):
        length = bisect_left(lowest, line)
        before.append(ends[length - 1] if length else -1)
        lowest[length : length + 1] = [line]
        ends[length : length + 1] = [at]
    chain: _Pairs = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _part(sides: Sides, gap: _Gap, anchors: _Pairs) -> Iterator[_Gap]:
    """Give what lies above, between and below *anchors*."""
    runs, lines, shift = gap.runs.start, gap.lines.start, gap.shift_above
    for run, line in anchors:
        moved = sides.shift(run, line)
        yield _Gap(
            runs=range(runs, run),
            lines=range(lines, line),
            shift_above=shift,
            shift_below=moved,
        )
        runs, lines, shift = run + 1, line + 1, moved
    yield replace(
        gap,
        runs=range(runs, gap.runs.stop),
        lines=range(lines, gap.lines.stop),
        shift_above=shift,
    )


def _match_alike(sides: Sides, gap: _Gap) -> Iterator[tuple[int, int]]:
    """Match what begins almost as it did."""
    shift, first = gap.shift_above, gap.lines.start
    if gap.runs.start:
        # The further lines of the run above are its own.
        first = max(first, sides.behind(gap.runs.start - 1, shift))
    for run in gap.runs:
        expected = sides.find(sides.runs[run].first_line + shift)
        at = _find_alike(sides, run, expected, range(first, gap.lines.stop))
        if at is not None:
            yield run, at
            shift = sides.shift(run, at)
            first = sides.behind(run, shift)


def _find_alike(sides: Sides, run: int, expected: int | None, lines: range) -> int | None:
    """Give the place of the line most like a run: where it should stand, or the next few."""
    near = lines[:MAX_SKIPPED]
    places = [expected, *near] if expected is not None and expected in lines else near
    best, found = MIN_LIKENESS, None
    for at in places:
        least_chars = 1 if at == expected else MIN_PREFIX_CHARS
        for known in sides.runs[run].excerpts:
            likeness = _likeness(known, sides.excerpts[at], least_chars)
            if likeness > best or (found is None and likeness == best):
                best, found = likeness, at
    return found


def _likeness(known: str, today: str, least_chars: int) -> float:
    """Tell how like two beginnings are, 0 to 1; 2 where they are the same.

    One that begins with the other counts as 1, in so many characters at least.
    """
    if known == today:
        return 2
    is_prefix = known.startswith(today) or today.startswith(known)
    if is_prefix and min(len(known), len(today)) >= least_chars:
        return 1
    return difflib.SequenceMatcher(None, known, today, autojunk=False).ratio()
