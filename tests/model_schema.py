"""The JSON Schema of the model's dataclasses, with their docstrings as descriptions."""

import ast
import datetime
import inspect
import sys
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from enum import StrEnum
from itertools import pairwise

Schema = dict[str, object]

_PLAIN: Mapping[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    types.NoneType: {"type": "null"},
    datetime.date: {"type": "string", "format": "date"},
}


def make_schema(top: type) -> Schema:
    """Give the schema of what ``json.dumps(asdict(value), default=str)`` writes for *top*."""
    definitions = {known.__name__: _define(known) for known in sorted(_reach(top), key=_name)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An annotated newspaper issue, as kanbao annotate --json prints it",
        "$ref": f"#/$defs/{top.__name__}",
        "$defs": definitions,
    }


def _name(known: type) -> str:
    return known.__name__


def _reach(top: type) -> set[type]:
    """Give *top* and every dataclass and enum that its fields lead to."""
    reached: set[type] = set()
    waiting = [top]
    while waiting:
        known = waiting.pop()
        if known in reached:
            continue
        reached.add(known)
        if is_dataclass(known):
            hints = typing.get_type_hints(known).values()
            waiting += [part for hint in hints for part in _parts(hint) if _is_ours(part)]
    return reached


def _parts(hint: object) -> Iterator[type]:
    if isinstance(hint, type) and not typing.get_args(hint):
        yield hint
    for argument in typing.get_args(hint):
        yield from _parts(argument)


def _is_ours(part: type) -> bool:
    return is_dataclass(part) or issubclass(part, StrEnum)


def _define(known: type) -> Schema:
    doc = (inspect.getdoc(known) or "").split("\n")[0]
    if issubclass(known, StrEnum):
        return {"description": doc, "enum": [str(member) for member in known]}
    hints, docs = typing.get_type_hints(known), field_docs(known)
    names = list(hints)
    return {
        "description": doc,
        "type": "object",
        "properties": {name: {"description": docs[name], **_refer(hints[name])} for name in names},
        "required": names,
        "additionalProperties": False,
    }


def _refer(hint: object) -> Schema:
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    if isinstance(hint, type) and _is_ours(hint):
        return {"$ref": f"#/$defs/{hint.__name__}"}
    arguments = typing.get_args(hint)
    if isinstance(hint, types.UnionType):
        return {"anyOf": [_refer(argument) for argument in arguments]}
    if arguments[-1] is Ellipsis:
        return {"type": "array", "items": _refer(arguments[0])}
    length = len(arguments)
    items = [_refer(argument) for argument in arguments]
    return {"type": "array", "prefixItems": items, "minItems": length, "maxItems": length}


def field_docs(known: type) -> Mapping[str, str]:
    """Read the string under each field or member; Python keeps none of them at run time."""
    tree = ast.parse(inspect.getsource(sys.modules[known.__module__]))
    (body,) = (
        node.body
        for node in tree.body
        if isinstance(node, ast.ClassDef) and node.name == known.__name__
    )
    pairs = ((_field_name(field), _text(doc)) for field, doc in pairwise(body))
    return {name: text for name, text in pairs if name and text}


def _field_name(node: ast.stmt) -> str | None:
    match node:
        case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
            return name
        case _:
            return None


def _text(node: ast.stmt) -> str | None:
    match node:
        case ast.Expr(value=ast.Constant(value=str(text))):
            return text
        case _:
            return None
