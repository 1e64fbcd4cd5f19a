"""The stages in order: the one place that knows all of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools.annotate.corrections import (
    CORRECTIONS_TEMPLATE,
    Corrections,
    load_corrections,
)
from build_tools.annotate.lexicon import Lexicon
from build_tools.annotate.pinyin_lines import DICTIONARY, Script, read_lines
from build_tools.annotate.stories import annotate_issue
from build_tools.annotate.translations import format_translations, list_units, load_translations
from build_tools.annotate.words import load_segmenter
from build_tools.annotation import AnnotatedIssue
from build_tools.check.characters import find_in_text
from build_tools.check.findings import (
    find_idle_corrections,
    find_idle_places,
    find_in_annotation,
    find_in_issue,
)
from build_tools.config import Project, cache_folder, user_dictionary
from build_tools.errors import FindingsError, InputError, IssueFolderError
from build_tools.export.offline import OfflineCopy, build_offline_copy
from build_tools.lexicon.cedict import load_cedict
from build_tools.lexicon.glosses import load_reviewed_senses
from build_tools.lexicon.levels import load_levels
from build_tools.lexicon.names import NameLexicon
from build_tools.lexicon.phrases import PhraseTable, load_reviewed_readings
from build_tools.lexicon.words import load_project_words
from build_tools.model import Finding, Issue, Severity
from build_tools.parse.folders import (
    CORRECTIONS_FILE,
    MASTHEAD_FILE,
    TEXT_FILE,
    TRANSLATION_FILE,
    IssueFolder,
    Masthead,
    format_masthead,
    is_issue_id,
    load_issue_folder,
)
from build_tools.parse.outline.entries import load_outline
from build_tools.parse.source.encodings import Encoding
from build_tools.parse.split import split_issue
from build_tools.publish.finish import FinishReport, finish_site, refuse_uncured
from build_tools.publish.home import format_card, format_home_page, make_card
from build_tools.publish.pages import format_issue_page, format_story_page
from build_tools.publish.proof import refuse_lost_text
from build_tools.publish.tree import (
    MARKER,
    load_cards,
    refuse_strangers,
    remove_folder,
    write_file,
    write_folder,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltIssue:
    """One issue through all stages, nothing written yet."""

    issue: Issue
    """As split."""
    annotated: AnnotatedIssue
    """As annotated."""
    findings: tuple[Finding, ...]
    """What was unsure, in order of the stages."""


def load_lexicon(dictionary: Path | None = None) -> Lexicon:
    """Load everything that all issues share.

    Args:
        dictionary: a ``cedict_ts.u8``; by default the user's newer one, else the installed one.
    """
    cedict = load_cedict(dictionary or user_dictionary())
    cedict.add(load_project_words())
    reviewed = load_reviewed_readings()
    return Lexicon(
        cedict=cedict,
        phrases=PhraseTable(cedict, reviewed),
        names=NameLexicon(cedict, reviewed.surnames),
        level_by_word=load_levels(),
        reviewed_senses=load_reviewed_senses(),
        segmenter=load_segmenter(cedict, cache_folder()),
    )


def read_pinyin(
    lines: Iterable[str], lexicon: Lexicon, script: Script = DICTIONARY
) -> Iterator[list[str | None]]:
    """Give the reading of every code point of each line, in the same order."""
    return read_lines(lines, lexicon, script)


def find_issue_path(argument: str, project: Project | None) -> Path:
    """Find the issue that a user means: a path, or the id of a folder in ``issues/``.

    Raises:
        InputError: there is nothing of that name.
    """
    path = Path(argument)
    if not path.exists() and project is not None and is_issue_id(argument):
        path = project.issues / argument
    if not path.exists():
        raise InputError(
            argument, "no such issue", "Give an issue folder, its id under issues/, or a text file."
        )
    return path


def split_path(path: Path, *, encoding: Encoding | None = None) -> Issue:
    """Read and split the issue at *path*."""
    folder = load_issue_folder(path, encoding=encoding)
    return split_issue(folder.source, folder.masthead, load_outline(folder.outline))


def build_issue(path: Path, lexicon: Lexicon, *, encoding: Encoding | None = None) -> BuiltIssue:
    """Bring the issue at *path* through all stages; nothing is written."""
    folder = load_issue_folder(path, encoding=encoding)
    issue = split_issue(folder.source, folder.masthead, load_outline(folder.outline))
    corrections = load_corrections(folder.corrections)
    english = load_translations(folder.translation)
    annotated = annotate_issue(issue, lexicon, corrections, english)
    return BuiltIssue(
        issue=issue,
        annotated=annotated,
        findings=(
            *find_in_text(folder.source),
            *find_in_issue(issue),
            *find_in_annotation(annotated),
            *_idle_corrections(folder, corrections, annotated),
        ),
    )


def _idle_corrections(
    folder: IssueFolder, corrections: Corrections, annotated: AnnotatedIssue
) -> Sequence[Finding]:
    if folder.corrections is None:
        return ()
    lines = folder.corrections.read_text(encoding="utf-8").splitlines()
    line_by_text = {text: _line_of(text, lines) for text in corrections.texts()}
    shown = folder.source.name.replace(TEXT_FILE, CORRECTIONS_FILE)
    places = [
        (one.word, one.within, _line_of(one.within or one.word, lines))
        for one in corrections.placed
    ]
    return (
        *find_idle_corrections(line_by_text, annotated, shown),
        *find_idle_places(places, annotated, shown),
    )


def _line_of(text: str, lines: Sequence[str]) -> int:
    """Give the line of a file that quotes *text* first; 1 where none does."""
    return next((no for no, line in enumerate(lines, start=1) if f'"{text}"' in line), 1)


def refuse_findings(findings: Sequence[Finding]) -> None:
    """Stop a strict build.

    Raises:
        FindingsError: there is a finding that matters.
    """
    codes = [finding.code for finding in findings if finding.severity is Severity.WARNING]
    if codes:
        raise FindingsError(codes)


def write_issues(
    project: Project, built: Sequence[AnnotatedIssue], *, remove_others: bool
) -> tuple[str, ...]:
    """Write the pages of *built* issues and the home page.

    Args:
        project: whose pages they are.
        built: issues through all stages.
        remove_others: whether pages of other issues go: their folders are gone.

    Returns:
        Ids of the issues whose pages were removed.

    Raises:
        ProjectError: a generated folder holds files that are not ours.
        IssueFolderError: two issues have one id.
    """
    ids = [issue.issue_id for issue in built]
    if doubled := sorted({issue_id for issue_id in ids if ids.count(issue_id) > 1}):
        raise IssueFolderError(doubled[0], "two issues have this id", "Rename one of them.")
    pages = {issue.issue_id: _format_pages(issue) for issue in built}
    for issue_id in pages:
        refuse_strangers(project.pages / issue_id)
    for issue_id, files in pages.items():
        write_folder(project.pages / issue_id, files)
    others = [card.issue_id for card in load_cards(project.pages) if card.issue_id not in pages]
    removed = tuple(others) if remove_others else ()
    for issue_id in removed:
        remove_folder(project.pages / issue_id)
    cards = load_cards(project.pages)
    write_file(project.home_page, format_home_page(cards, project.site_name))
    return removed


def _format_pages(issue: AnnotatedIssue) -> dict[str, str]:
    files = {}
    for place, story in enumerate(issue.stories):
        page = format_story_page(issue, place)
        refuse_lost_text(story, page)
        files[f"{story.story_id}.md"] = page
    files["index.md"] = format_issue_page(issue)
    files[MARKER] = format_card(make_card(issue))
    return files


def update_translations(path: Path, annotated: AnnotatedIssue) -> tuple[Path, int, int]:
    """Write ``en.po`` of the issue folder at *path*, keeping what is translated already.

    Returns:
        The file, how many of its texts have English, how many there are.
    """
    po_file = path / TRANSLATION_FILE
    existing = po_file if po_file.is_file() else None
    units = list_units(annotated, TEXT_FILE)
    write_file(po_file, format_translations(units, existing))
    english = load_translations(po_file)
    return po_file, sum((unit.context, unit.text) in english for unit in units), len(units)


def format_reading_copy(issue: AnnotatedIssue) -> str:
    """Write the annotated issue in the page notation: for reading, not for programs."""
    pages = [format_issue_page(issue)]
    pages += [format_story_page(issue, place) for place in range(len(issue.stories))]
    return "\n".join(pages)


def finish(project: Project, site: Path) -> FinishReport:
    """Finish a built *site* and refuse one that its theme's cures no longer fit.

    Raises:
        SiteError: *site* is none, or a cure does not fit.
    """
    report = finish_site(site, project.docs)
    refuse_uncured(report)
    return report


def make_offline_copy(project: Project, name: str) -> OfflineCopy:
    """Build the copy of the site that opens from a disk."""
    return build_offline_copy(project.root, project.copies, name)


def add_issue(
    project: Project, text: Path, masthead: Masthead, *, encoding: Encoding | None = None
) -> Path:
    """Start an issue folder from a text file or document, and give its path.

    Raises:
        InputError: the text cannot be read or has no story.
        IssueFolderError: the folder exists already.
    """
    folder = project.issues / masthead.issue_id
    if folder.exists():
        problem = "there is an issue of this name already"
        raise IssueFolderError(str(folder), problem, "Give another --id.")
    _refuse_unwritable(masthead)
    content = load_issue_folder(text, encoding=encoding).source
    split_issue(content, masthead)  # An issue without stories is refused before anything is made.
    write_file(folder / TEXT_FILE, "\n".join(content.lines).rstrip("\n") + "\n")
    write_file(folder / MASTHEAD_FILE, format_masthead(masthead))
    write_file(folder / CORRECTIONS_FILE, CORRECTIONS_TEMPLATE)
    return folder


def _refuse_unwritable(masthead: Masthead) -> None:
    """Stop before a masthead that no file can hold: no name, or half a character."""
    if not masthead.paper.strip():
        raise IssueFolderError("--paper", "is empty", "Give the paper's name.")
    try:
        format_masthead(masthead).encode()
    except UnicodeEncodeError as err:
        raise IssueFolderError(
            masthead.issue_id, f"{err.object[err.start]!r} is no character", "Type it again."
        ) from err
