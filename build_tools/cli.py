"""The ``kanbao`` command: reads arguments, prints, and gives the exit code."""

import argparse
import dataclasses
import datetime
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools import pipeline
from build_tools.check.codes import format_finding
from build_tools.config import Project, find_project, load_project
from build_tools.errors import BuildError, InputError, IssueFolderError
from build_tools.model import Finding, Severity
from build_tools.parse.folders import Masthead, is_issue_id
from build_tools.parse.outline import format_outline, outline_issue

if TYPE_CHECKING:
    # argparse has no public name for what add_subparsers() gives.
    from argparse import _SubParsersAction

    _Commands = _SubParsersAction[argparse.ArgumentParser]

USAGE_EXIT_CODE = 2
MAX_FINDINGS_SHOWN = 40
"""Findings printed without --all-findings, in lines."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; give 0, or the exit code of the error that stopped it."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], None] = options.command
    try:
        command(options)
    except BuildError as error:
        print(f"kanbao: {error}", file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        # The reader of our output (head) has left: nothing is wrong.
        sys.stderr.close()
        return 0
    except OSError as error:
        print(f"kanbao: {error.filename or ''}: {error.strerror}", file=sys.stderr)
        return USAGE_EXIT_CODE
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kanbao",
        description="Turn the text of a Chinese newspaper issue into a bilingual reading site.",
        epilog="Messages go to stderr, results to stdout. 'mkdocs build' makes the site.",
    )
    _add_project(parser, default=None)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for add_command in _COMMANDS:
        add_command(commands)
    for command in commands.choices.values():
        # Before or after the command; what stands after it must not be reset by its default.
        _add_project(command, default=argparse.SUPPRESS)
    return parser


def _add_project(parser: argparse.ArgumentParser, *, default: str | None) -> None:
    parser.add_argument(
        "--project",
        type=Path,
        metavar="DIR",
        default=default,
        help="the project's folder (default: the nearest mkdocs.yml upwards)",
    )


def _add_build(commands: "_Commands") -> None:
    build = commands.add_parser(
        "build",
        help="write the pages of issues into docs/",
        description="Write the pages of issues into docs/issues/ and the home page docs/index.md.",
    )
    build.add_argument(
        "issues",
        nargs="*",
        metavar="ISSUE",
        help="issue folders, ids under issues/, or text files (default: all of issues/)",
    )
    build.add_argument(
        "--strict", action="store_true", help="fail on findings, and then write nothing"
    )
    build.add_argument("--all-findings", action="store_true", help="list every finding")
    _add_dictionary(build)
    build.set_defaults(command=_build)


def _add_add(commands: "_Commands") -> None:
    add = commands.add_parser(
        "add",
        help="start an issue folder from a text file",
        description="Start the folder issues/ID with issue.txt and issue.toml.",
    )
    add.add_argument("text", type=Path, metavar="TEXT", help="the text of the issue")
    add.add_argument("--paper", required=True, help="the paper's name, in hanzi")
    add.add_argument("--paper-en", help="the paper's name in English")
    add.add_argument("--date", required=True, type=_date, help="the printed date, YYYY-MM-DD")
    add.add_argument("--edition", help="such as 第3版")
    add.add_argument("--source", help="where the text came from")
    add.add_argument("--rights", help="who holds the rights")
    add.add_argument("--id", dest="issue_id", help="the folder's name (default: from the date)")
    add.set_defaults(command=_add)


def _add_outline(commands: "_Commands") -> None:
    outline = commands.add_parser(
        "outline",
        help="show how a text is split into stories",
        description="Show how a text is split: one line a block, with its line of the text.",
    )
    outline.add_argument("issue", metavar="ISSUE", help="issue folder, id or text file")
    outline.add_argument("--json", action="store_true", help="everything found, as JSON")
    outline.set_defaults(command=_outline)


def _add_annotate(commands: "_Commands") -> None:
    annotate = commands.add_parser(
        "annotate",
        help="print an issue with readings, meanings and English",
        description="Print the annotated issue: docs/dev/annotated-issue.schema.json says how.",
    )
    annotate.add_argument("issue", metavar="ISSUE", help="issue folder, id or text file")
    annotate.add_argument("--json", action="store_true", help="as JSON (default: words to read)")
    _add_dictionary(annotate)
    annotate.set_defaults(command=_annotate)


def _add_pinyin(commands: "_Commands") -> None:
    pinyin = commands.add_parser(
        "pinyin",
        help="read lines from stdin and write their pinyin",
        description=(
            "Read lines from stdin; for each write a JSON array: one tone-marked syllable "
            "a hanzi, null for every other code point."
        ),
    )
    _add_dictionary(pinyin)
    pinyin.set_defaults(command=_pinyin)


def _add_translate(commands: "_Commands") -> None:
    translate = commands.add_parser(
        "translate",
        help="write or update en.po, where the English of an issue goes",
        description=(
            "Write en.po into an issue folder: one entry a sentence. English that is there "
            "stays; of sentences that are gone it is kept as obsolete."
        ),
    )
    translate.add_argument("issue", metavar="ISSUE", help="issue folder or id")
    _add_dictionary(translate)
    translate.set_defaults(command=_translate)


def _add_finish(commands: "_Commands") -> None:
    finish = commands.add_parser(
        "finish",
        help="finish a site that an engine without hooks has built",
        description=(
            "Write the search index of a built site and cure what its theme leaves wrong. "
            "'mkdocs build' does it by itself; finishing twice changes nothing."
        ),
    )
    finish.add_argument("site", type=Path, metavar="SITE", help="the built site")
    finish.set_defaults(command=_finish)


def _add_offline(commands: "_Commands") -> None:
    offline = commands.add_parser(
        "offline",
        help="make a copy of the site that opens from a disk",
        description="Build the site as a folder and a zip that need no server.",
    )
    offline.add_argument(
        "--name", default="kanbao", help="first part of their names (default: kanbao)"
    )
    offline.set_defaults(command=_offline)


_COMMANDS: tuple[Callable[["_Commands"], None], ...] = (
    _add_add,
    _add_outline,
    _add_annotate,
    _add_translate,
    _add_build,
    _add_finish,
    _add_offline,
    _add_pinyin,
)


def _add_dictionary(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--cedict",
        type=Path,
        metavar="FILE",
        help="a newer cedict_ts.u8, plain or .gz (default: the one in the user's data folder, "
        "else the installed one)",
    )


def _date(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        message = f"not a date as 2026-03-20: {text!r}"
        raise argparse.ArgumentTypeError(message) from None


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
    started = time.perf_counter()
    lexicon = pipeline.load_lexicon(options.cedict)
    built = []
    for path in paths:
        issue = pipeline.build_issue(path, lexicon)
        _say(f"{path}: {_count(issue.issue.stories, 'story', 'stories')}")
        built.append(issue)
    findings = [finding for issue in built for finding in issue.findings]
    _print_findings(findings, show_all=options.all_findings)
    if options.strict:
        pipeline.refuse_findings(findings)
    pipeline.write_issues(project, [issue.annotated for issue in built])
    if not options.issues:
        pipeline.remove_gone_issues(project, [issue.annotated.issue_id for issue in built])
    _say(f"pages in {_shown(project.pages)}  {time.perf_counter() - started:.1f} s")


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
    shown = findings if show_all else findings[:MAX_FINDINGS_SHOWN]
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
    folder = pipeline.add_issue(project, options.text, masthead)
    _say(f"started {_shown(folder)}")
    _say(f"next: kanbao outline {issue_id}; kanbao translate {issue_id}; kanbao build {issue_id}")
    print(folder)


def _outline(options: argparse.Namespace) -> None:
    issue = pipeline.split_path(_issue_path(options))
    if options.json:
        print(json.dumps(outline_issue(issue), ensure_ascii=False))
    else:
        print(format_outline(issue), end="")


def _issue_path(options: argparse.Namespace) -> Path:
    return pipeline.find_issue_path(options.issue, _project_or_none(options))


def _annotate(options: argparse.Namespace) -> None:
    built = pipeline.build_issue(_issue_path(options), pipeline.load_lexicon(options.cedict))
    if options.json:
        print(json.dumps(dataclasses.asdict(built.annotated), ensure_ascii=False, default=str))
    else:
        print(pipeline.format_reading_copy(built.annotated), end="")


def _pinyin(options: argparse.Namespace) -> None:
    lexicon = pipeline.load_lexicon(options.cedict)
    lines = (line.decode("utf-8", errors="replace").rstrip("\r\n") for line in sys.stdin.buffer)
    for syllables in pipeline.read_pinyin(lines, lexicon):
        print(json.dumps(syllables, ensure_ascii=False), flush=True)


def _translate(options: argparse.Namespace) -> None:
    path = _issue_path(options)
    if not path.is_dir():
        raise InputError(
            str(path), "is no issue folder", "Make one: 'kanbao add TEXT --paper … --date …'."
        )
    built = pipeline.build_issue(path, pipeline.load_lexicon(options.cedict))
    po_file, translated, total = pipeline.update_translations(path, built.annotated)
    _say(f"{_shown(po_file)}: {translated} of {total} have English")


def _finish(options: argparse.Namespace) -> None:
    report = pipeline.finish(_project(options), options.site)
    _say(f"{options.site}: {report.changed} files changed, {report.indexed} pages in the search")


def _offline(options: argparse.Namespace) -> None:
    copy = pipeline.make_offline_copy(_project(options), options.name)
    print(copy.folder)
    print(copy.archive)
    _say(f"{copy.files} files, {copy.archive_bytes / 1_000_000:.1f} MB zipped")
    _say(f"open {_shown(copy.folder / 'index.html')} in a browser; the zip holds the same folder")
