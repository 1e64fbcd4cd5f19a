"""The published JSON Schema says what `kanbao annotate --json` prints."""

import dataclasses
import inspect
import json
import typing
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import cast

import jsonschema
import pytest

from build_tools import annotation, model
from build_tools.annotate.lexicon import Lexicon
from build_tools.pipeline import build_issue
from tests.model_schema import field_docs, make_schema

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "docs" / "dev" / "annotated-issue.schema.json"


def _schema() -> dict[str, object]:
    return cast("dict[str, object]", json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_published_schema_is_the_models(check_golden: Callable[[Path, str], None]) -> None:
    schema = make_schema(annotation.AnnotatedIssue)
    jsonschema.Draft202012Validator.check_schema(schema)
    check_golden(SCHEMA, json.dumps(schema, ensure_ascii=False, indent=2) + "\n")


def test_annotated_issue_is_valid_and_a_damaged_one_is_not(lexicon: Lexicon) -> None:
    annotated = build_issue(ROOT / "tests" / "cases" / "pages", lexicon).annotated
    printed = json.loads(json.dumps(dataclasses.asdict(annotated), default=str))
    validator = jsonschema.Draft202012Validator(_schema())
    validator.validate(printed)
    printed["stories"][0]["kind"] = "novel"
    assert not validator.is_valid(printed)


MODEL = [
    known
    for module in (model, annotation)
    for _, known in inspect.getmembers(module, inspect.isclass)
    if known.__module__ == module.__name__
]


@pytest.mark.parametrize("known", MODEL, ids=lambda known: known.__name__)
def test_model_documents_every_field_and_member_of(known: type) -> None:
    assert inspect.getdoc(known)
    names = list(known) if issubclass(known, StrEnum) else typing.get_type_hints(known)
    assert len(field_docs(known)) == len(names)
