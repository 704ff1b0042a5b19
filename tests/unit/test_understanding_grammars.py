"""Prices, codes, days, corrections, pointers, names and addresses, each on its own."""

from datetime import date

import pytest

from bot.understanding.changes import change, correction
from bot.understanding.contacts import codes
from bot.understanding.dates import days_in
from bot.understanding.money import money
from bot.understanding.names import name_in
from bot.understanding.people import address_in, looks_like_address
from bot.understanding.places import IndianPincodes
from bot.understanding.pointers import pointer
from catalog.lexicon import listed, phrases
from catalog.spelling import tokens

SUNDAY = date(2026, 11, 22)
PLACES = IndianPincodes()


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("500 से कम", (500, None)),
        ("500 se kam", (500, None)),
        ("do sau tak", (200, None)),
        ("दो सौ तक", (200, None)),
        ("under 1k", (1000, None)),
        ("below 1,500", (1500, None)),
        ("less than 300", (300, None)),
        ("₹500 tak", (500, None)),
        ("upto rs 800", (800, None)),
        ("हज़ार के अंदर", (1000, None)),
        ("1000 ke neeche", (1000, None)),
        ("500 rupaye tak", (500, None)),
        ("budget 2000", (2000, None)),
        ("500 se zyada", (None, 500)),
        ("above 1000", (None, 1000)),
        ("200 se 500 tak", (500, 200)),
        ("between 200 and 500", (500, 200)),
        ("200 से 500 के बीच", (500, 200)),
        ("₹200-500", (500, 200)),
        ("dedh sau se kam", (150, None)),
        ("5 baje tak", (None, None)),
        ("2 kam kar do", (None, None)),
        ("5 se kam kar do", (None, None)),
        ("somvar tak", (None, None)),
        ("2 shawl", (None, None)),
    ],
)
def test_price_limits(text: str, limits: tuple[int | None, int | None]) -> None:
    found = money(tokens(text))
    assert (found.price_max, found.price_min) == limits


@pytest.mark.parametrize(
    ("text", "amounts"), [("180 rupaye", (180,)), ("₹250", (250,)), ("rs. 40", (40,)), ("डेढ़ सौ रुपए", (150,))]
)
def test_rupees(text: str, amounts: tuple[int, ...]) -> None:
    assert money(tokens(text)).amounts == amounts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("177033", [("pincode", "177033")]),
        ("१७७०३३", [("pincode", "177033")]),
        ("177 033", [("pincode", "177033")]),
        ("pin 800-034", [("pincode", "800034")]),
        ("9816012345", [("phone", "9816012345")]),
        ("98160 12345", [("phone", "9816012345")]),
        ("+91 98160-12345", [("phone", "9816012345")]),
        ("09816012345", [("phone", "9816012345")]),
        ("९८१६०१२३४५", [("phone", "9816012345")]),
        ("+44 7911 123456", [("phone", "+447911123456")]),
        ("HT-4827", [("order_ref", "HT-4827")]),
        ("ht 4827 kahan hai", [("order_ref", "HT-4827")]),
        ("order no 552", [("order_ref", "552")]),
        ("ऑर्डर नंबर 552", [("order_ref", "552")]),
        ("#4827", [("order_ref", "4827")]),
        ("order 4827", [("order_ref", "4827")]),
        ("order 2 shawl", []),
        ("order 10", []),
        ("EK123456789IN", [("tracking", "EK123456789IN")]),
        ("ek 123456789 in", [("tracking", "EK123456789IN")]),
        ("tracking no D12345678", [("tracking", "D12345678")]),
        ("12345", []),
        ("5123456789", []),
        ("100 200", []),
        ("nadaun 177033 9816012345", [("pincode", "177033"), ("phone", "9816012345")]),
    ],
)
def test_codes(text: str, found: list[tuple[str, str]]) -> None:
    assert [(code.kind, code.value) for code in codes(text, PLACES)] == found


def test_a_courier_number_alone_counts_when_it_was_asked_for() -> None:
    assert codes("d1234567890") == []
    assert [code.kind for code in codes("d1234567890", awaiting="tracking")] == ["tracking"]


