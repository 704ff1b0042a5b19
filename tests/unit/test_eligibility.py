"""Who may sell to whom: the whole matrix, and that nothing unlawful is ever sold. The tests without arguments are run
against broken rules by tests/properties/test_money_mutations.py."""

import itertools

import indian_pincode
import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.tables import ProducerGroup, Product, Seller
from orders import cart as carts
from orders import pincodes, statutes, terms
from orders.eligibility import STATUSES, Standing, bar
from orders.matching import Candidate, choose
from orders.service import CartChanged, Recipient, parts_of, place
from orders.tables import Order, Person
from tests.conftest import NOW
from tests.unit.test_orders_placing import wants

STATES = [state.title() for state in indian_pincode.list_states()]
PAPERS = [frozenset(some) for n in range(4) for some in itertools.combinations(("gstin", "pan", "enrolment"), n)]
NEEDED = {"registered": {"gstin"}, "composition": {"gstin"}, "unregistered": {"pan", "enrolment"}}


def test_the_whole_matrix() -> None:
    """Status × papers × state × state: lawful exactly as Notification 34/2023 and the Act say."""
    lawful = 0
    for status, papers, at, to in itertools.product((*STATUSES, None, "exempt"), PAPERS, STATES, STATES):
        found = bar(Standing(at, status, papers), to, statutes.rules())
        if status not in NEEDED:
            assert found == "status-unknown"
        elif not NEEDED[status] <= papers:
            assert found == "papers-missing"
        elif status != "registered" and at != to:
            assert found == "other-state"
        else:
            assert found is None
            lawful += 1
    # 4 of 8 sets of papers hold a GSTIN, 2 hold both others
    assert lawful == 36 * 36 * 4 + 36 * 4 + 36 * 2
    assert bar(None, "Bihar", statutes.rules()) == "no-seller"


def test_before_her_state_is_known_only_what_holds_for_all() -> None:
    enrolled = Standing("Bihar", "unregistered", frozenset({"pan", "enrolment"}))
    assert bar(enrolled, None, statutes.rules()) is None
    assert bar(Standing("Bihar", "unregistered"), None, statutes.rules()) == "papers-missing"
    assert bar(Standing("Bihar", None), None, statutes.rules()) == "status-unknown"


def test_for_practice_no_papers_but_the_state() -> None:
    made_up = Standing("Himachal Pradesh", "unregistered")
    assert bar(made_up, "HIMACHAL PRADESH", statutes.rules(), practice=True) is None
    assert bar(made_up, "Bihar", statutes.rules(), practice=True) == "other-state"
    assert bar(Standing("Bihar", None), "Bihar", statutes.rules(), practice=True) == "status-unknown"


def test_every_pincode_of_himachal_and_some_of_every_other_state() -> None:
    """A seller who may sell only in Himachal: every door of its 439 pincodes, and none beyond its border."""
    group = Standing("Himachal Pradesh", "unregistered", frozenset({"pan", "enrolment"}))
    inside = set(indian_pincode.get_pincodes(state="HIMACHAL PRADESH"))
    assert len(inside) == 439
    others = {pin for state in indian_pincode.list_states() for pin in indian_pincode.get_pincodes(state=state)[::150]}
    assert len({area.state for pin in others for area in pincodes.areas(pin)}) == 36
    doors = [area for pin in sorted(inside | others) for area in pincodes.areas(pin)]
    leaks = [a for a in doors if (bar(group, a.state, statutes.rules()) is None) != (a.state == "Himachal Pradesh")]
    assert not leaks
    assert sum(area.state == "Himachal Pradesh" for area in doors) >= 439


def test_another_answer_of_the_law_is_a_line_of_configuration() -> None:
    text = (statutes.FOLDER / "eligibility.yml").read_text("utf-8")
    free = statutes.read_rules(text.replace("operator: true", "operator: false"))
    nobody = Standing("Bihar", "unregistered")
    assert bar(nobody, "Bihar", free) is None
    assert bar(nobody, "Bihar", statutes.read_rules(text)) == "papers-missing"
    assert bar(nobody, "Goa", free) == "other-state"
    for wrong in (text.replace("sells: anywhere", "sells: everywhere"), text.replace("composition:", "other:")):
        with pytest.raises(statutes.StatuteWrong, match=r"eligibility\.yml"):
            statutes.read_rules(wrong)


def test_a_group_that_may_not_is_not_able() -> None:
    may = Candidate(1, "nahan", 5, True, "Bihar", 1000, None)
    may_not = Candidate(2, "anmol", 0, True, "Bihar", 90_000, None, "other-state")
    choice = choose("stock", 2000, [may_not, may], "Bihar", wanted="anmol")
    assert choice is not None
    assert choice.candidate is may
    assert "anmol may not (other-state)" in choice.reason
    assert choose("stock", 2000, [may_not], "Bihar") is None


