"""Recorded payloads of the platforms, written after their documentation, and ways to bend them."""

import copy
import json
import os
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

FOLDER = Path(__file__).parent / "payloads"
ODD: list[Any] = [None, True, 0, -1, 1e400, "", "x" * 5000, "\x00", "\ud800", "१२", [], {}, [None], {"a": []}, [[{}]]]


def load(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


def whatsapp_body(message: dict[str, Any]) -> dict[str, Any]:
    value = {
        "messaging_product": "whatsapp",
        "metadata": {"display_phone_number": "911772620000", "phone_number_id": "106540352242922"},
        "contacts": [{"profile": {"name": "Sita Devi"}, "wa_id": "919816012345"}],
        "messages": [message],
    }
    return {
        "object": "whatsapp_business_account",
        "entry": [{"id": "1", "changes": [{"field": "messages", "value": value}]}],
    }


def _paths(data: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [here, *(path for key, value in inner for path in _paths(value, (*here, key)))]


@st.composite
def bent(draw: st.DrawFn, whole: Any) -> Any:
    """The payload with one to three of its parts dropped or replaced by something odd."""
    data = copy.deepcopy(whole)
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from([path for path in _paths(data) if path] or [()]))
        if not path:
            return draw(st.sampled_from(ODD))
        parent = data
        for key in path[:-1]:
            parent = parent[key]
        if draw(st.booleans()):
            parent.pop(path[-1])
        else:
            parent[path[-1]] = copy.deepcopy(draw(st.sampled_from(ODD)))
    return data


def golden(name: str, found: Any) -> Any:
    """The approved form of `found`; HAAT_GOLDEN=write approves what is rendered now, to be read in the diff."""
    if os.environ.get("HAAT_GOLDEN") == "write":
        (FOLDER / f"{name}.json").write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return load(name)
