"""What the documents say is so."""

import re
from pathlib import Path

import pytest

from build_tools.arguments import make_parser

ROOT = Path(__file__).parents[1]
ARCHITECTURE = ROOT / "docs" / "dev" / "architecture.md"
_PATH = re.compile(r"`((?:build_tools|docs|tests|issues|requirements|typings|\.ci)/[^`\s]*)`")


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _exists(path: str) -> bool:
    return any(ROOT.glob(path.rstrip("/")))


def _sources() -> list[str]:
    modules = [
        path
        for path in (ROOT / "build_tools").rglob("*")
        if path.suffix in {".py", ".toml"} and path.name != "__init__.py"
    ]
    assets = [path for path in (ROOT / "docs" / "assets").rglob("*") if path.is_file()]
    tests = [
        path
        for path in (ROOT / "tests").iterdir()
        if path.is_dir() and not path.name.startswith(("_", "."))
    ]
    return [
        *(path.relative_to(ROOT).as_posix() for path in (*modules, *assets)),
        *(f"{path.relative_to(ROOT).as_posix()}/" for path in tests),
    ]


def test_architecture_names_every_module_asset_and_test_folder() -> None:
    page = ARCHITECTURE.read_text(encoding="utf-8")
    assert [path for path in sorted(_sources()) if f"`{path}`" not in page] == []


def test_architecture_names_nothing_that_is_not_there() -> None:
    named = _PATH.findall(ARCHITECTURE.read_text(encoding="utf-8"))
    assert named
    # Written by a build, so not there before one.
    generated = ("docs/issues/", "docs/index.md")
    assert [p for p in named if not p.startswith(generated) and not _exists(p)] == []


def _commands() -> dict[str, str]:
    """Give the help of every command, by its name."""
    (commands,) = (
        action.choices
        for action in make_parser()._actions  # noqa: SLF001 - argparse shows them nowhere else
        if isinstance(action.choices, dict)
    )
    return {name: parser.format_help() for name, parser in commands.items()}


@pytest.mark.parametrize("command", sorted(_commands()))
def test_readme_mentions_command(command: str) -> None:
    assert f"`kanbao {command}" in _read("README.md")


def test_readme_mentions_no_command_that_is_not_there() -> None:
    mentioned = set(re.findall(r"kanbao ([a-z]+)\b", _read("README.md")))
    assert mentioned == set(_commands())


def test_every_option_in_the_readme_is_one() -> None:
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", _read("README.md")))
    # mkdocs build --strict is our own option, too.
    known = " ".join((*_commands().values(), make_parser().format_help()))
    assert [option for option in sorted(options) if option not in known] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/dev/findings.md"])
def test_every_file_that_is_linked_is_there(name: str) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", _read(name))
    folder = (ROOT / name).parent
    assert [link for link in links if not (folder / link).exists()] == []


def test_changelog_has_its_newest_part_first() -> None:
    headings = re.findall(r"^## (.+)$", _read("CHANGELOG.md"), re.MULTILINE)
    assert headings
    assert headings[0] == "Unreleased" or re.match(r"\d+\.\d+\.\d+", headings[0])


def test_every_decision_has_its_number_once() -> None:
    numbers = [path.name[:4] for path in (ROOT / "docs" / "dev" / "adr").glob("*.md")]
    assert numbers
    assert len(numbers) == len(set(numbers))
    assert all(number.isdigit() for number in numbers)
