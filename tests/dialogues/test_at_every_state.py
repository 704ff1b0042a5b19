"""At each state of a sale: the language changes, or the shop starts anew, and nothing is lost by it."""

from pathlib import Path

import pytest
from sqlalchemy import select

from bot.database import open_engine
from bot.understanding.nlu_client import NluClient
from bot.wiring import reader
from orders.tables import Order, OrderLine
from tests.conftest import NOW
from tests.dialogues.conftest import TOKEN
from tests.dialogues.town import Town, shown

SALE = (
    "नमस्ते",
    "2 आंवला कैंडी चाहिए",
    "ऑर्डर करना है",
    "सुनीता देवी",
    "गाँव झनियारी, हमीरपुर",
    "177001",
    "9816012345",
    "घर पर पैसे दूँगी",
)


async def ordered(town: Town) -> list[tuple[str, str, str, str, int]]:
    async with town.made() as db:
        rows = await db.execute(
            select(Order, OrderLine).join_from(Order, OrderLine, Order.id == OrderLine.seller_order_id)
        )
        return [(order.name, order.pincode, order.phone, order.payment, line.qty_milli) for order, line in rows]


WANTED = [("सुनीता देवी", "177001", "+919816012345", "cod", 2000)]


@pytest.mark.parametrize("at", range(1, len(SALE) + 1))
async def test_the_language_changes_and_the_sale_goes_on(town: Town, at: int) -> None:
    asha = town.phone("asha", "whatsapp")
    for number, line in enumerate(SALE, 1):
        await town.type(asha, line)
        if number == at:
            asha.read()
            await town.type(asha, "English please")
            told = "\n".join(shown(message) for message in asha.read())
            assert "English" in told
    await town.type(asha, "yes")
    assert await ordered(town) == WANTED
    assert "is placed" in shown(asha.read()[-1])


async def test_the_shop_starts_anew_after_every_message(tmp_path: Path, town: Town, rasa_url: str) -> None:
    asha = town.phone("asha", "telegram")
    url = str(town.engine.url)
    nlu = NluClient([rasa_url], TOKEN, timeout=10)
    for line in (*SALE, "हाँ"):
        fresh = Town(open_engine(url), reader(nlu), NOW)  # nothing but the database is carried over
        fresh.phones = town.phones
        await fresh.type(asha, line)
        await fresh.engine.dispose()
    await nlu.close()
    assert await ordered(town) == WANTED
