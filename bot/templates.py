"""WhatsApp's utility templates: what may be sent when more than 24 hours have passed since the person wrote.

The texts are data/templates/<name>.yml, in the two languages Meta knows: a mixture such as romanised Hindi is refused
(Meta, "Message template guidelines"), so who reads that gets the Hindi one. Limits from Meta, "Template components":
body 1,024, quick reply 25, at most 10 of them; no parameter first, last or beside another ("Rejections").
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent.parent / "data" / "templates"
LANGUAGES = ("en", "hi")
BODY = 1024
BUTTON = 25
BUTTONS = 10
PARAMETER = re.compile(r"\{\{(\d+)\}\}")


@dataclass(frozen=True)
class TemplateText:
    body: str
    buttons: tuple[str, ...]
    example: tuple[str, ...]

    @property
    def parameters(self) -> int:
        return len(set(PARAMETER.findall(self.body)))


@dataclass(frozen=True)
class Template:
    name: str
    texts: Mapping[str, TemplateText]


@lru_cache(maxsize=1)
def load(folder: Path = FOLDER) -> Mapping[str, Template]:
    """Every template by its name. Raises KeyError for a file without both languages."""
    return {file.stem: _read(file) for file in sorted(folder.glob("*.yml"))}


def _read(file: Path) -> Template:
    data = yaml.safe_load(file.read_text("utf-8"))
    texts = {
        code: TemplateText(data[code]["body"], tuple(data[code].get("buttons", ())), tuple(data[code]["example"]))
        for code in LANGUAGES
    }
    return Template(file.stem, texts)


def submission(template: Template) -> list[dict[str, Any]]:
    """Bodies for POST /<business account id>/message_templates, one a language."""
    return [
        {
            "name": template.name,
            "category": "UTILITY",
            "language": code,
            "components": [
                {"type": "BODY", "text": text.body, "example": {"body_text": [list(text.example)]}},
                *([_buttons(text)] if text.buttons else []),
            ],
        }
        for code, text in template.texts.items()
    ]


def _buttons(text: TemplateText) -> dict[str, Any]:
    return {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": label} for label in text.buttons]}
