"""The office looks at goods a producer has told of, fills what the law asks for, and puts them on the shelf."""

from actions import notice_forms as forms
from actions.goods_card import shown
from actions.messages import Buttons, Menu, Option, Phrase, Quoted, Text, lines, say
from actions.office import in_office, note, reply
from actions.office_fill import fill
from actions.paging import asked, page
from actions.payloads import write
from actions.registry import action
from actions.turn import Turn
from catalog import drafts, service
from catalog.draft_tables import ProductDraft
from catalog.leaks import leaks
from catalog.service import NotReady
from catalog.tables import Product
from catalog.words import Words
from orders import tickets
from orders.tables import Ticket

LONGEST = 60


@action("office_goods")
async def office_goods(turn: Turn, number: str = "0") -> None:
    """Goods that wait to be looked at."""
    if not await in_office(turn):
        return
    waiting = [draft for draft in await drafts.sent(turn.db) if draft.sku]
    if not waiting:
        turn.reply(Text(say("office-goods-none")))
        return
    options = [Option[Phrase](write("new_goods", str(draft.sku)), Quoted(draft.name or "")) for draft in waiting]
    shown_page = page(options, asked(number), lambda n: write("office_goods", n))
    turn.reply(Menu(say("office-goods-list", count=len(waiting)), say("office-choose-button"), shown_page))


async def _waiting(turn: Turn, sku: str) -> tuple[ProductDraft, Product] | None:
    """A draft before the office, for somebody of it; else she is answered here."""
    if not await in_office(turn):
        return None
    draft, product = await drafts.of_sku(turn.db, sku), await service.product(turn.db, sku)
    if draft is None or product is None or draft.state != "sent":
        turn.reply(Text(say("office-goods-none")))
        return None
    return draft, product


@action("new_goods")
async def new_goods(turn: Turn, sku: str = "") -> None:
    """One of them as the producer told it, with what can be done."""
    found = await _waiting(turn, sku)
    if found:
        await _show(turn, *found)


async def _show(turn: Turn, draft: ProductDraft, product: Product, remark: Phrase | None = None) -> None:
    turn.state.ask(None)
    group = await service.group(turn.db, draft.group_id)
    whose = Words.read(group.name) if group else Words.read(product.name)
    head = say("office-goods-card", group=whose, english=product.name["en"], sku=product.sku)
    options = (
        forms.button("office-goods-publish", "publish", product.sku),
        forms.button("office-goods-name", "goods_name", product.sku),
        forms.button("office-goods-refuse", "refuse_goods", product.sku),
    )
    turn.reply(Buttons(lines(remark, head, *shown(draft)), options))


@action("goods_name")
async def goods_name(turn: Turn, sku: str = "") -> None:
    """Her next words are the English name."""
    if await _waiting(turn, sku):
        turn.state.ask("goods_name", sku=sku)
        turn.reply(Text(say("office-goods-ask-name")))


@action("answered_goods_name")
async def answered_goods_name(turn: Turn) -> None:
    found = await _waiting(turn, str(turn.state.about.get("sku", "")))
    if found is None:
        return
    name = tickets.legible(turn.heard.text, LONGEST)
    if not name or not name.isascii() or leaks(name):
        turn.reply(Text(say("office-goods-ask-name")))
        return
    await service.rename(turn.db, found[1].sku, name)
    await note(turn, "name", found[1].sku, name)
    await _show(turn, *found)


@action("publish")
async def publish(turn: Turn, sku: str = "") -> None:
    """On the shelf; what is still missing is asked first, one thing at a time."""
    found = await _waiting(turn, sku)
    if found is None:
        return
    draft, product = found
    try:
        await service.publish(turn.db, sku)
    except NotReady:
        await fill(turn, sku)
        return
    draft.state = "live"
    ticket = await turn.db.get(Ticket, draft.ticket_id) if draft.ticket_id else None
    if ticket is not None:
        await tickets.close(turn.db, ticket, turn.now)
    await note(turn, "publish", sku)
    turn.tell(draft.person_id, forms.goods_live(Words.read(product.name)))
    turn.reply(
        Buttons(
            say("office-goods-live", name=Words.read(product.name)), (forms.button("office-goods", "office_goods"),)
        )
    )


@action("refuse_goods")
async def refuse_goods(turn: Turn, sku: str = "") -> None:
    """Not to be sold: her next words tell the producer why."""
    found = await _waiting(turn, sku)
    if found is None:
        return
    draft, _ = found
    draft.state = "refused"
    await note(turn, "refuse_goods", sku)
    await reply(turn, str(draft.ticket_id or ""))
