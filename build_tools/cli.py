"""The ``kanbao`` command: reads arguments, prints, and gives the exit code."""

import argparse
import dataclasses
import json
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from build_tools import outlining, pipeline
from build_tools.annotate.pinyin_lines import Script
from build_tools.arguments import make_parser
from build_tools.check.codes import format_finding
from build_tools.config import Project, find_project, load_project
from build_tools.errors import BuildError, InputError, IssueFolderError, ProjectError
from build_tools.explaining import explain_words
from build_tools.model import Finding, Severity
from build_tools.parse.folders import Masthead, is_issue_id, parse_issue_id
from build_tools.parse.outline.report import outline_issue

MAX_FINDINGS_SHOWN = 40
"""Findings printed without --all-findings, in lines."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; give 0, or the exit code of the error that stopped it."""
    options = make_parser().parse_args(arguments)
    try:
        COMMANDS[options.command](options)
    except BuildError as error:
        print(f"kanbao: {error}", file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        # The reader of our output (head) has left: nothing is wrong.
        sys.stderr.close()
        return 0
    except OSError as error:
        place = Path(error.filename).parent if error.filename else Path.cwd()
        stop = ProjectError(str(place), str(error.strerror), "Make it readable and writable.")
        print(f"kanbao: {stop}", file=sys.stderr)
        return stop.exit_code
    return 0


def _project(options: argparse.Namespace) -> Project:
    return load_project(options.project) if options.project else find_project(Path.cwd())


def _project_or_none(options: argparse.Namespace) -> Project | None:
    """Give the project, for commands that need none when a path is given."""
    try:
        return _project(options)
    except BuildError:
        if options.project:
            raise
        return None


def _build(options: argparse.Namespace) -> None:
    project = _project(options)
    arguments = options.issues or _all_issues(project)
    paths = [pipeline.find_issue_path(argument, project) for argument in arguments]
    _refuse_namesakes(paths, project)
    started = time.perf_counter()
    lexicon = pipeline.load_lexicon(options.cedict)
    built = []
    for path in paths:
        issue = pipeline.build_issue(path, lexicon, encoding=options.encoding)
        _say(f"{path}: {_count(issue.issue.stories, 'story', 'stories')}")
        built.append(issue)
    findings = [finding for issue in built for finding in issue.findings]
    _print_findings(findings, show_all=options.all_findings)
    if options.strict:
        pipeline.refuse_findings(findings)
    annotated = [issue.annotated for issue in built]
    removed = pipeline.write_issues(project, annotated, remove_others=not options.issues)
    for issue_id in removed:
        _say(f"removed the pages of {issue_id}, which is not in {_shown(project.issues)}")
    _say(f"pages in {_shown(project.pages)}  {time.perf_counter() - started:.1f} s")


def _refuse_namesakes(paths: Sequence[Path], project: Project) -> None:
    """Stop before a text file whose pages would take the place of an issue folder's."""
    for path in paths:
        folder = project.issues / parse_issue_id(path.stem)
        if path.is_file() and folder.is_dir() and folder.resolve() != path.resolve().parent:
            problem = f"its pages would replace those of {_shown(folder)}"
            raise IssueFolderError(str(path), problem, "Rename the file.")


def _all_issues(project: Project) -> list[str]:
    folders = sorted(path for path in project.issues.glob("*") if path.is_dir())
    if not folders:
        raise InputError(
            _shown(project.issues),
            "holds no issue",
            "Start one: 'kanbao add TEXT --paper … --date …'.",
        )
    return [str(folder) for folder in folders]


def _print_findings(findings: Sequence[Finding], *, show_all: bool) -> None:
    # What is to settle first: a page set in narrow columns has a note for every paragraph.
    first = sorted(findings, key=lambda finding: finding.severity is not Severity.WARNING)
    shown = findings if show_all else first[:MAX_FINDINGS_SHOWN]
    for finding in shown:
        _say(format_finding(finding))
    if hidden := len(findings) - len(shown):
        _say(f"… and {hidden} more: --all-findings lists them")
    warnings = sum(finding.severity is Severity.WARNING for finding in findings)
    _say(f"{_count(findings, 'finding', 'findings')}, {warnings} of them to settle")


def _count(things: Sequence[object], one: str, many: str) -> str:
    return f"{len(things)} {one if len(things) == 1 else many}"


def _say(line: str) -> None:
    print(line, file=sys.stderr)


def _shown(path: Path) -> str:
    """Give *path* as the user would type it."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _add(options: argparse.Namespace) -> None:
    project = _project(options)
    issue_id = options.issue_id or options.date.isoformat()
    if not is_issue_id(issue_id):
        raise IssueFolderError(
            issue_id, "is no name for an issue", "Use small letters, figures and hyphens."
        )
    masthead = Masthead(
        issue_id=issue_id,
        paper=options.paper,
        paper_english=options.paper_en,
        date=options.date,
        edition=options.edition,
        source=options.source,
        rights=options.rights,
    )
    folder = pipeline.add_issue(project, options.text, masthead, encoding=options.encoding)
    _say(f"started {_shown(folder)}")
    program = sys.argv[0] if os.sep in sys.argv[0] else "kanbao"
    typed = _shown(Path(program)) if os.sep in program else program
    _say("next: " + "; ".join(f"{typed} {c} {issue_id}" for c in ("outline", "translate", "build")))
    print(folder)


def _outline(options: argparse.Namespace) -> None:
    path = _issue_path(options)
    if options.json:
        issue = pipeline.split_path(path, encoding=options.encoding)
        print(json.dumps(outline_issue(issue), ensure_ascii=False))
    elif options.save:
        _say(f"saved {_shown(outlining.save_outline(path, encoding=options.encoding))}")
    elif options.explain is not None:
        print(outlining.explain_page_line(path, options.explain, encoding=options.encoding), end="")
    else:
        print(outlining.outline_page(path, encoding=options.encoding), end="")


def _issue_path(options: argparse.Namespace) -> Path:
    return pipeline.find_issue_path(options.issue, _project_or_none(options))


def _annotate(options: argparse.Namespace) -> None:
    lexicon = pipeline.load_lexicon(options.cedict)
    built = pipeline.build_issue(_issue_path(options), lexicon, encoding=options.encoding)
    if options.json:
        print(json.dumps(dataclasses.asdict(built.annotated), ensure_ascii=False, default=str))
    else:
        print(pipeline.format_reading_copy(built.annotated), end="")


def _pinyin(options: argparse.Namespace) -> None:
    lexicon = pipeline.load_lexicon(options.cedict)
    lines = (line.decode("utf-8", errors="replace").rstrip("\r\n") for line in sys.stdin.buffer)
    script = Script(is_spoken=options.sandhi, is_zhuyin=options.zhuyin)
    for syllables in pipeline.read_pinyin(lines, lexicon, script):
        print(json.dumps(syllables, ensure_ascii=False), flush=True)


def _translate(options: argparse.Namespace) -> None:
    path = _issue_path(options)
    if not path.is_dir():
        raise InputError(
            str(path), "is no issue folder", "Make one: 'kanbao add TEXT --paper … --date …'."
        )
    lexicon = pipeline.load_lexicon(options.cedict)
    built = pipeline.build_issue(path, lexicon, encoding=options.encoding)
    po_file, translated, total = pipeline.update_translations(path, built.annotated)
    _say(f"{_shown(po_file)}: {translated} of {total} have English")


def _explain(options: argparse.Namespace) -> None:
    path = (
        pipeline.find_issue_path(options.issue, _project_or_none(options))
        if options.issue
        else None
    )
    lexicon = pipeline.load_lexicon(options.cedict)
    print(explain_words(options.text, lexicon, path, encoding=options.encoding), end="")


def _finish(options: argparse.Namespace) -> None:
    report = pipeline.finish(_project(options), options.site)
    _say(f"{options.site}: {report.changed} files changed, {report.indexed} pages in the search")


def _offline(options: argparse.Namespace) -> None:
    if not is_issue_id(options.name):
        raise IssueFolderError(
            options.name, "is no name for a copy", "Use small letters, figures and hyphens."
        )
    copy = pipeline.make_offline_copy(_project(options), options.name)
    print(copy.folder)
    print(copy.archive)
    _say(f"{copy.files} files, {copy.archive_bytes / 1_000_000:.1f} MB zipped")
    _say(f"open {_shown(copy.folder / 'index.html')} in a browser; the zip holds the same folder")


COMMANDS: Mapping[str, Callable[[argparse.Namespace], None]] = {
    "add": _add,
    "annotate": _annotate,
    "build": _build,
    "explain": _explain,
    "finish": _finish,
    "offline": _offline,
    "outline": _outline,
    "pinyin": _pinyin,
    "translate": _translate,
}
"""What each command does."""
