"""New goods told in the chat: what a message says is kept, only what is missing is asked, then the card is shown."""

import re

from actions import notice_forms as forms
from actions.door import admitted, admitted_somewhere
from actions.goods_card import MENU_UNITS, question, shown
from actions.meaning import Listing
from actions.messages import Buttons, Option, Phrase, Quoted, Text, lines, say
from actions.payloads import write
from actions.producer_goods import her_offer
from actions.registry import action
from actions.turn import Turn
from catalog import contacts, drafts, service
from catalog.draft_tables import ProductDraft
from catalog.leaks import leaks
from catalog.money import Money, Quantity
from catalog.naming import SERVICES
from catalog.spelling import fold, tokens
from catalog.tables import Offer, Product
from catalog.words import Words
from orders import tickets

_BARE = re.compile(r"[\d.,]{1,9}")
_DEVANAGARI = re.compile(r"[\u0900-\u097f]")
_NAME = re.compile(r"(?i)\b(?:naam|name)\b|नाम")
_MOST_PAISE, _MOST_MILLI = 100_000_00, 100_000_000


@action("producer_new_product")
async def producer_new_product(turn: Turn) -> None:
    """ "आंवला कैंडी 200 ग्राम 60 रुपये 30 पैकेट", or only that there is something new."""
    mine = await admitted_somewhere(turn, "draft")
    if not mine:
        return
    draft = await drafts.open_one(turn.db, turn.person.id, turn.now)
    told = turn.meaning.listing if turn.meaning else Listing()
    if draft is None or (told.name and draft.name and told.price_paise):  # something else that is new
        draft = await drafts.begin(turn.db, mine[0].group_id, turn.person.id, turn.now)
    await _keep(turn, draft, told, with_name=_names_goods(turn, told))
    if len({contact.group_id for contact in mine}) > 1 and draft.changed_at == draft.made_at:
        turn.state.ask("draft", what="group")
        options = [
            Option[Phrase](write("draft_group", draft.id, group.id), Words.read(group.name), Words.read(group.short))
            for contact in mine
            if (group := await service.group(turn.db, contact.group_id)) is not None
        ]
        turn.reply(Buttons(say("goods-which-group"), tuple(options[:9])))
        return
    offer = await her_offer(turn)
    if offer and told.price_paise and told.stock_milli is not None and await _so_called(turn, offer, told.name or ""):
        await _same_or_new(turn, draft, offer)
        return
    await _go_on(turn, draft)


def _names_goods(turn: Turn, told: Listing) -> bool:
    """Whether the name is one: figures stand beside it, or the word is known. "how do I sell" names nothing."""
    figures = (told.price_paise, told.pack_milli, told.stock_milli, told.unit)
    known = bool(turn.meaning and any(item.product or item.sku for item in turn.meaning.items))
    return known or any(figure is not None for figure in figures)


async def _so_called(turn: Turn, offer: Offer, name: str) -> bool:
    """Whether goods on the shelf have that whole name: amla preserve is no amla candy."""
    row = await turn.db.get_one(Product, offer.sku)
    known = {fold(word) for called in (*row.name.values(), *row.aliases) for word in tokens(called)}
    return all(fold(word) in known for word in tokens(name))


async def _same_or_new(turn: Turn, draft: ProductDraft, offer: Offer) -> None:
    """Goods of that name of hers are on the shelf: their price, their count, or something new?"""
    product = await turn.db.get_one(Product, offer.sku)
    name, stock = Words.read(product.name), Quantity(draft.stock_milli or 0, product.unit or "piece")
    turn.state.ask(None)
    turn.state.product = offer.sku
    options = (
        Option[Phrase](
            write("reprice", offer.id, draft.price_paise or 0),
            say("goods-its-price", price=Money(draft.price_paise or 0)),
        ),
        Option[Phrase](write("recount", offer.id, draft.stock_milli or 0), say("goods-its-count", stock=stock)),
        forms.button("goods-new", "draft_new", draft.id),
    )
    turn.reply(Buttons(say("goods-there-already", name=name), options))


@action("draft_new")
async def draft_new(turn: Turn, draft_id: str = "") -> None:
    draft = await _hers(turn, draft_id)
    if draft:
        await _go_on(turn, draft)


