"""How long a build takes, against plain MkDocs on the same stories, measured in one run.

Both sides run in turn, so that a machine that slows down
slows both; a round's ratio is taken within the round and the median is printed.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROUNDS = 5
"""Counted rounds, after one that warms the caches."""
LIMIT = 2.0
"""Highest ratio of our two commands to plain MkDocs that we allow ourselves."""

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
ISSUE = ROOT / "issues" / "sample"

PLAIN_CONFIG = """\
site_name: Plain
use_directory_urls: false
theme: {name: material, language: zh, font: false}
plugins: [search]
"""


def measure_site() -> bool:
    """Print the ratio and give whether it is within the limit."""
    with tempfile.TemporaryDirectory() as scratch:
        ours, plain = _make_project(Path(scratch) / "ours"), _make_plain(Path(scratch) / "plain")
        ratios, seconds = [], []
        for round_no in range(ROUNDS + 1):
            shutil.rmtree(ours / "docs" / "issues", ignore_errors=True)
            build = cpu_s(ours, str(BIN / "kanbao"), "build", str(ISSUE))
            site = cpu_s(ours, str(BIN / "mkdocs"), "build", "--quiet")
            baseline = cpu_s(plain, str(BIN / "mkdocs"), "build", "--quiet")
            if round_no:
                ratios.append((build + site) / baseline)
                seconds.append((build, site, baseline))
    names = ("kanbao build", "mkdocs build", "plain mkdocs build")
    for name, column in zip(names, zip(*seconds, strict=True), strict=True):
        print(f"{name:20} {_spread(column)} CPU s")
    print(f"{'ratio':20} {_spread(ratios)}  (allowed: {LIMIT})")
    return statistics.median(ratios) <= LIMIT


def _spread(values: Sequence[float]) -> str:
    return f"{statistics.median(values):6.2f}  ({min(values):.2f} to {max(values):.2f})"


def _make_project(folder: Path) -> Path:
    """Copy the project's pages and settings, nothing built."""
    shutil.copytree(
        ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("issues", "dev", "index.md")
    )
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        config.replace("build_tools/", f"{ROOT}/build_tools/"), encoding="utf-8", newline="\n"
    )
    return folder


def _make_plain(folder: Path) -> Path:
    """Write the same stories as plain Markdown: headline, Chinese, English."""
    sys.path.insert(0, str(ROOT))
    from build_tools.pipeline import build_issue, load_lexicon  # noqa: PLC0415 - path set above

    docs = folder / "docs"
    docs.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(PLAIN_CONFIG, encoding="utf-8", newline="\n")
    issue = build_issue(ISSUE, load_lexicon()).annotated
    links = []
    for story in issue.stories:
        title = story.headline.text if story.headline else story.story_id
        parts = [f"# {title}"]
        for paragraph in story.paragraphs:
            parts.append("".join(sentence.text for sentence in paragraph.sentences))
            english = [s.translation.text for s in paragraph.sentences if s.translation]
            parts.append(" ".join(english))
        page = docs / f"{story.story_id}.md"
        page.write_text("\n\n".join(parts) + "\n", encoding="utf-8", newline="\n")
        links.append(f"- [{title}]({page.name})")
    (docs / "index.md").write_text("\n".join(links), encoding="utf-8", newline="\n")
    return folder


def cpu_s(folder: Path, *command: str) -> float:
    """Run *command* in *folder* and give its user and system time, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(  # noqa: S603 - our own commands
        command,
        cwd=folder,
        check=True,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
