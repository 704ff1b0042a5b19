"""Drawn pictures that stand in for photographs: the same drawing, byte for byte, wherever they are made.

data/pictures/<kind>.svg holds a thing on a 400x400 field; MAIN, DARK and LIGHT in it are the shades of its colour.
"""

import colorsys
import io
from pathlib import Path

import typst
from PIL import Image

FOLDER = Path(__file__).resolve().parent.parent / "data" / "pictures"
KINDS = frozenset(file.stem for file in FOLDER.glob("*.svg"))
SIDE = 800  # pixels; both channels show it sharp
LIMIT_BYTES = 100_000  # a picture a village connection loads

COLORS = {
    "amber": "#d98a1f",
    "black": "#3c3a3f",
    "blue": "#2f6d8f",
    "brown": "#96623a",
    "cream": "#ecdcb9",
    "gold": "#d9a441",
    "green": "#55894f",
    "grey": "#7e8288",
    "maroon": "#8e2f3c",
    "orange": "#dd7b34",
    "pink": "#d98a9b",
    "red": "#bf3f36",
    "steel": "#98a4ab",
    "straw": "#cda660",
    "white": "#f5f1e8",
}
_PAGE = b"""#set page(width: 400pt, height: 400pt, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: 400pt)"""
_GROUND = """<rect width="400" height="400" fill="#f7ecd9"/><circle cx="200" cy="196" r="164" fill="#f0ddbf"/>
<ellipse cx="200" cy="334" rx="130" ry="16" fill="#d9bf95" opacity="0.7"/>"""


def _shade(color: str, factor: float) -> str:
    """Lighter above 1, darker below."""
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    light = min(0.94, light * factor)
    return "#" + "".join(f"{round(part * 255):02x}" for part in colorsys.hls_to_rgb(hue, light, full))


def svg(kind: str, color: str) -> str:
    """The drawing on its ground. Raises KeyError for an unknown colour, FileNotFoundError for an unknown kind."""
    main = COLORS[color]
    drawing = (FOLDER / f"{kind}.svg").read_text("utf-8")
    for name, shade in (("MAIN", main), ("DARK", _shade(main, 0.72)), ("LIGHT", _shade(main, 1.22))):
        drawing = drawing.replace(name, shade)
    head, body = drawing.split(">", 1)
    return f"{head}>{_GROUND}{body}"


def picture(kind: str, color: str) -> bytes:
    """A JPEG of 800x800 pixels, under 100 kB."""
    png = typst.compile(_PAGE, format="png", ppi=72 * SIDE / 400, sys_inputs={"svg": svg(kind, color)})
    if not isinstance(png, bytes):
        raise TypeError("one page was drawn, several came back")
    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as image:
        image.convert("RGB").resize((SIDE, SIDE)).save(out, "JPEG", quality=88, optimize=True)
    return out.getvalue()
