"""Spoken messages as JSON, for the outbox: {"kind": "Buttons", …fields}."""

from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter

from actions.messages import AskLocation, Buttons, Card, Document, Menu, Notice, Paid, Pay, Picture, Spoken, Text

_ADAPTERS: dict[str, TypeAdapter[Any]] = {
    "Text": TypeAdapter(Text[str]),
    "Buttons": TypeAdapter(Buttons[str]),
    "Menu": TypeAdapter(Menu[str]),
    "Card": TypeAdapter(Card[str]),
    "Picture": TypeAdapter(Picture[str]),
    "Document": TypeAdapter(Document[str]),
    "AskLocation": TypeAdapter(AskLocation[str]),
    "Pay": TypeAdapter(Pay[str]),
    "Paid": TypeAdapter(Paid[str]),
}


def write(message: Spoken) -> dict[str, Any]:
    """The stored form of a spoken message."""
    if isinstance(message, Notice):
        return {
            "kind": "Notice",
            "template": message.template,
            "params": list(message.params),
            "inside": write(message.inside),
        }
    return {"kind": type(message).__name__, **asdict(message)}


def read(data: dict[str, Any]) -> Spoken:
    """Raises KeyError or pydantic's ValidationError for what was never written here."""
    kind = data["kind"]
    if kind == "Notice":
        inside = read(data["inside"])
        if not isinstance(inside, Text | Buttons | Pay | Paid):
            raise KeyError(f"a notice cannot hold {data['inside']['kind']}")
        return Notice(data["template"], tuple(data["params"]), inside)
    message: Spoken = _ADAPTERS[kind].validate_python({k: v for k, v in data.items() if k != "kind"})
    return message