@pytest.mark.parametrize(
    ("text", "awaiting", "found"),
    [
        ("1 7 1 0 0 9", "pincode", [("pincode", "171009")]),
        ("one seven one zero zero four", "pincode", [("pincode", "171004")]),
        ("एक सात चार तीन शून्य तीन", "pincode", [("pincode", "174303")]),
        ("nau aath ek chhe shunya char teen do ek shunya", "phone", [("phone", "9816043210")]),
        ("one seven one zero zero four", None, []),
        ("ordar nambar 512", None, [("order_ref", "512")]),
        ("order sankhya 4410", None, [("order_ref", "4410")]),
    ],
)
def test_codes_read_aloud_and_misspelt(text: str, awaiting: str | None, found: list[tuple[str, str]]) -> None:
    assert [(one.kind, one.value) for one in codes(text, PLACES, awaiting)] == found


def test_pincodes_know_their_district_offline() -> None:
    assert PLACES.exists("177033")
    assert PLACES.state("177033") == "Himachal Pradesh"
    assert "Hamirpur" in PLACES.districts("177033")
    assert not PLACES.exists("999999")
    assert (PLACES.state("999999"), PLACES.districts("999999")) == (None, ())


@pytest.mark.parametrize(
    ("text", "plain", "on"),
    [
        ("aaj", "today", "2026-11-22"),
        ("आज", "today", "2026-11-22"),
        ("kal bhej dena", "tomorrow", "2026-11-23"),
        ("kal order kiya tha", "yesterday", "2026-11-21"),
        ("कल मंगाया था", "yesterday", "2026-11-21"),
        ("कल चाहिए", "tomorrow", "2026-11-23"),
        ("parson aaya tha", "day before yesterday", "2026-11-20"),
        ("परसों तक", "day after tomorrow", "2026-11-24"),
        ("somvar ko", "monday", "2026-11-23"),
        ("रविवार", "sunday", "2026-11-29"),
        ("by friday", "friday", "2026-11-27"),
        ("5 din me", "5 days", "2026-11-27"),
        ("दो हफ्ते में", "14 days", "2026-12-06"),
        ("in 3 days", "3 days", "2026-11-25"),
        ("15 december", "2026-12-15", "2026-12-15"),
        ("5 जनवरी", "2027-01-05", "2027-01-05"),
        ("12/12", "2026-12-12", "2026-12-12"),
        ("25 tarikh", "2026-11-25", "2026-11-25"),
        ("agle hafte", "next week", None),
    ],
)
def test_days(text: str, plain: str, on: str | None) -> None:
    (day,) = days_in(tokens(text), SUNDAY)
    assert (day.plain, day.on.isoformat() if day.on else None) == (plain, on)


@pytest.mark.parametrize("text", ["31/2", "99 december", "2 shawl", "mangal ho"])
def test_no_day_is_invented(text: str) -> None:
    assert [day for day in days_in(tokens(text), SUNDAY) if day.plain != "tuesday"] == []


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        ("4 नहीं 6", 6, 4),
        ("4 nahi 6 kar do", 6, 4),
        ("not 4, 6", 6, 4),
        ("6 instead of 4", 6, 4),
        ("char ki jagah chhe", 6, 4),
        ("चार की जगह छह", 6, 4),
        ("4 se 6 kar do", 6, 4),
        ("400 से 450 कर दीजिए", 450, 400),
        ("do nahi teen", 3, 2),
        ("change 2 to 5", 5, 2),
        ("dedh nahi dhai kilo", 2.5, 1.5),
        ("only 2 not 5", 2, 5),
        ("make it one kilo, not half", 1, 0.5),
        ("3 nahi, make it 8", 8, 3),
        ("4 ki jgah 6", 6, 4),
        ("das kar do, aath nahi", 10, 8),
        ("instead of 2 send 3", 3, 2),
        ("do se badha kar teen kar do", 3, 2),
        ("दो से बढ़ाकर तीन कर दो", 3, 2),
        ("3 likhi thi 5 kar do", 5, 3),
        ("from five to eight", 8, 5),
    ],
)
def test_corrections(text: str, new: float, old: float) -> None:
    found = correction(tokens(text))
    assert found is not None
    assert (found.milli / 1000, found.old_milli / 1000) == (new, old)


@pytest.mark.parametrize(
    ("text", "unit"), [("adha kilo ki jagah ek kilo", "kg"), ("ek nahi dedh kilo", "kg"), ("4 nahi 6", None)]
)
def test_a_correction_keeps_its_unit(text: str, unit: str | None) -> None:
    found = correction(tokens(text))
    assert found is not None
    assert found.unit == unit


