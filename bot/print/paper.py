"""Sets a page: a template of this folder, its data as JSON, and one font that has Latin, ₹ and Devanagari."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import typst

from bot.settings import ROOT

FOLDER = Path(__file__).parent
FONTS = ROOT / "node_modules" / "@expo-google-fonts" / "mukta"
FACES = ("400Regular/Mukta_400Regular.ttf", "700Bold/Mukta_700Bold.ttf")
PPI = 160  # A5 is 932 pixels wide: sharp on a phone


class NoFont(Exception):
    """Without its font a page would be set in boxes; typst itself only warns."""


def pages(template: str, data: dict[str, Any], at: datetime, form: Literal["pdf", "png"]) -> list[bytes]:
    """One PDF, or a PNG for each page; the same bytes for the same data and time. Raises NoFont."""
    faces = [FONTS / face for face in FACES]
    if missing := [face.name for face in faces if not face.is_file()]:
        raise NoFont(f"the font {', '.join(missing)} is missing: run ./setup.sh")
    made = typst.compile(
        str(FOLDER / f"{template}.typ"),
        format=form,
        ppi=PPI,
        font_paths=[str(face.parent) for face in faces],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        timestamp=int(at.timestamp()),
    )
    found = made if isinstance(made, list) else [made]
    return [page for page in found if page is not None]
