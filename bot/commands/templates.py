"""`haat templates`: WhatsApp's utility templates, to read and to submit."""

import json

from rich.console import Console

from bot.commands.acts import AsJson
from bot.templates import load, submission


def templates(as_json: AsJson = False) -> None:
    """Prints every template; with --json one body a line for POST /<business account>/message_templates."""
    for template in load().values():
        if as_json:
            for body in submission(template):
                print(json.dumps(body, ensure_ascii=False))
            continue
        for code, text in template.texts.items():
            buttons = "".join(f"\n  ⟨{label}⟩" for label in text.buttons)
            Console().print(f"{template.name} ({code})\n  {text.body}{buttons}\n", markup=False, highlight=False)
