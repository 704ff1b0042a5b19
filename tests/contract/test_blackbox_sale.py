"""A whole first sale in words, seen from outside: three ways of writing, both channels, both databases.

One product was confirmed by an officer and sells on real channels; a contact joined by typing her one-time code."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.contract.outside import ORDER_NUMBER, Town, town, words_of

CONTACT = "919800000099"
BUYERS = {
    ("whatsapp", "hi"): "919800000001",
    ("telegram", "hi"): "710000001",
    ("whatsapp", "hi-Latn"): "919800000002",
    ("telegram", "hi-Latn"): "710000002",
    ("whatsapp", "en"): "919800000003",
    ("telegram", "en"): "710000003",
}
ENQUIRER, PASSER_BY = "919800000010", "919800000011"
PHONES = {
    address: "telegram" if address.startswith("7") else "whatsapp"
    for address in (*BUYERS.values(), CONTACT, ENQUIRER, PASSER_BY)
}
# What a buyer writes, in order; each is answered before the next. The last one is her yes.
TALK = {
    "hi": (
        "नमस्ते", "मुझे कुल्लू शॉल चाहिए", "दो शॉल टोकरी में डाल दीजिए", "ऑर्डर करना है", "सुनीता देवी",
        "मकान 7, लोअर बाज़ार, शिमला", "171001", "9816012345", "सामान आने पर नकद दूँगी", "हाँ",
    ),
    "hi-Latn": (
        "namaste ji", "kullu shawl chahiye", "do shawl cart me daal do", "order karna hai", "Sunita Devi",
        "makan 7, lower bazar, shimla", "171001", "9816012345", "ghar par paise dungi", "haan",
    ),
    "en": (
        "hi", "I want a kullu shawl", "add 2 shawls to my cart", "place the order", "Sunita Devi",
        "House 7, Lower Bazar, Shimla", "171001", "9816012345", "cash on delivery", "yes",
    ),
}  # fmt: skip
# What the contact writes: takes it (the question last asked), it is ready, it has left.
ANSWERS = {
    "hi": ("हाँ, बना देंगे", "{n} तैयार है", "{n} भेज दिया, ट्रैकिंग नंबर EE123456789IN"),
    "hi-Latn": ("haan bana denge", "{n} taiyar hai", "{n} bhej diya, tracking EE123456789IN"),
    "en": ("yes, we will make it", "{n} is ready", "{n} sent, tracking EE123456789IN"),
}
# A word that only an answer in this way of writing has, in the summary before the yes.
SPOKEN = {"hi": "कुल ₹1,900", "hi-Latn": "Kul ₹1,900", "en": "Total ₹1,900"}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with town(tmp_path_factory.mktemp("sale"), PHONES) as opened:
        _stocked(opened)
        yield opened


def _stocked(shop: Town) -> None:
    """One product to sell, and its maker joined."""
    shop.sells_shawls()
    code = shop.show("group", "invite", "kanda", "--role", "officer")["code"]
    assert "v1:side:buyer" in shop.says(CONTACT, f"mera code {code} hai")[0].taps


@pytest.mark.parametrize(("channel", "language"), list(BUYERS))
def test_first_sale_in_words(shop: Town, channel: str, language: str) -> None:
    _first_sale(shop, BUYERS[channel, language], language)


def test_first_sale_on_postgresql(postgres: str, tmp_path: Path) -> None:
    plain = postgres.replace("+psycopg", "")
    with psycopg.connect(plain.format(db="postgres"), autocommit=True) as admin:
        admin.execute("CREATE DATABASE outside")
    with town(tmp_path, PHONES, HAAT_DATABASE_URL=plain.format(db="outside")) as opened:
        _stocked(opened)
        _first_sale(opened, BUYERS["telegram", "hi-Latn"], "hi-Latn")


def _first_sale(shop: Town, buyer: str, language: str) -> None:
    answers: list[str] = []
    for text in TALK[language]:
        told = shop.says(buyer, text)
        assert told, f"no answer to {text!r}"
        assert all(one.status != "failed" for one in told), told
        answers.append(words_of(told))
    summary, done = answers[-2:]
    assert SPOKEN[language] in summary, answers
    assert "171001" in summary, answers
    found = ORDER_NUMBER.search(done)
    assert found, answers
    number = found[0]
    assert "₹1,900" in done
    _maker_answers(shop, buyer, language, number)
    _counted(shop.show("show", "orders"), number)


def _maker_answers(shop: Town, buyer: str, language: str, number: str) -> None:
    """Taken, ready, sent; the buyer hears each. Nobody knows where she lives before the order is taken."""
    notice = next(one for one in reversed(shop.told()) if one.address == CONTACT)
    assert number in notice.words
    assert "Lower" not in notice.words
    assert "लोअर" not in notice.words
    assert "98160" not in notice.words
    for text in ANSWERS[language]:
        before = max(one.id for one in shop.told())
        to_contact = words_of(shop.says(CONTACT, text.format(n=number)))
        to_buyer = words_of(shop.answers(buyer, before))
        assert number in to_contact, (text, to_contact)
        assert number in to_buyer, (text, to_contact, to_buyer)
    assert "EE123456789IN" in to_buyer


def _counted(orders: list[dict[str, Any]], number: str) -> None:
    (order,) = [one for one in orders if one["number"] == number]
    assert order["total_paise"] == 190000
    assert order["pincode"] == "171001"
    (part,) = order["seller_orders"]
    assert (part["group_id"], part["state"], part["tracking"]) == ("kanda", "dispatched", "EE123456789IN")
    assert [line["qty_milli"] for line in part["lines"]] == [2000]
    assert [entry["move"] for entry in part["journal"]] == ["place", "accept", "mark_ready", "dispatch"]


def test_a_sample_value_is_asked_about_not_sold(shop: Town) -> None:
    before = len(shop.show("show", "orders"))
    card = shop.says(ENQUIRER, "sweater chahiye")[-1]
    assert not any(tap.startswith("v1:add:") for tap in card.taps), card
    refused = shop.says(ENQUIRER, "2 sweater cart me daal do")[-1]
    (enquire,) = [tap for tap in refused.taps if tap.startswith("v1:enquire:")]
    ticket = words_of(shop.taps(ENQUIRER, refused, enquire))
    shop.says(ENQUIRER, "order karna hai")
    shop.says(ENQUIRER, "haan")
    (waiting,) = [one for one in shop.show("office", "tickets") if one["sku"] == "sweater"]
    assert waiting["kind"] == "enquiry"
    assert waiting["number"] in ticket
    assert len(shop.show("show", "orders")) == before


def test_who_has_not_joined_answers_nobodys_order(shop: Town) -> None:
    """Neither her words nor a button somebody sent her move an order."""
    before = shop.show("show", "orders")
    numbers = [order["number"] for order in before] or ["HT-1001"]
    shop.says(PASSER_BY, f"{numbers[0]} cancel kar diya, nahi ban payega")
    shop.says(PASSER_BY, f"{numbers[0]} bhej diya")
    shop.says(PASSER_BY, "v1:decline:1")
    assert shop.show("show", "orders") == before


def test_all_is_well(shop: Town) -> None:
    answer = shop.http.get(f"{shop.url}/health")
    assert answer.status_code == 200, answer.text
    assert set(answer.json()) >= {"database", "nlu", "inbox", "outbox", "timers"}
