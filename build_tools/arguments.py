"""The arguments of ``kanbao``: every command with its options and help."""

import argparse
import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.parse.source.encodings import Encoding, find_encoding

if TYPE_CHECKING:
    # argparse has no public name for what add_subparsers() gives.
    from argparse import _SubParsersAction

    _Commands = _SubParsersAction[argparse.ArgumentParser]


def make_parser() -> argparse.ArgumentParser:
    """Give the parser; what it reads has the command's name as ``command``."""
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
    _add_encoding(build)
    _add_dictionary(build)
    build.set_defaults(command="build")


def _add_add(commands: "_Commands") -> None:
    add = commands.add_parser(
        "add",
        help="start an issue folder from a text, PDF, Word document or web page",
        description="Start the folder issues/ID with issue.txt and issue.toml.",
    )
    add.add_argument(
        "text", type=Path, metavar="TEXT", help="the issue as .txt, .pdf, .docx or .html"
    )
    add.add_argument("--paper", required=True, help="the paper's name, in hanzi")
    add.add_argument("--paper-en", help="the paper's name in English")
    add.add_argument("--date", required=True, type=_date, help="the printed date, YYYY-MM-DD")
    add.add_argument("--edition", help="such as 第3版")
    add.add_argument("--source", help="where the text came from")
    add.add_argument("--rights", help="who holds the rights")
    add.add_argument("--id", dest="issue_id", help="the folder's name (default: from the date)")
    _add_encoding(add)
    add.set_defaults(command="add")


def _add_outline(commands: "_Commands") -> None:
    outline = commands.add_parser(
        "outline",
        help="show how a text is split into stories",
        description="Show how a text is split: one line a block, with its line of the text.",
    )
    outline.add_argument("issue", metavar="ISSUE", help="issue folder, id or text file")
    form = outline.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="everything found, as JSON")
    form.add_argument(
        "--save", action="store_true", help="write it as outline.txt beside the text, to correct it"
    )
    form.add_argument(
        "--explain", type=int, metavar="LINE", help="say why a line of the text is what it is"
    )
    _add_encoding(outline)
    outline.set_defaults(command="outline")


def _add_annotate(commands: "_Commands") -> None:
    annotate = commands.add_parser(
        "annotate",
        help="print an issue with readings, meanings and English",
        description="Print the annotated issue: docs/dev/annotated-issue.schema.json says how.",
    )
    annotate.add_argument("issue", metavar="ISSUE", help="issue folder, id or text file")
    annotate.add_argument("--json", action="store_true", help="as JSON (default: words to read)")
    _add_encoding(annotate)
    _add_dictionary(annotate)
    annotate.set_defaults(command="annotate")


def _add_pinyin(commands: "_Commands") -> None:
    pinyin = commands.add_parser(
        "pinyin",
        help="read lines from stdin and write their pinyin",
        description=(
            "Read lines from stdin; for each write a JSON array: one tone-marked syllable "
            "a hanzi, null for every other code point."
        ),
    )
    pinyin.add_argument(
        "--sandhi", action="store_true", help="tones as spoken together (default: the dictionary's)"
    )
    pinyin.add_argument("--zhuyin", action="store_true", help="zhuyin in place of pinyin")
    _add_dictionary(pinyin)
    pinyin.set_defaults(command="pinyin")


def _add_explain(commands: "_Commands") -> None:
    explain = commands.add_parser(
        "explain",
        help="say how a word or sentence is cut and read, and why",
        description=(
            "Say how a text is cut into words, what each reading came from, and what else it "
            "could be. With --issue, the names and corrections of that issue hold."
        ),
    )
    explain.add_argument("text", metavar="TEXT", help="a word or a sentence")
    explain.add_argument("--issue", metavar="ISSUE", help="issue folder, id or text file")
    _add_encoding(explain)
    _add_dictionary(explain)
    explain.set_defaults(command="explain")


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
    _add_encoding(translate)
    _add_dictionary(translate)
    translate.set_defaults(command="translate")


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
    finish.set_defaults(command="finish")


def _add_offline(commands: "_Commands") -> None:
    offline = commands.add_parser(
        "offline",
        help="make a copy of the site that opens from a disk",
        description="Build the site as a folder and a zip that need no server.",
    )
    offline.add_argument(
        "--name", default="kanbao", help="first part of their names (default: kanbao)"
    )
    offline.set_defaults(command="offline")


_COMMANDS: tuple[Callable[["_Commands"], None], ...] = (
    _add_add,
    _add_outline,
    _add_annotate,
    _add_translate,
    _add_build,
    _add_finish,
    _add_offline,
    _add_pinyin,
    _add_explain,
)


def _add_encoding(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--encoding",
        type=_encoding,
        metavar="NAME",
        help=f"how the text is encoded: {', '.join(Encoding)} (default: what reads as Chinese)",
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


def _encoding(name: str) -> Encoding:
    if encoding := find_encoding(name):
        return encoding
    message = f"unknown: {name!r}, known: {', '.join(Encoding)}"
    raise argparse.ArgumentTypeError(message)
