"""Every regular expression of the parser, and the texts that cost it most.

A pattern that can match one run of characters in two ways tries both at every place, and a line
of some thousand characters then stops a build. Which texts do that is told from the pattern
itself: long runs of what it names, alone, in pairs, and behind or before one another.
"""

import ast
import importlib
import inspect
import itertools
import pkgutil
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType

from build_tools import parse as package

METHODS = ("search", "match", "fullmatch")
_SEARCHING = frozenset(("sub", "subn", "split", "findall", "finditer"))

SIZES = (24, 48, 64, 80, 100, 140, 200, 400, 2000)
"""Lengths that are tried, in characters; an exponential pattern is seen before it hangs."""
LARGE_SIZE = 8000
"""Length at which a pattern that runs along the text for every place of it is seen."""
SUSPECT_GROWTH = 8.0
"""Least factor between the last two of `SIZES` at which it is tried; 5 is linear."""
MAX_COST_S_PER_CHAR = 5e-5
"""What no pattern needs, in seconds; the dearest of ours takes a tenth of it."""
MIN_COST_S = 0.004
"""Below this a growth is not told from chance, in seconds."""
HOPELESS_S = 0.3
"""Above this nothing is measured twice, in seconds."""
MAX_GROWTH = 3.0
"""Largest factor by which twice the text may cost more; linear is 2, quadratic 4."""
MAX_UNITS = 14
"""How many of a pattern's own strings are paired with each other."""

# What any class or dot may stand for.
_FILLERS = ("中", "7", " ", "x", "，", "\N{IDEOGRAPHIC SPACE}")
_MEMBER_BY_ESCAPE = {"d": "7", "s": " ", "S": "x", "w": "a", "D": "x", "W": " "}
_CLASS = re.compile(r"(?<!\\)\[(\^?)((?:\\.|[^\]\\])+)\]")
_SYNTAX = re.compile(r"\(\?[:=!<>a-zA-Z]*|\{[\d,]*\}|\\[dsSwDWbBAZ]")
_LITERAL = re.compile(r"(?:\\[^dsSwDWbBAZ]|[^\s\\()|?*+.^$])+")
_CODE_POINT = re.compile(r"\\u([0-9a-f]{4})")


Pattern = re.Pattern[str] | re.Pattern[bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPattern:
    """One regular expression of the package."""

    name: str
    """Where it stands: ``lines.verse._ROW``, or module and line where it has no name."""
    pattern: Pattern
    """The expression."""
    methods: frozenset[str]
    """How the package applies it: ``fullmatch``."""

    @property
    def units(self) -> tuple[str, ...]:
        """What it names: words, and characters of its classes."""
        written = self.pattern.pattern
        return find_units(written if isinstance(written, str) else written.decode("latin-1"))

    def apply(self, method: str) -> Callable[[str], object]:
        """Give its *method* as a function of the text."""
        match: Callable[[str | bytes], object] = getattr(self.pattern, method)
        if isinstance(self.pattern.pattern, bytes):
            return lambda text: match(text.encode())
        return match


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """A text that costs a pattern more than its length."""

    method: str
    """``search``."""
    text: str
    """As an expression in n: ``'7' * n + '，'``."""
    size: int
    """Length n."""
    cost_s: float
    """For n, in seconds."""
    double_cost_s: float | None
    """For twice n; `None` where once was too much."""

    def __str__(self) -> str:
        """One line."""
        double = "" if self.double_cost_s is None else f", 2n {self.double_cost_s * 1000:.1f} ms"
        return f"{self.method}({self.text}): n={self.size} {self.cost_s * 1000:.1f} ms{double}"


# --- Which there are


def find_patterns() -> tuple[NamedPattern, ...]:
    """Give every pattern of `build_tools.parse`, those inside functions too."""
    names: dict[Pattern, str] = {}
    methods: dict[Pattern, set[str]] = defaultdict(set)
    for module in load_modules():
        short = module.__name__.removeprefix(f"{package.__name__}.")
        for name, value in vars(module).items():
            for place, pattern in enumerate(_patterns_in(value)):
                index = "" if isinstance(value, re.Pattern) else f"[{place}]"
                names.setdefault(pattern, f"{short}.{name}{index}")
        tree = ast.parse(inspect.getsource(module))
        for pattern, used in _uses(tree, module):
            methods[pattern].update(used)
        for pattern, line, method in _inline_patterns(tree, module):
            names.setdefault(pattern, f"{short}:{line}")
            methods[pattern].add(method)
    return tuple(
        NamedPattern(name=name, pattern=pattern, methods=frozenset(methods[pattern] or METHODS))
        for pattern, name in names.items()
    )


def load_modules() -> tuple[ModuleType, ...]:
    """Give every module of `build_tools.parse`."""
    found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    return tuple(importlib.import_module(module.name) for module in found)


def _patterns_in(value: object) -> Iterator[Pattern]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Mapping):
        yield from _patterns_in((*value.keys(), *value.values()))
    elif isinstance(value, tuple | list | set | frozenset):
        for part in value:
            yield from _patterns_in(part)


def _uses(tree: ast.Module, module: ModuleType) -> Iterator[tuple[Pattern, set[str]]]:
    """Give how *module* applies the patterns it names; handed on by itself, in any way."""
    bases = {
        id(node.value): node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Name) or not isinstance(node.ctx, ast.Load):
            continue
        for pattern in _patterns_in(vars(module).get(node.id)):
            used = bases.get(id(node))
            if used in METHODS:
                yield pattern, {used}
            elif used in _SEARCHING:
                yield pattern, {"search"}
            elif used is None:
                yield pattern, set(METHODS)


