"""Where sellers' money goes, said by one person of the office and confirmed by another, each in her own chat."""

from sqlalchemy import select

from actions import notice_forms as forms
from actions import payment_forms as bills
from actions.messages import Buttons, Menu, Option, Phrase, Quoted, Text, say
from actions.office import in_office, note
from actions.paging import page
from actions.payloads import write
from actions.registry import action
from actions.turn import Turn
from catalog import contacts
from catalog.tables import Seller
from catalog.words import Words
from orders import payees, upi
from orders.money_tables import Payee


@action("payees")
async def show_payees(turn: Turn, number: str = "0") -> None:
    """Every seller, with where the money goes."""
    if not await in_office(turn):
        return
    options: list[Option[Phrase]] = []
    for seller in await turn.db.scalars(select(Seller).order_by(Seller.id)):
        waiting = next((one for one in await payees.proposed(turn.db) if one.seller_id == seller.id), None)
        payee = waiting or await payees.of_seller(turn.db, seller.id)
        state = "none" if payee is None else "proposed" if waiting else "confirmed"
        verb = ("payee", waiting.id) if waiting else ("payee_for", seller.id)
        hint = say("office-payee-hint", state=state, vpa=Quoted(payee.vpa or "") if payee else "")
        options.append(Option(write(*verb), Words.read(seller.name), None, hint))
    if not options:
        turn.reply(Text(say("office-no-sellers")))
        return
    shown = page(options, int(number) if number.isdecimal() else 0, lambda n: write("payees", n))
    turn.reply(Menu(say("office-payee-list"), say("office-choose-button"), shown))


@action("payee_for")
async def payee_for(turn: Turn, seller_id: str = "") -> None:
    """Asks for the UPI address of a seller."""
    seller = await turn.db.get(Seller, seller_id) if await in_office(turn) else None
    if seller is None:
        return
    turn.state.ask("vpa", seller=seller_id)
    body = say("office-ask-vpa", seller=Words.read(seller.name))
    turn.reply(Buttons(body, (forms.button("cancel", "payees"),)))


@action("answered_vpa")
async def answered_vpa(turn: Turn) -> None:
    if not await in_office(turn):
        return
    address, seller_id = upi.vpa(turn.heard.text), str(turn.state.about.get("seller", ""))
    if address is None:
        turn.reply(Buttons(say("office-vpa-odd"), (forms.button("cancel", "payees"),)))
        return
    turn.state.ask("payee_name", seller=seller_id, vpa=address)
    turn.reply(Buttons(say("office-ask-payee-name", vpa=Quoted(address)), (forms.button("cancel", "payees"),)))


@action("answered_payee_name")
async def answered_payee_name(turn: Turn) -> None:
    """Proposed: the others of the office are told, and one of them confirms."""
    mine = await in_office(turn)
    if mine is None:
        return
    seller_id, vpa = str(turn.state.about.get("seller", "")), str(turn.state.about.get("vpa", ""))
    try:
        made = await payees.propose(turn.db, seller_id, vpa, turn.heard.text, f"office:{mine.id}", turn.now)
    except (ValueError, LookupError):
        turn.reply(Buttons(say("office-vpa-odd"), (forms.button("cancel", "payees"),)))
        return
    turn.state.ask(None)
    await note(turn, "payee_proposed", seller_id, made.vpa)
    await tell_office(turn, made)
    turn.reply(Text(say("office-payee-waits", vpa=Quoted(vpa), name=Quoted(made.name))))


async def tell_office(turn: Turn, payee: Payee) -> None:
    """Everybody of the office but who proposed it: a changed payee is never a secret."""
    seller = await turn.db.get_one(Seller, payee.seller_id)
    notice = bills.payee_proposed(payee.id, Words.read(seller.name), payee.vpa or "", payee.name)
    for contact in await contacts.of_group(turn.db, contacts.OFFICE, "money"):
        if contact.person_id is not None and contact.person_id != turn.person.id:
            turn.tell(contact.person_id, notice)


@action("payee")
async def payee(turn: Turn, payee_id: str = "") -> None:
    one = await _proposed(turn, payee_id)
    if one is None:
        return
    seller = await turn.db.get_one(Seller, one.seller_id)
    body = say("office-payee", seller=Words.read(seller.name), vpa=Quoted(one.vpa or ""), name=Quoted(one.name))
    yes = forms.button("office-payee-yes", "payee_confirm", one.id)
    turn.reply(Buttons(body, (yes, forms.button("office-payees", "payees"))))


@action("payee_confirm")
async def payee_confirm(turn: Turn, payee_id: str = "") -> None:
    one, mine = await _proposed(turn, payee_id), await contacts.allowed(
        turn.db, turn.person.id, contacts.OFFICE, "money"
    )  # fmt: skip
    if one is None or mine is None:
        return
    try:
        confirmed = await payees.confirm(turn.db, one.id, f"office:{mine.id}", turn.now)
    except payees.SamePerson:
        turn.reply(Text(say("office-payee-same")))
        return
    await note(turn, "payee_confirmed", confirmed.seller_id, confirmed.vpa)
    body = say("office-payee-done", vpa=Quoted(confirmed.vpa or ""))
    turn.reply(Buttons(body, (forms.button("office-payees", "payees"),)))


async def _proposed(turn: Turn, payee_id: str) -> Payee | None:
    """A proposal for somebody of the office; else she is answered here."""
    if not await in_office(turn):
        return None
    found = [one for one in await payees.proposed(turn.db) if str(one.id) == payee_id]
    if not found:
        turn.reply(Text(say("office-payee-gone")))
        return None
    return found[0]
