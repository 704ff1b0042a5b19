"""Where the parcel goes: what address and pincode tell is not asked, what they contradict is asked about once."""

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from tests.unit.counter import Counter, item

DIFFERS = "पिन कोड 800034 Patna ज़िले का है, पर पते में हमीरपुर लिखा है।"
ASKS = "800034 ही लिखूँ? नहीं तो सही पिन कोड लिख दीजिए।"


async def at_the_pincode(db: AsyncSession, line: str) -> Counter:
    her = Counter(db)
    await her.taps("add:shawl:1000")
    await her.says("checkout", "order karna hai", name="Sunita Devi", address=line)
    assert her.state.awaiting == "pincode"
    return her


async def doubted(db: AsyncSession) -> Counter:
    """She gave a pincode of Patna for a house in Hamirpur."""
    her = await at_the_pincode(db, "मकान 12, वार्ड 3, हमीरपुर")
    assert await her.says("give_pincode", "800034", pincode="800034") == f"{DIFFERS}\n{ASKS}"
    assert (her.state.awaiting, her.state.form.pincode, her.buttons) == ("pincode", None, ["keep_pincode"])
    return her


def settled(her: Counter) -> tuple[str | None, str | None, str | None]:
    return her.state.form.pincode, her.state.form.district, her.state.form.state


@pytest.mark.parametrize(
    "line", ["makan 12, ward 3, nadaun", "वार्ड 3, नादौन", "ward 2 distt hamirpr", "teh. Barsar HP"]
)
async def test_a_town_or_district_in_the_address_answers_which_district(seeded: AsyncSession, line: str) -> None:
    her = await at_the_pincode(seeded, line)
    await her.says("give_pincode", "177033", pincode="177033")
    assert settled(her) == ("177033", "Hamirpur", "Himachal Pradesh")
    assert her.state.awaiting == "phone"


async def test_a_pincode_of_two_districts_and_an_address_that_names_neither_are_asked_about(
    seeded: AsyncSession,
) -> None:
    her = await at_the_pincode(seeded, "makan 12, ward 3")
    await her.says("give_pincode", "177033", pincode="177033")
    assert her.state.awaiting == "district"
    await her.says("give_address", "kangda", address="kangda")
    assert settled(her) == ("177033", "Kangra", "Himachal Pradesh")
    assert her.state.form.line == "makan 12, ward 3"


@pytest.mark.parametrize("answer", ["yes", "tap", "number", "again"])
async def test_a_pincode_that_lies_elsewhere_is_asked_about_once(seeded: AsyncSession, answer: str) -> None:
    her = await doubted(seeded)
    match answer:
        case "yes":
            await her.says("confirm", "haan")
        case "tap":
            await her.taps("keep_pincode")
        case "number":
            await her.writes("1")
        case "again":
            await her.says("give_pincode", "800034", pincode="800034")
    assert settled(her) == ("800034", "Patna", "Bihar")
    assert her.state.awaiting == "phone"


async def test_the_right_pincode_ends_the_doubt(seeded: AsyncSession) -> None:
    her = await doubted(seeded)
    await her.says("give_pincode", "177001", pincode="177001")
    assert settled(her) == ("177001", "Hamirpur", "Himachal Pradesh")


async def test_a_no_asks_for_the_pincode_again(seeded: AsyncSession) -> None:
    her = await doubted(seeded)
    assert await her.says("deny", "nahi") == ASKS


async def test_a_second_pincode_that_lies_elsewhere_is_asked_about_too(seeded: AsyncSession) -> None:
    her = await doubted(seeded)
    said = await her.says("give_pincode", "110001", pincode="110001")
    assert said.startswith("पिन कोड 110001 New Delhi ज़िले का है")


async def test_when_the_address_was_wrong_its_correction_keeps_the_pincode(seeded: AsyncSession) -> None:
    her = await doubted(seeded)
    await her.says("give_address", "बेउर मोड़, पटना", address="बेउर मोड़, पटना")
    assert settled(her) == ("800034", "Patna", "Bihar")
    assert her.state.awaiting == "phone"


async def test_a_new_address_is_held_against_the_old_pincode(seeded: AsyncSession) -> None:
    her = await at_the_pincode(seeded, "makan 12, ward 3, nadaun")
    await her.says("give_pincode", "177033", pincode="177033")
    said = await her.says("give_address", "nahi, patna bhejo, beur more, patna", address="beur more, patna")
    assert said.startswith("पिन कोड 177033 Hamirpur ज़िले का है, पर पते में patna लिखा है।")


@pytest.mark.parametrize(
    "line",
    ["near Patna Hotel, ward 3", "c/o Bihari Lal, ward 3", "gaon Rampur", "Patna Road, ward 3", "Delhi Public School"],
)
async def test_other_places_in_an_address_contradict_nothing(seeded: AsyncSession, line: str) -> None:
    her = await at_the_pincode(seeded, line)
    await her.says("give_pincode", "171001", pincode="171001")
    assert settled(her) == ("171001", "Shimla", "Himachal Pradesh")


async def test_goods_named_after_a_district_say_nothing_about_it(seeded: AsyncSession) -> None:
    """172001 lies in Kullu and Shimla: "kullu shawl" is no answer to which."""
    her = Counter(seeded)
    slots: dict[str, Any] = {"name": "Sunita Devi", "address": "ward 3", "pincode": "172001", "phone": "98160 12345"}
    await her.says("add_to_cart", "1 kullu shawl, ward 3, 172001", item("shawl", 1), **slots)
    assert her.state.awaiting == "district"


async def test_the_address_form_of_whatsapp_is_held_against_its_pincode_too(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.taps("add:shawl:1000")
    await her.says("checkout", "order karna hai")
    her.extra = {"form": {"name": "Sunita", "in_pin_code": "800034", "house_number": "12", "city": "Hamirpur"}}
    said = await her.says("give_address", "")
    assert "800034 Patna ज़िले का है" in said
    assert her.state.awaiting == "pincode"