async def _keep(turn: Turn, draft: ProductDraft, told: Listing, *, with_name: bool) -> None:
    """What was said now stands over what was said before."""
    if with_name and told.name:
        drafts.rename(draft, told.name)
        draft.category_id = await _shelf(turn, told.name) or draft.category_id
    if told.pack_milli is not None:
        draft.pack_milli, draft.pack_unit = told.pack_milli, told.pack_unit
    if told.unit is not None:
        draft.unit = told.unit
    if told.price_paise is not None and 0 < told.price_paise <= _MOST_PAISE:
        draft.price_paise = told.price_paise
    if told.stock_milli is not None and 0 <= told.stock_milli <= _MOST_MILLI:
        draft.stock_milli, draft.lead_days = told.stock_milli, None
    if draft.unit is None and draft.name and draft.pack_milli is None and draft.category_id not in (None, *drafts.FOOD):
        draft.unit = "piece"  # shown on the card before anything happens
    await turn.db.flush()


async def _shelf(turn: Turn, name: str) -> str | None:
    """Where goods of that name stand already."""
    product = await _alike(turn, name)
    return product.category_id if product and product.category_id != SERVICES else None


async def _alike(turn: Turn, name: str) -> Product | None:
    named = [mention.skus[0] for mention in turn.shop.index.mentions(name) if mention.skus]
    hits = turn.shop.index.search(name, 1)
    sku = named[-1] if named else hits[0].sku if hits and hits[0].score > 0.5 else None
    return await service.product(turn.db, sku) if sku else None


async def _go_on(turn: Turn, draft: ProductDraft, remark: Phrase | None = None) -> None:
    """The next question, or the card."""
    draft.changed_at = turn.now
    missing = drafts.wanting(draft)
    if not missing:
        await _card(turn, draft, remark)
        return
    what = missing[0]
    turn.state.ask("draft", what=what)
    shelves = [shelf for shelf in await service.categories(turn.db) if shelf.id != SERVICES]
    turn.reply(question(draft, what, shelves, remark))


async def _card(turn: Turn, draft: ProductDraft, remark: Phrase | None) -> None:
    options = (
        forms.button("goods-send", "draft_send", draft.id),
        forms.button("goods-change", "draft_change", draft.id),
        forms.button("goods-drop", "draft_drop", draft.id),
    )
    turn.state.ask("draft_card", yes=write("draft_send", draft.id), no=write("draft_change", draft.id))
    turn.reply(Buttons(lines(remark, *shown(draft), say("goods-right")), options))


async def _hers(turn: Turn, draft_id: str) -> ProductDraft | None:
    """An open draft of a group she counts goods for; else she is told."""
    draft = await turn.db.get(ProductDraft, int(draft_id)) if draft_id.isdecimal() else None
    if draft is None:
        turn.reply(Text(say("producer-not-yours")))
    if draft is None or not await admitted(turn, draft.group_id, "draft"):
        return None
    if draft.state != "open":
        turn.reply(Text(say("goods-already", state=draft.state)))
        return None
    return draft


@action("answered_draft")
async def answered_draft(turn: Turn) -> None:
    """Words while something about the goods is open: the answer, and whatever else they tell."""
    draft = await drafts.open_one(turn.db, turn.person.id, turn.now)
    if draft is None:
        await producer_new_product(turn)
        return
    told = turn.meaning.listing if turn.meaning else Listing()
    what, text = str(turn.state.about.get("what", "")), " ".join(turn.heard.text.split())
    number = text.replace(",", "")
    if _BARE.fullmatch(text) and number.replace(".", "", 1).isdigit():
        _number(draft, what, float(number))
        await _go_on(turn, draft)
        return
    if what == "hindi" and _DEVANAGARI.search(text):
        draft.hindi = text[:60]
    whole = told.price_paise is not None and (told.pack_milli is not None or told.stock_milli is not None)
    naming = what == "name" or whole or bool(_NAME.search(text))
    if naming and (told.name or text):
        told = told if told.name else Listing(name=text[:60], price_paise=told.price_paise)
    before = _facts(draft)
    await _keep(turn, draft, told, with_name=naming)
    if draft.name and leaks(draft.name):
        draft.name = draft.hindi = None
        await _go_on(turn, draft, say("goods-gives-away"))
        return
    await _go_on(turn, draft, say("goods-not-read") if _facts(draft) == before else None)


