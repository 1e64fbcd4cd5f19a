"""What the rules for names look at: the dictionary, and what stands often in an issue."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from build_tools.lexicon.cedict import Cedict
from build_tools.lexicon.names import NameLexicon

MIN_REPEATS = 2
"""How often an unknown sequence must stand in an issue to be a name without other proof."""

Tokens = Sequence[str]


@dataclass(frozen=True, slots=True)
class NameSources:
    """What every rule may look at."""

    lexicon: NameLexicon
    """Surnames and places of the dictionary."""
    cedict: Cedict
    """To refuse common words."""
    repeats: Counter[str]
    """How often each run of two to four hanzi stands in the issue."""
    runs: Sequence[str]
    """All runs of hanzi of the issue."""

    def count(self, text: str) -> int:
        """Count how often *text* stands in the issue, whatever its length."""
        return sum(run.count(text) for run in self.runs)


def count_repeats(runs: Iterable[str]) -> Counter[str]:
    """Count every run of two to four hanzi."""
    return Counter(
        run[start : start + length]
        for run in runs
        for length in (2, 3, 4)
        for start in range(len(run) - length + 1)
    )
