"""Finding codes and what they mean: the one table."""

from dataclasses import dataclass

from build_tools.model import Finding, Severity, SourceSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """What a code stands for."""

    meaning: str
    """One clause; ``{}`` is filled with the text it is about."""
    severity: Severity
    """Whether ``--strict`` fails on it."""


CODES: dict[str, Code] = {
    "P001": Code(meaning="no rule claimed the line {}", severity=Severity.WARNING),
    "P002": Code(meaning="joined a paragraph cut by a column break: {}", severity=Severity.NOTE),
    "P003": Code(meaning="paragraph ends without a full stop: {}", severity=Severity.WARNING),
    "P004": Code(
        meaning="a mark that turns the text round, on pages a \N{REPLACEMENT CHARACTER}: {}",
        severity=Severity.WARNING,
    ),
    "P005": Code(meaning="a character was lost: {}", severity=Severity.WARNING),
    "P006": Code(meaning="a character cannot be seen: {}", severity=Severity.NOTE),
    "P007": Code(meaning="the outline fits no line of the text: {}", severity=Severity.WARNING),
    "P008": Code(meaning="a line that the outline does not know: {}", severity=Severity.NOTE),
    "P009": Code(meaning="guessed that {}", severity=Severity.NOTE),
    "A001": Code(meaning="no dictionary entry for {}", severity=Severity.WARNING),
    "A002": Code(meaning="unsure reading: {}", severity=Severity.WARNING),
    "A003": Code(meaning="no reading known for {}", severity=Severity.WARNING),
    "C001": Code(
        meaning="correction of what is no word here, see [[word]]: {}",
        severity=Severity.WARNING,
    ),
    "T001": Code(meaning="no English for {}", severity=Severity.WARNING),
    "T002": Code(meaning="English is a draft: {}", severity=Severity.WARNING),
}


def make_finding(code: str, text: str, span: SourceSpan) -> Finding:
    """Make the finding *code* about *text*."""
    known = CODES[code]
    return Finding(
        code=code, message=known.meaning.format(text), span=span, severity=known.severity
    )


def format_finding(finding: Finding) -> str:
    """Write one line: place, code, message."""
    return f"{finding.span}: {finding.code} {finding.message}"