def _facts(draft: ProductDraft) -> tuple[object, ...]:
    return (
        draft.name,
        draft.hindi,
        draft.pack_milli,
        draft.unit,
        draft.price_paise,
        draft.stock_milli,
        draft.lead_days,
    )


def _number(draft: ProductDraft, what: str, number: float) -> None:
    """A bare number in answer to the one question."""
    if what == "price" and 0 < number * 100 <= _MOST_PAISE:
        draft.price_paise = round(number * 100)
    elif what == "stock" and number * 1000 <= _MOST_MILLI:
        draft.stock_milli, draft.lead_days = round(number * 1000), None
    elif what == "days" and 0 < number <= 365:
        draft.lead_days, draft.stock_milli = int(number), None


@action("draft_group")
async def draft_group(turn: Turn, draft_id: str = "", group_id: str = "") -> None:
    draft = await _hers(turn, draft_id)
    if draft and await admitted(turn, group_id, "draft"):
        draft.group_id = group_id
        await _go_on(turn, draft)


@action("draft_shelf")
async def draft_shelf(turn: Turn, draft_id: str = "", shelf: str = "") -> None:
    draft = await _hers(turn, draft_id)
    if draft and shelf != SERVICES and await service.category(turn.db, shelf):
        draft.category_id = shelf
        await _keep(turn, draft, Listing(), with_name=False)
        await _go_on(turn, draft)


@action("draft_unit")
async def draft_unit(turn: Turn, draft_id: str = "", unit: str = "") -> None:
    draft = await _hers(turn, draft_id)
    if draft and unit in MENU_UNITS:
        draft.unit = unit
        await _go_on(turn, draft)


@action("draft_to_order")
async def draft_to_order(turn: Turn, draft_id: str = "") -> None:
    """Nothing lies ready: it is made when it is ordered."""
    draft = await _hers(turn, draft_id)
    if draft:
        turn.state.ask("draft", what="days")
        turn.reply(Text(say("goods-ask-days", name=Quoted(draft.name or ""))))


@action("draft_change")
async def draft_change(turn: Turn, draft_id: str = "") -> None:
    draft = await _hers(turn, draft_id)
    if draft:
        turn.state.ask("draft_card", yes=write("draft_send", draft.id), no=write("draft_change", draft.id))
        turn.reply(Text(say("goods-what-to-change")))


@action("draft_drop")
async def draft_drop(turn: Turn, draft_id: str = "") -> None:
    draft = await _hers(turn, draft_id)
    if draft:
        draft.state = "dropped"
        turn.state.ask(None)
        turn.reply(Text(say("goods-dropped")))


@action("draft_send")
async def draft_send(turn: Turn, draft_id: str = "") -> None:
    """Puts it before the office; it is on no shelf until the office says so."""
    draft = await _hers(turn, draft_id)
    if draft is None:
        return
    if drafts.wanting(draft):
        await _go_on(turn, draft)
        return
    alike = await _alike(turn, draft.name or "")
    product = await drafts.create(turn.db, draft, alike.term if alike else (draft.name or "")[:40].lower(), turn.now)
    words = f"{draft.name} · ₹{(draft.price_paise or 0) / 100:g}"
    ticket = await tickets.open_one(turn.db, "new_product", words, turn.now, person_id=turn.person.id, sku=product.sku)
    draft.ticket_id = ticket.id
    group = await service.group(turn.db, draft.group_id)
    notice = forms.goods_proposed(
        product.sku, Words.read(group.short) if group else Words.read(product.name), Words.read(product.name)
    )
    for contact in await contacts.of_group(turn.db, contacts.OFFICE, "publish"):
        if contact.person_id is not None:
            turn.tell(contact.person_id, notice)
    turn.state.ask(None)
    turn.reply(Text(say("goods-sent", name=Words.read(product.name), number=ticket.number)))
