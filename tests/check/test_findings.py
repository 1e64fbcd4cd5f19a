"""One golden case for every code of the table."""

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml

from build_tools.annotate.corrections import Corrections, load_corrections
from build_tools.annotate.lexicon import Lexicon
from build_tools.annotate.stories import annotate_issue
from build_tools.annotate.translations import list_units
from build_tools.annotation import Translation, TranslationState
from build_tools.check.characters import MAX_LINES_LISTED, find_in_text
from build_tools.check.codes import CODES, format_finding, make_finding
from build_tools.check.findings import (
    EXCERPT_CHARS,
    find_idle_corrections,
    find_in_annotation,
    find_in_issue,
)
from build_tools.errors import FindingsError
from build_tools.model import Finding, Issue, Severity, SourceSpan
from build_tools.parse.folders import Masthead
from build_tools.parse.outline.entries import parse_outline
from build_tools.parse.source.files import SourceText, parse_source_text
from build_tools.parse.split import split_issue
from build_tools.pipeline import refuse_findings
from tests.parse.newspaper import split

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "check" / "findings.yml"
SPAN = SourceSpan(file="issue.txt", first_line=3, last_line=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One document of the case file."""

    code: str
    """The finding it is about."""
    comment: str
    """Why there is one."""
    text: str
    """The text of the issue."""
    corrections: str = ""
    """TOML."""
    outline: str = ""
    """As an editor saved it."""
    english: dict[str, str] | None = None
    """By sentence; by default every sentence has some."""
    drafts: dict[str, str] = field(default_factory=dict)
    """The same, not cleared by a person."""
    expected: list[str]
    """All findings, as they are printed."""


def _load_cases() -> list[Case]:
    return [Case(**case) for case in yaml.safe_load_all(CASES.read_text(encoding="utf-8"))]


English = dict[tuple[str, str], Translation]


def _translate_all(issue: Issue, lexicon: Lexicon) -> English:
    """Give every text that wants English some."""
    units = list_units(annotate_issue(issue, lexicon, Corrections(), {}), "issue.txt")
    said = Translation(text="English", state=TranslationState.HUMAN)
    return {(unit.context, unit.text): said for unit in units}


def _english(case: Case, issue: Issue, lexicon: Lexicon) -> English:
    if case.english is None:
        return _translate_all(issue, lexicon)
    texts = {TranslationState.HUMAN: case.english, TranslationState.DRAFT: case.drafts}
    return {
        (issue.stories[0].story_id, chinese): Translation(text=english, state=state)
        for state, known in texts.items()
        for chinese, english in known.items()
    }


def _split(case: Case) -> Issue:
    """Split the text of *case*, as its outline says where it has one."""
    outline = parse_outline(case.outline, "outline.txt") if case.outline else None
    source = parse_source_text(case.text.encode(), name="issue.txt")
    return split_issue(source, Masthead(issue_id="case", paper="报"), outline)


@pytest.mark.parametrize("case", _load_cases(), ids=lambda case: f"{case.code}: {case.comment}")
def test_findings_of(case: Case, lexicon: Lexicon, tmp_path: Path) -> None:
    issue = _split(case)
    corrections = Corrections()
    if case.corrections:
        path = tmp_path / "corrections.toml"
        path.write_text(case.corrections, encoding="utf-8")
        corrections = load_corrections(path)
    annotated = annotate_issue(issue, lexicon, corrections, _english(case, issue, lexicon))
    findings = [
        *find_in_text(parse_source_text(case.text.encode(), name="issue.txt")),
        *find_in_issue(issue),
        *find_in_annotation(annotated),
        *find_idle_corrections(
            dict.fromkeys(corrections.texts(), 1), annotated, "corrections.toml"
        ),
    ]
    assert list(map(format_finding, findings)) == case.expected
    assert case.code in {finding.code for finding in findings}


def test_every_code_has_a_case() -> None:
    assert {case.code for case in _load_cases()} == set(CODES)


def test_every_code_has_one_line_in_the_docs() -> None:
    page = (ROOT / "docs" / "dev" / "findings.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([A-Z]\d{3})` \| (\w+) \| (.+) \|$", page, re.MULTILINE)
    documented = {code: severity for code, severity, _ in rows}
    assert len(rows) == len(documented)
    assert documented == {code: str(known.severity) for code, known in CODES.items()}


def _messages(text: str, lexicon: Lexicon) -> list[str]:
    issue = split(text)
    english = _translate_all(issue, lexicon)
    annotated = annotate_issue(issue, lexicon, Corrections(), english)
    return [finding.message for finding in find_in_annotation(annotated)]


def test_long_text_is_quoted_in_part(lexicon: Lexicon) -> None:
    (message,) = _messages("修路记\n\n大家都说这样行，" + "路" * 50 + "。\n", lexicon)
    assert message == f"unsure reading: 行 xíng, also háng, in 大家都说这样行，{'路' * 8}…"
    assert len("大家都说这样行，" + "路" * 8) == EXCERPT_CHARS


def test_text_twice_in_a_story_is_found_once(lexicon: Lexicon) -> None:
    assert len(_messages("修路记\n\n大家说行。\n\n大家说行。\n", lexicon)) == 1


def test_braces_of_the_text_stay() -> None:
    assert make_finding("P001", "{0}", SPAN).message == "no rule claimed the line {0}"


def _findings(*codes: str) -> list[Finding]:
    return [make_finding(code, "x", SPAN) for code in codes]


def test_strict_lets_notes_pass() -> None:
    assert CODES["P002"].severity is Severity.NOTE
    refuse_findings(_findings("P002", "P002"))


def test_strict_counts_what_it_refuses() -> None:
    with pytest.raises(FindingsError, match=r"--strict: 3 findings \(A001 x1, T001 x2\)\. "):
        refuse_findings(_findings("T001", "A001", "P002", "T001"))


def _of_lines(*lines: str) -> list[str]:
    return [f"{found.span}: {found.code}" for found in find_in_text(_text(*lines))]


def _text(*lines: str) -> SourceText:
    return SourceText(name="t.txt", lines=lines)


def test_what_many_lines_hold_is_summed_up() -> None:
    many = ["路\ufffd修好了"] * (MAX_LINES_LISTED + 3)
    found = list(find_in_text(_text("桥", *many)))
    assert len(found) == MAX_LINES_LISTED + 1
    assert format_finding(found[-1]) == "t.txt:7: P005 a character was lost: in 3 more lines, to 9"


def test_line_is_named_once_a_code() -> None:
    assert _of_lines("\u202e路\ufffd\ufffd\u202c修\u200b好") == [
        "t.txt:1: P004",
        "t.txt:1: P005",
        "t.txt:1: P006",
    ]


def test_message_is_not_reordered_by_what_it_warns_of() -> None:
    (found, *_) = find_in_text(_text("桥\u200f\u202e修"))
    assert found.message.endswith(": <U+202E> in 桥<U+200F><U+202E>修")


@pytest.mark.parametrize(
    "line",
    ["a\xa0b\u3000c\td", "葛\U000e0100城", "\N{BLACK TELEPHONE}\ufe0f", "〇□■⋯︐ḿ\U00020000"],
    ids="spaces hanzi-variant emoji-variant signs".split(),
)
def test_what_can_be_seen_is_no_finding(line: str) -> None:
    assert _of_lines(line) == []