def test_status_state_slab_and_paper_together() -> None:
    """X3: on real channels exactly what is lawful sells; a price, a code or a word of the office that is missing is
    never sold around."""
    group = ProducerGroup(id="g", seller_id="s")
    sold = 0
    for status, papers, to, (price, tags), hsn, source, address in itertools.product(
        (*STATUSES, None), PAPERS, ("Himachal Pradesh", "Bihar"),
        ((262_500, ()), (270_000, ()), (270_000, ("handmade",)), (295_001, ())), ("6214", "6505", None),
        ("officer", "demo", None), ("Ward 1, Shimla", None),
    ):  # fmt: skip
        seller = Seller(id="s", state="Himachal Pradesh", gst_status=status, source=source, address=address,
                        gstin="G" if "gstin" in papers else None, pan_on_file="pan" in papers,
                        enrolment="E" if "enrolment" in papers else None)  # fmt: skip
        product = Product(sku="p", hsn=hsn, tax_tags=list(tags), price_paise=price)
        today = terms.Terms(NOW.date(), False, {"s": seller}, statutes.rates(), statutes.rules())
        lawful = (
            source == "officer"
            and address is not None
            and status is not None
            and NEEDED[status] <= papers
            and (status == "registered" or to == "Himachal Pradesh")
            and (status != "registered" or (hsn == "6214" and (price != 270_000 or tags != ())))
        )
        assert (today.bar(product, group, to) is None) == lawful
        sold += lawful
        if lawful:
            found = today.line_tax(product, seller, price, 1000, to)
            charged = {(): 1800 if price > 262_500 else 500}.get(tags, 500) if status == "registered" else None
            assert found.rate_bp == charged
            assert (found.igst_paise > 0) == (status == "registered" and to == "Bihar")
    assert sold == 4 * 2 * 3 + 4 * 4 * 3 + 2 * 4 * 3


# --- in a shop


async def at(db: AsyncSession, pin: str, cause: str, state: str | None) -> Order:
    """The cart as it was seen without asking where it goes, and the yes to it."""
    cart = await carts.view(db, 1, NOW, False)
    person = await db.get_one(Person, 1)
    to = Recipient("A", "Ward 3", pin, "+919816012345", None, state)
    return await place(db, person, cart, to, "cod", cause, NOW, False)


async def test_no_order_leaves_the_state(seeded: AsyncSession) -> None:
    """Whatever screen was seen before: a yes to it places nothing unlawful, in any state, known or not."""
    for number, state in enumerate(indian_pincode.list_states()):
        pin = indian_pincode.get_pincodes(state=state)[0]
        for known in {pincodes.state_of(pin), None}:
            await wants(seeded, pickle=250)
            if pincodes.state_of(pin) == "Himachal Pradesh":
                placed = await at(seeded, pin, f"m:{number}{known}", known)
                assert [p.seller_id for p in await parts_of(seeded, placed.id)] == ["anmol"]
                continue
            with pytest.raises(CartChanged):
                await at(seeded, pin, f"m:{number}{known}", known)
    with pytest.raises(CartChanged):  # a pincode nobody knows is in no state
        await at(seeded, "999999", "m:nowhere", None)
    sold = await seeded.scalars(select(Order))
    assert {order.pincode[:2] for order in sold} == {"17"}


async def test_who_charges_tax_may_sell_anywhere(seeded: AsyncSession) -> None:
    await wants(seeded, shawl=1000)
    cart = await carts.view(seeded, 1, NOW, False, "Bihar")
    assert [part.seller_id for part in cart.parts] == ["samiti"]
    person = await seeded.get_one(Person, 1)
    to = Recipient("A", "B", "800001", "+919816012345", "Patna", "Bihar")
    placed = await place(seeded, person, cart, to, "cod", "m:1", NOW, False)
    assert [(p.seller_id, p.place_of_supply) for p in await parts_of(seeded, placed.id)] == [("samiti", "Bihar")]


async def test_another_maker_who_may_sell_is_found(seeded: AsyncSession) -> None:
    """Kanda is first in rank, but sells for itself and only at home: a buyer in Bihar gets it from Nahan, and is told
    so when she had asked for Kanda's."""
    seeded.add(Seller(id="kanda", kind="group", name={"en": "K", "hi": "क"}, state="Himachal Pradesh",
                      gst_status="unregistered", enrolment="EN2", pan_on_file=True, source="officer",
                      address="Kanda, Shimla"))  # fmt: skip
    await seeded.flush()
    (await seeded.get_one(ProducerGroup, "kanda")).seller_id = "kanda"
    shawl = await seeded.get_one(Product, "shawl")
    await carts.put(seeded, 1, shawl, 1000, NOW, {"group": "kanda"})
    home, away = [await carts.view(seeded, 1, NOW, False, state) for state in ("Himachal Pradesh", "Bihar")]
    assert [(i.group_id, i.instead_of) for i in home.items] == [("kanda", None)]
    (item,) = away.items
    assert (item.group_id, item.instead_of and item.instead_of.en) == ("nahan", "Kanda workshop")
    assert home.tax_paise == 0 < item.tax.igst_paise


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"source": "demo"}, "seller-unconfirmed"),
        ({"source": None}, "seller-unconfirmed"),
        ({"address": None}, "no-seller-address"),
        ({"gst_status": None}, "status-unknown"),
        ({"enrolment": None}, "papers-missing"),
        ({"pan_on_file": False}, "papers-missing"),
        ({"gst_status": "registered"}, "papers-missing"),
        ({"gst_status": "registered", "gstin": "02AAAAT0001A1ZU"}, None),
    ],
)
async def test_what_keeps_a_seller_from_real_money(
    seeded: AsyncSession, change: dict[str, object], why: str | None
) -> None:
    seller, pickle = await seeded.get_one(Seller, "anmol"), await seeded.get_one(Product, "pickle")
    for name, value in change.items():
        setattr(seller, name, value)
    await seeded.flush()
    today = await terms.read(seeded, NOW, demo_sells=False)
    assert today.bar(pickle, await seeded.get_one(ProducerGroup, "anmol")) == why
    await wants(seeded, pickle=1000)
    cart = await carts.view(seeded, 1, NOW, False)
    assert [refused.reasons for refused in cart.refused] == ([(why,)] if why else [])


async def test_a_group_nobody_sells_for_sells_nowhere(seeded: AsyncSession) -> None:
    (await seeded.get_one(ProducerGroup, "anmol")).seller_id = None
    await wants(seeded, pickle=1000)
    for practice in (True, False):
        cart = await carts.view(seeded, 1, NOW, practice)
        assert [refused.reasons for refused in cart.refused] == [("no-seller",)]
