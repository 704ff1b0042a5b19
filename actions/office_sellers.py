"""The office says who sells by law: GST status, papers, address, where to complain; one question at a time."""

from actions import notice_forms as forms
from actions.messages import Buttons, Menu, Option, Phrase, lines, say
from actions.office import in_office, note
from actions.paging import page
from actions.payloads import write
from actions.registry import action
from actions.turn import Turn
from catalog.product import CONFIRMED
from catalog.tables import Seller
from catalog.words import Words
from orders import eligibility, sellers, statutes

# Facts that are chosen, not written.
CHOICES = {"gst_status": eligibility.STATUSES, "pan": ("yes", "no")}


@action("office_sellers")
async def office_sellers(turn: Turn, number: str = "0") -> None:
    if not await in_office(turn):
        return
    options = []
    for row in await sellers.all_sellers(turn.db):
        missing = len(sellers.wanting(row, statutes.rules()))
        hint = say("office-seller-wanting", count=missing)
        options.append(Option[Phrase](write("office_seller", row.id), Words.read(row.name), None, hint))
    shown = page(options, int(number) if number.isdecimal() else 0, lambda n: write("office_sellers", n))
    turn.reply(Menu(say("office-seller-list"), say("office-choose-button"), shown))


async def _seller(turn: Turn, seller_id: str) -> Seller | None:
    """A seller for somebody of the office; else she is answered here."""
    if not await in_office(turn):
        return None
    row = await turn.db.get(Seller, seller_id)
    if row is None:
        await office_sellers(turn)
    return row


@action("office_seller")
async def office_seller(turn: Turn, seller_id: str = "") -> None:
    """A seller as the law sees him, and what nobody has said yet."""
    row = await _seller(turn, seller_id)
    if row is not None:
        _show(turn, row)


def _show(turn: Turn, row: Seller, remark: Phrase | None = None) -> None:
    turn.state.ask(None)
    missing = sellers.wanting(row, statutes.rules())
    said = row.source in CONFIRMED
    number = (row.gstin or row.enrolment or "") if said else ""
    told = say("office-seller", name=Words.read(row.name), status=(said and row.gst_status) or "unsaid", number=number)
    wanting = forms.listed([say("office-fact-name", what=what) for what in missing]) if missing else None
    options = [forms.button("office-seller-go-on", "seller_ask", row.id, missing[0])] if missing else []
    options.append(forms.button("office-seller-change", "seller_change", row.id))
    options.append(forms.button("office-sellers", "office_sellers"))
    body = lines(remark, told, say("office-seller-missing", what=wanting) if wanting else None)
    turn.reply(Buttons(body, tuple(options)))


@action("seller_change")
async def seller_change(turn: Turn, seller_id: str = "", number: str = "0") -> None:
    row = await _seller(turn, seller_id)
    if row is None:
        return
    options = [
        Option[Phrase](write("seller_ask", row.id, what), say("office-fact-name", what=what)) for what in sellers.WHAT
    ]
    at = int(number) if number.isdecimal() else 0
    shown = page(options, at, lambda n: write("seller_change", row.id, n))
    body = say("office-seller-change-what", name=Words.read(row.name))
    turn.reply(Menu(body, say("office-choose-button"), shown))


@action("seller_ask")
async def seller_ask(turn: Turn, seller_id: str = "", what: str = "") -> None:
    row = await _seller(turn, seller_id)
    if row is not None and what in sellers.WHAT:
        _ask(turn, row, what)


def _ask(turn: Turn, row: Seller, what: str, remark: Phrase | None = None) -> None:
    """Asks for one fact; what has only a few answers is tapped."""
    labels = {"yes": "office-yes", "no": "office-no"}
    options = [
        forms.button(labels.get(value, f"office-gst-{value}"), "seller_set", row.id, what, value)
        for value in CHOICES.get(what, ())
    ]
    if options:
        turn.state.ask(None)
    else:
        turn.state.ask("fact", seller=row.id, what=what)
        options = [forms.button("cancel", "office_seller", row.id)]
    question = say("office-fact-ask", name=Words.read(row.name), what=what)
    turn.reply(Buttons(lines(remark, question), tuple(options)))


@action("seller_set")
async def seller_set(turn: Turn, seller_id: str = "", what: str = "", value: str = "") -> None:
    """A tapped answer; a button's value is a claim like any other."""
    if value in CHOICES.get(what, ()):
        await _take(turn, seller_id, what, value)


@action("answered_fact")
async def answered_fact(turn: Turn) -> None:
    """Her own words as the fact last asked for."""
    about = turn.state.about
    await _take(turn, str(about.get("seller", "")), str(about.get("what", "")), turn.heard.text)


async def _take(turn: Turn, seller_id: str, what: str, said: str) -> None:
    """Takes one fact, notes it in the office's book, and asks the next one that is missing."""
    row = await _seller(turn, seller_id)
    if row is None or what not in sellers.WHAT:
        return
    try:
        await sellers.tell(turn.db, seller_id, {what: said})
    except ValueError:
        _ask(turn, row, what, say("office-fact-odd"))
        return
    await note(turn, what, f"seller {seller_id}", " ".join(said.split()))
    missing = sellers.wanting(row, statutes.rules())
    if missing:
        _ask(turn, row, missing[0], say("office-seller-kept"))
    else:
        _show(turn, row, say("office-seller-kept"))
