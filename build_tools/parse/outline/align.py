"""Where the rows of an outline stand in a text that may have changed since."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence

from build_tools.parse.lines.line import Line
from build_tools.parse.outline.gaps import Sides, find_in_order
from build_tools.parse.outline.rows import OutlineRun, excerpt_of


def align_runs(
    runs: Iterable[OutlineRun], lines: Sequence[Line]
) -> Mapping[OutlineRun, tuple[Line, ...]]:
    """Give the lines of today of every run that can be found.

    The beginning of a line finds it; its number tells lines apart that begin alike. First comes
    what stands in its old order, then what begins nearly so near its old place, then what was
    moved. The further lines of a run follow its first.

    Args:
        runs: of an outline; no line in two of them.
        lines: of the text, from the top down.

    Returns:
        The lines by run, no line twice.
    """
    sides = Sides(
        runs=sorted(runs, key=lambda run: run.first_line),
        numbers=[line.line_no for line in lines],
        excerpts=[excerpt_of(line.text) for line in lines],
    )
    in_order = find_in_order(sides)
    places = _with_further_lines(sides, in_order, set(in_order.values()))
    taken = {at for run in places.values() for at in run}
    moved = _find_moved(sides, in_order, taken)
    moved |= _find_by_number(sides, in_order | moved, taken | set(moved.values()))
    places |= _with_further_lines(sides, moved, taken | set(moved.values()))
    return {sides.runs[run]: tuple(lines[at] for at in own) for run, own in places.items()}


def _with_further_lines(
    sides: Sides, found: Mapping[int, int], taken: set[int]
) -> dict[int, list[int]]:
    """Give all lines of each run: those behind its first, up to one that is another's."""
    places: dict[int, list[int]] = {}
    free = set(range(len(sides.numbers))) - taken
    for run, first in sorted(found.items()):
        end = sides.behind(run, sides.shift(run, first))
        own = [first]
        for at in range(first + 1, end):
            if at not in free:
                break
            own.append(at)
        free.difference_update(own)
        places[run] = own
    return places


def _find_moved(sides: Sides, found: Mapping[int, int], taken: set[int]) -> dict[int, int]:
    """Find what stands elsewhere now, word for word as far as it was shown."""
    free: dict[str, deque[int]] = defaultdict(deque)
    for at, excerpt in enumerate(sides.excerpts):
        if at not in taken:
            free[excerpt].append(at)
    moved: dict[int, int] = {}
    for run, known in enumerate(sides.runs):
        places = next((free[excerpt] for excerpt in known.excerpts if free.get(excerpt)), None)
        if run not in found and places:
            moved[run] = places.popleft()
    return moved


def _find_by_number(sides: Sides, found: Mapping[int, int], taken: set[int]) -> dict[int, int]:
    """Find what the outline gives no beginning of: it goes with the run above it."""
    shift = next((sides.shift(run, line) for run, line in sorted(found.items())), 0)
    numbered: dict[int, int] = {}
    for run, known in enumerate(sides.runs):
        if run in found:
            shift = sides.shift(run, found[run])
        elif not known.excerpts:
            at = sides.find(known.first_line + shift)
            if at is not None and at not in taken:
                numbered[run] = at
                taken.add(at)
    return numbered
