"""The splitter on newspaper habits: every case of tests/cases/parse."""

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.parse.newspaper import split
from tests.parse.summary import summarise

CASES = Path(__file__).parents[1] / "cases" / "parse"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One document of a case file."""

    title: str
    """The habit, as a behaviour."""
    comment: str
    """What the Chinese says, and what decides."""
    input: str
    """The text of the issue."""
    expected: dict[str, object]
    """Its summary."""


def _load_cases() -> list[Case]:
    return [
        Case(**case)
        for path in sorted(CASES.glob("*.yml"))
        for case in yaml.safe_load_all(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("case", _load_cases(), ids=lambda case: case.title.replace(" ", "_"))
def test_split_of(case: Case) -> None:
    assert summarise(split(case.input)) == case.expected, case.comment
