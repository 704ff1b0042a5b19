"""The three languages land together: the same keys, arguments and short forms, each key once, nothing too long."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import ast, parse, visitor

from bot.settings import ROOT
from catalog.words import LANGUAGES

TEXTS = ROOT / "data" / "texts"
SHORT = 20  # code points of a WhatsApp reply button


class _Arguments(visitor.Visitor):  # type: ignore[misc]
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)


def messages(language: str) -> Iterator[tuple[Path, ast.Message]]:
    for file in sorted((TEXTS / language).glob("*.ftl")):
        for entry in parse(file.read_text("utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{file.name}: cannot read {entry.content[:80]!r}"
            if isinstance(entry, ast.Message):
                yield file, entry


def shape(message: ast.Message) -> tuple[frozenset[str], frozenset[str]]:
    """A text's arguments and attributes; quantities may word their plurals by `n` in one language only."""
    found = _Arguments()
    found.visit(message)
    return frozenset(found.names - {"n"}), frozenset(attribute.id.name for attribute in message.attributes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_stands_once_and_in_the_topic_of_the_same_name(language: str) -> None:
    seen: dict[str, str] = {}
    for file, message in messages(language):
        assert message.id.name not in seen, f"{message.id.name} in {seen[message.id.name]} and {file.name}"
        seen[message.id.name] = file.name
    english = {message.id.name: file.name for file, message in messages("en")}
    assert seen == english


@pytest.mark.parametrize("language", ["hi", "hi-Latn"])
def test_the_same_arguments_and_short_forms_as_in_english(language: str) -> None:
    english = {message.id.name: shape(message) for _, message in messages("en")}
    ours = {message.id.name: shape(message) for _, message in messages(language)}
    assert ours == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_short_forms_fit_a_button(language: str) -> None:
    for _, message in messages(language):
        for attribute in message.attributes:
            if attribute.id.name != "short":
                continue
            parts = attribute.value.elements
            if len(parts) == 1 and isinstance(parts[0], ast.TextElement):
                assert len(parts[0].value) <= SHORT, f"{language} {message.id.name}.short: {parts[0].value}"


def test_romanised_hindi_has_no_devanagari_and_hindi_is_devanagari() -> None:
    for language, wrong in (("hi-Latn", "\u0900-\u097f"), ("en", "\u0900-\u097f")):
        for _, message in messages(language):
            text = "".join(
                element.value for element in getattr(message.value, "elements", []) if hasattr(element, "value")
            )
            # A language's own name is written in its own script.
            if not message.id.name.startswith(("lang", "switch", "phones-language")):
                assert not re.search(f"[{wrong}]", text), f"{language} {message.id.name}"
