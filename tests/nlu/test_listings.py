"""New goods as producers tell them: every row of tests/nlu/tables/listings.tsv exact, field by field."""

import pytest

from actions.meaning import Listing
from bot.understanding.listing import listing
from tests.nlu.test_tables import number, rows


def told(found: Listing) -> str:
    """ "amla candy | 200 gram | packet | 60 | 30"; "-" for what is not said."""
    pack = f"{number(found.pack_milli)} {found.pack_unit}" if found.pack_milli is not None else "-"
    price = f"{found.price_paise / 100:g}" if found.price_paise is not None else "-"
    stock = number(found.stock_milli) if found.stock_milli is not None else "-"
    fields = [found.name or "-", pack, found.unit or "-", price, stock]
    return " | ".join(fields) if any(field != "-" for field in fields) else "-"


@pytest.mark.parametrize(("text", "wanted"), rows("listings"))
def test_goods_are_read_as_they_are_told(text: str, wanted: str) -> None:
    assert told(listing(text)) == wanted