def _inline_patterns(tree: ast.Module, module: ModuleType) -> Iterator[tuple[Pattern, int, str]]:
    """Give the patterns of calls such as ``re.search(r"…", text)``, with line and method."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.func.attr in {*METHODS, *_SEARCHING}
        ):
            method = "search" if node.func.attr in _SEARCHING else node.func.attr
            yield re.compile(_evaluate(node.args[0], module)), node.lineno, method


def _evaluate(node: ast.expr, module: ModuleType) -> str:
    """Give the pattern that *node* spells out of constants and other patterns."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(_evaluate(part, module) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        return _evaluate(node.value, module)
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return str(getattr(vars(module)[node.value.id], node.attr))
    if isinstance(node, ast.Name):
        return str(vars(module)[node.id])
    raise NotImplementedError(module.__name__, node.lineno)  # write the pattern as a constant


# --- What costs them most


def find_units(pattern: str) -> tuple[str, ...]:
    r"""Give what *pattern* names: its words, and characters of its classes.

    >>> find_units(r"第[\u4e00-\u9fff]{1,3}版\d+")
    ('7', '中', '第', '版')
    """
    text = _CODE_POINT.sub(lambda match: chr(int(match[1], 16)), pattern)
    units = [m for escape, m in _MEMBER_BY_ESCAPE.items() if f"\\{escape}" in text]
    for negated, members in _CLASS.findall(text):
        units += ["中", "x"] if negated else []
        units += _members(members)
    words = _LITERAL.findall(_SYNTAX.sub(" ", _CLASS.sub(" ", text)))
    units += [re.sub(r"\\(.)", r"\1", word) for word in words]
    return tuple(dict.fromkeys(units))


def _members(characters: str) -> list[str]:
    """Give some characters of a class that is written as *characters*."""
    plain = re.sub(r"\\(.)", lambda m: _MEMBER_BY_ESCAPE.get(m[1], m[1]), characters)
    ranges = re.findall(r"(.)-(.)", plain)
    ends = ["中" if low <= "中" <= high else low for low, high in ranges]
    return ends + list(re.sub(r".-.", "", plain)[:4])


@dataclass(frozen=True, slots=True, kw_only=True)
class LongText:
    """A text of any length: a unit again and again, between two others."""

    head: str = ""
    """``（``."""
    unit: str
    """``中``."""
    tail: str = ""
    """``版``."""

    def __str__(self) -> str:
        """As an expression in n: ``'7' * n + '，'``."""
        parts = (self.head and repr(self.head), f"{self.unit!r} * n", self.tail and repr(self.tail))
        return " + ".join(filter(None, parts))

    def of_size(self, size: int) -> str:
        """Give about *size* characters of it."""
        return self.head + self.unit * (size // len(self.unit)) + self.tail


def make_texts(units: Iterable[str]) -> Iterator[LongText]:
    """Give long texts of *units*: each alone, and pairs of them in every way."""
    every = list(dict.fromkeys((*units, *_FILLERS)))
    yield from (LongText(unit=unit) for unit in every)
    # Of many the evenly spread ones; the fillers always.
    own = [unit for unit in every if unit not in _FILLERS]
    few = (*own[:: max(1, -(-len(own) // MAX_UNITS))], *_FILLERS)
    yield from (LongText(unit=one + other) for one, other in itertools.combinations(few, 2))
    for one, other in itertools.permutations(few, 2):
        yield LongText(head=one, unit=other)
        yield LongText(unit=one, tail=other)


def find_attack(named: NamedPattern, *, most_chars: int | None = None) -> Attack | None:
    """Give a text that makes *named* backtrack; `None` if its cost only ever doubles.

    Args:
        named: of the package.
        most_chars: longest text that it is ever given, where its callers see to that; it may
            then grow as it likes, as long as it is quick.
    """
    sizes = [size for size in (*SIZES, LARGE_SIZE) if most_chars is None or size < most_chars]
    if most_chars is not None:
        sizes.append(most_chars)
    for text in make_texts(named.units):
        for method in sorted(named.methods):
            attack = _try(text, method, named.apply(method), sizes)
            if attack:
                return attack
    return None


def _try(
    text: LongText, method: str, apply: Callable[[str], object], sizes: Sequence[int]
) -> Attack | None:
    before_s = cost_s = 0.0
    is_any_length = sizes[-1] == LARGE_SIZE
    for size in sizes:
        if size == LARGE_SIZE and cost_s < SUSPECT_GROWTH * before_s:
            return None
        before_s = cost_s
        cost_s = measure(apply, text.of_size(size), enough_s=MIN_COST_S)
        double_s = None
        if is_any_length and MIN_COST_S < cost_s <= size * MAX_COST_S_PER_CHAR:
            double_s = measure(apply, text.of_size(2 * size))
        grows = double_s is not None and double_s > MAX_GROWTH * cost_s
        if grows or cost_s > max(MIN_COST_S, size * MAX_COST_S_PER_CHAR):
            return Attack(
                method=method, text=str(text), size=size, cost_s=cost_s, double_cost_s=double_s
            )
    return None


def measure(apply: Callable[[str], object], text: str, *, enough_s: float = 0.0) -> float:
    """Give the seconds of processor time that *apply* takes for *text*: the least of three.

    Args:
        apply: the same at every call.
        text: what it is given.
        enough_s: once is enough where it took no longer than this.
    """
    least = float("inf")
    for _ in range(3):
        started = time.process_time()
        apply(text)
        least = min(least, time.process_time() - started)
        if least <= enough_s or least > HOPELESS_S:
            break
    return least
