"""How fast lines are read, against jieba and pypinyin as their manuals show them, in one run."""

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.bench.site import BIN, ROOT, cpu_s

ROUNDS = 3
"""Rounds of each, of which the median counts."""
MIN_SPEED = 1.0
"""Least speed as a share of jieba's and pypinyin's."""
MAX_START = 1.5
"""Longest start, in starts of jieba."""

PAGES = Path(__file__).resolve().parents[1] / "cases" / "split"
_JIEBA = "import jieba; jieba.setLogLevel(60); jieba.initialize()"


def measure_readings() -> bool:
    """Print both ratios and give whether they are within their limits."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    import jieba  # noqa: PLC0415 - it takes half a second, which no other measurement needs
    from build_tools.annotate.pinyin_lines import read_lines  # noqa: PLC0415
    from build_tools.pipeline import load_lexicon  # noqa: PLC0415

    jieba.setLogLevel(60)
    jieba.initialize()
    lines = _own_lines()
    lexicon = load_lexicon()
    list(read_lines(lines[:1], lexicon))
    ratios = []
    for _ in range(ROUNDS):
        theirs = _seconds(lambda: [lazy_pinyin(w) for line in lines for w in jieba.lcut(line)])
        ours = _seconds(lambda: list(read_lines(lines, lexicon)))
        ratios.append(theirs / ours)
    speed = statistics.median(ratios)
    start = statistics.median(_start_ratio() for _ in range(ROUNDS))
    print(f"{'readings, speed':20} {speed:6.2f}  (at least: {MIN_SPEED})")
    print(f"{'readings, start':20} {start:6.2f}  (allowed: {MAX_START})")
    return speed >= MIN_SPEED and start <= MAX_START


def _own_lines() -> Sequence[str]:
    """Give the lines of the invented pages: what stands behind the bar."""
    pages = sorted(PAGES.glob("*.page"))
    rows = (row for page in pages for row in page.read_text(encoding="utf-8").splitlines())
    return [row.partition("|")[2] for row in rows if row[:1].isdigit()]


def _seconds(run: Callable[[], object]) -> float:
    before = time.process_time()
    run()
    return time.process_time() - before


def _start_ratio() -> float:
    """Start ``kanbao pinyin`` and jieba once each, nothing to read; give the ratio of CPU time."""
    ours = cpu_s(ROOT, str(BIN / "kanbao"), "pinyin")
    return ours / cpu_s(ROOT, sys.executable, "-c", _JIEBA)
