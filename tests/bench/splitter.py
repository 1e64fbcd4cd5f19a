"""Whether the splitter's time grows with the length of a text and no faster."""

import statistics
import time
from pathlib import Path

from build_tools.parse.folders import Masthead
from build_tools.parse.source.files import parse_source_text
from build_tools.parse.split import split_issue

SMALL_CHARS = 40_000
"""Length of the text all are compared with: some 100 KB, a whole paper."""
LARGE_CHARS = 3_500_000
"""Length of the long text: some 10 MB, a year of a weekly."""
MIN_RATIO = 0.25
"""Least speed a character of the long text, as a share of the short one's."""
ROUNDS = 5
"""Rounds of the short text, of which the median counts."""

SAMPLE = Path(__file__).resolve().parents[2] / "issues" / "sample" / "issue.txt"


def measure_splitter() -> bool:
    """Print both speeds and give whether the long text keeps up."""
    text = SAMPLE.read_text(encoding="utf-8")
    short = statistics.median(_us_a_character(text, SMALL_CHARS) for _ in range(ROUNDS))
    long = _us_a_character(text, LARGE_CHARS)
    print(f"{'split, 100 KB':20} {short:6.2f} µs a character")
    print(f"{'split, 10 MB':20} {long:6.2f} µs a character")
    print(f"{'ratio':20} {short / long:6.2f}  (at least: {MIN_RATIO})")
    return short / long >= MIN_RATIO


def _us_a_character(text: str, length: int) -> float:
    """Split copies of *text*, *length* characters in all; give microseconds of CPU each."""
    copies = text * (length // len(text))
    source = parse_source_text(copies.encode(), name="issue.txt")
    before = time.process_time()
    split_issue(source, Masthead(issue_id="bench", paper="榆川时报"))
    return (time.process_time() - before) / len(copies) * 1e6
