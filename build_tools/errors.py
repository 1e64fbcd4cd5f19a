"""What stops a build: one class a cause, each with its exit code and its next step."""

from collections.abc import Sequence


class BuildError(Exception):
    """The output would be wrong: nothing is written.

    The message is one line: place, what is wrong with it, what to do next.
    """

    exit_code = 2

    def __init__(self, place: str, problem: str, next_step: str) -> None:
        """Say where (file or file:line), what, and what to do.

        Args:
            place: ``issue.txt:85`` or a path as the user gave it.
            problem: a clause without full stop; may quote the offending text.
            next_step: a full sentence in the imperative.
        """
        super().__init__(f"{place}: {problem}. {next_step}")
        self.place = place
        self.problem = problem
        self.next_step = next_step


class InputError(BuildError):
    """The newspaper text cannot be read."""

    exit_code = 3


class NoStoryError(InputError):
    """No story was found in the text."""

    def __init__(self, place: str) -> None:
        """Name the file."""
        super().__init__(
            place,
            "no story found",
            "Give a text with at least one headline and one paragraph, blank lines between them.",
        )


class IssueFolderError(BuildError):
    """An issue folder or its ``issue.toml`` is not as it must be."""

    exit_code = 4


class ProjectError(BuildError):
    """There is no project here, or it cannot be used."""

    exit_code = 5


class LexiconError(BuildError):
    """A dictionary or word list cannot be used."""

    exit_code = 6


class TranslationFileError(BuildError):
    """An ``en.po`` cannot be read."""

    exit_code = 7


class SiteError(BuildError):
    """A built site cannot be finished or copied."""

    exit_code = 8


class FindingsError(BuildError):
    """There are findings, and ``--strict`` does not allow them."""

    exit_code = 1

    def __init__(self, codes: Sequence[str]) -> None:
        """Count the findings by code."""
        counts = ", ".join(f"{code} x{codes.count(code)}" for code in sorted(set(codes)))
        super().__init__(
            "--strict",
            f"{len(codes)} findings ({counts})",
            "Settle them in the text, en.po or corrections.toml, or build without --strict.",
        )


class LossError(BuildError):
    """Text was lost or doubled between two stages: a defect of ours, never of the text."""

    exit_code = 9
