"""The pictures the cards show: drawn for every product that has no photograph yet."""

from pathlib import Path

from catalog.drawing import picture
from catalog.entries import FOLDER, read_catalogue


def name_of(sku: str) -> str:
    """The media name of a product's picture."""
    return f"{sku}.jpg"


def draw_all(catalogue: Path = FOLDER, media: Path = Path("var/media")) -> int:
    """Draws what `media` does not hold yet (about 0.1 s each) and returns how many were drawn.

    A file that is there stays: a real photograph may have taken the drawing's place."""
    media.mkdir(parents=True, exist_ok=True)
    drawn = 0
    for product in read_catalogue(catalogue).products:
        file = media / name_of(product.sku)
        if file.exists():
            continue
        # Written whole or not at all: a killed seed leaves no half picture that would stay.
        unfinished = file.with_suffix(".part")
        unfinished.write_bytes(picture(product.picture.draw, product.picture.color))
        unfinished.replace(file)
        drawn += 1
    return drawn
