"""Message templates as Meta knows them: what was submitted, filled with a message's parameters. Pure.

Source: https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-message-templates and
business-management-api/message-templates (components HEADER, BODY, FOOTER, BUTTONS).
"""

import re
from collections.abc import Mapping
from typing import Any

from bot.simulator.graph_rules import TEMPLATE_PAYLOAD, Refusal

BODY_TEXT = 1024
VARIABLE = re.compile(r"{{\s*(\w+)\s*}}")


def check_template(template: Mapping[str, Any]) -> None:
    """A template fit for approval. Raises Refusal (100, as create_template answers)."""
    body = _component(template, "BODY").get("text", "")
    if not re.fullmatch(r"[a-z0-9_]{1,512}", str(template.get("name"))):
        raise Refusal(100, "name takes lower-case letters, digits and underscores")
    if template.get("category") not in ("UTILITY", "MARKETING", "AUTHENTICATION"):
        raise Refusal(100, "category must be one of UTILITY, MARKETING, AUTHENTICATION")
    if not template.get("language") or not 1 <= len(body) <= BODY_TEXT:
        raise Refusal(100, f"language and a body of 1 to {BODY_TEXT} characters are required")
    if re.search(rf"^{VARIABLE.pattern}|{VARIABLE.pattern}$", body.strip()):
        raise Refusal(100, "Variables can't be at the start or end of the template")


def fill_template(template: Mapping[str, Any], sent: Mapping[str, Any]) -> dict[str, Any]:
    """What the phone shows: {"body", "footer"?, "buttons": [{"text", "payload"}]}. Raises Refusal 132000/132012."""
    values = [parameter for component in sent.get("components") or () if str(component.get("type")).lower() == "body"
              for parameter in component.get("parameters") or ()]  # fmt: skip
    text = str(_component(template, "BODY")["text"])
    names = list(dict.fromkeys(VARIABLE.findall(text)))
    if len(values) != len(names):
        raise Refusal(
            132000, f"body: number of localizable_params ({len(values)}) does not match the expected ({len(names)})"
        )
    known: dict[str, str] = {}
    for name, value in zip(names, values, strict=True):
        if value.get("type") != "text" or not str(value.get("text", "")).strip():
            raise Refusal(132012, f"body parameter {name} must be a text and not empty")
        if re.search(r"[\n\t]| {5,}", value["text"]):  # ERR 132012: no new lines, tabs or more than 4 spaces
            raise Refusal(132012, "Param text cannot have new-line/tab characters or more than 4 consecutive spaces")
        known[value.get("parameter_name") or name] = value["text"]
    shown: dict[str, Any] = {"body": VARIABLE.sub(lambda m: known.get(m[1], m[0]), text)}
    if footer := _component(template, "FOOTER").get("text"):
        shown["footer"] = footer
    shown["buttons"] = _buttons(template, sent)
    return shown


def _buttons(template: Mapping[str, Any], sent: Mapping[str, Any]) -> list[dict[str, str]]:
    payloads: dict[int, str] = {}
    known = _component(template, "BUTTONS").get("buttons") or []
    for component in sent.get("components") or ():
        if str(component.get("type")).lower() != "button" or component.get("sub_type") != "quick_reply":
            continue
        index, parameters = int(component.get("index", -1)), component.get("parameters") or [{}]
        if not 0 <= index < len(known):
            raise Refusal(132000, f"buttons: Button at index {index} of type QuickReply does not exist")
        payloads[index] = str(parameters[0].get("payload", ""))
        if not 1 <= len(payloads[index]) <= TEMPLATE_PAYLOAD:
            raise Refusal(131009, f"payload length invalid. Min length: 1, Max length: {TEMPLATE_PAYLOAD}")
    return [
        {"text": str(button["text"]), "payload": payloads.get(place, str(button["text"])), "url": button.get("url", "")}
        for place, button in enumerate(known)
    ]


def _component(template: Mapping[str, Any], kind: str) -> Mapping[str, Any]:
    for component in template.get("components") or ():
        if str(component.get("type")).upper() == kind:
            return dict(component)
    return {}