@pytest.mark.parametrize(
    "text", ["4 nahi", "nahi 6", "2 shawl nahi chahiye", "4 ya 6", "745 nahi le sakte", "2 shawl aur 3 topi na"]
)
def test_no_correction(text: str) -> None:
    assert correction(tokens(text)) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ek aur badha do", "increase"),
        ("double kar do", "double"),
        ("दुगना", "double"),
        ("2 kam kar do", "decrease"),
        ("one less of the pickle", "decrease"),
        ("3 packet kum kro", "decrease"),
        ("reduce it to 2", None),
        ("ghata ke 2 kar do", None),
        ("1 kg or bdha do", "increase"),
        ("2 packet aur daal do", "increase"),
        ("2 packet aur biscuit", None),
        ("double bed", None),
        ("chhe", None),
    ],
)
def test_changes(text: str, kind: str | None) -> None:
    assert change(tokens(text)) == kind


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("ye wala", "this"),
        ("this one", "this"),
        ("pehla wala", "1"),
        ("दूसरा", "2"),
        ("the third one", "3"),
        ("aakhri", "last"),
        ("pichla order", "previous order"),
        ("wahi pata", "saved address"),
        ("isi number pe", "this number"),
        ("the one i am messaging from", "this number"),
        ("same place as before", "saved address"),
        ("shawl", None),
        ("2 number wala", "2"),
    ],
)
def test_pointers(text: str, ref: str | None) -> None:
    assert pointer(tokens(text)) == ref


@pytest.mark.parametrize(
    ("text", "awaiting", "name"),
    [
        ("mera naam Sunita hai", None, "Sunita"),
        ("my name is Sunita Devi", None, "Sunita Devi"),
        ("मेरा नाम सुनीता देवी है", None, "सुनीता देवी"),
        ("naam pooja verma likho", None, "pooja verma"),
        ("main anjali thakur bol rahi hu", None, "anjali thakur"),
        ("Sunita Devi", "name", "Sunita Devi"),
        ("ji mohan lal", "name", "mohan lal"),
        ("Sunita Devi", None, None),
        ("kya hai", "name", None),
        ("main kisan hu", None, None),
        ("98160", "name", None),
        ("mera naam galat likha hai", None, None),
        ("नाम बदलो", None, None),
        ("naam badlo", "name", None),
        ("naam Sunita Devi kar do", None, "Sunita Devi"),
    ],
)
def test_names(text: str, awaiting: str | None, name: str | None) -> None:
    assert name_in(text, awaiting) == name


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("mera pata hai gaon bhota tehsil barsar 176041", "gaon bhota tehsil barsar"),
        ("House 12, Ward 3, Nadaun", "House 12, Ward 3, Nadaun"),
        ("deliver to flat 4B, Kanke Road, Ranchi 834008", "flat 4B, Kanke Road, Ranchi"),
        ("इस पते पर भेजना: फ्लैट 5, मॉल रोड, शिमला १७१००१", "फ्लैट 5, मॉल रोड, शिमला"),
        ("177033", None),
    ],
)
def test_addresses_as_typed(text: str, address: str | None) -> None:
    assert address_in(text, codes(text, PLACES)) == address


@pytest.mark.parametrize(
    ("text", "is_one"), [("makan 12 ward 3 nadaun", True), ("गांव भोटा तहसील बड़सर", True), ("do shawl chahiye", False)]
)
def test_the_talk_of_an_address(text: str, is_one: bool) -> None:
    assert looks_like_address(tokens(text)) is is_one


@pytest.mark.parametrize(
    ("name", "text", "meaning"),
    [
        ("payments", "cash on delivery", "cod"),
        ("payments", "पैसे घर पर दूंगा", "cod"),
        ("payments", "gpay", "upi"),
        ("payments", "यूपीआई", "upi"),
        ("languages", "हिंदी में", "hi"),
        ("places", "nadoun", "Nadaun"),
        ("services", "bijli wala", "electrician"),
        ("units", "किलो", "kg"),
        ("complaint_kinds", "paise wapas chahiye", "refund"),
    ],
)
def test_word_lists(name: str, text: str, meaning: str) -> None:
    assert phrases(name).first(tokens(text)) == meaning


def test_no_word_of_a_list_means_two_things() -> None:
    for name in ("numbers", "units", "payments", "colours", "languages", "services", "products"):
        seen: dict[tuple[str, ...], str] = {}
        for meaning, spellings in listed(name).items():
            for spelling in spellings:
                assert seen.setdefault(tuple(tokens(spelling)), meaning) == meaning, (name, spelling)
