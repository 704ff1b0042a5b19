"""How goods that a producer tells of are asked about and shown. Pure."""

from collections.abc import Sequence

from actions import notice_forms as forms
from actions.messages import Buttons, Menu, Option, Phrase, Quoted, Text, Unspoken, lines, say
from actions.payloads import write
from catalog.draft_tables import ProductDraft
from catalog.money import Money, Quantity
from catalog.tables import Category
from catalog.words import Words

MENU_UNITS = ("packet", "box", "bottle", "jar", "kg", "litre", "piece", "pair", "set", "dozen")  # a menu's ten rows


def question(draft: ProductDraft, what: str, shelves: Sequence[Category], remark: Phrase | None) -> Unspoken:
    """The one thing that is asked next (`catalog.drafts.wanting`)."""
    name, unit = Quoted(draft.name or ""), Quantity(1000, draft.unit or "piece")
    match what:
        case "shelf":
            rows = [
                Option[Phrase](
                    write("draft_shelf", draft.id, shelf.id), Words.read(shelf.name), Words.read(shelf.short)
                )
                for shelf in shelves
            ]
            return Menu(lines(remark, say("goods-ask-shelf", name=name)), say("office-choose-button"), tuple(rows))
        case "unit":
            rows = [
                Option[Phrase](write("draft_unit", draft.id, one), say("notice-value", value=Quantity(1000, one)))
                for one in MENU_UNITS
            ]
            return Menu(lines(remark, say("goods-ask-unit", name=name)), say("office-choose-button"), tuple(rows))
        case "stock":
            options = (forms.button("goods-to-order", "draft_to_order", draft.id),)
            return Buttons(lines(remark, say("goods-ask", what=what, name=name, unit=unit)), options)
        case _:
            return Text(lines(remark, say("goods-ask", what=what, name=name, unit=unit)))


def shown(draft: ProductDraft) -> tuple[Phrase | None, ...]:
    """The lines of the card."""
    unit = draft.unit or "piece"
    named = say(
        "goods-name",
        name=Quoted(draft.name or ""),
        hindi=Quoted(draft.hindi or ""),
        same=str(draft.name == draft.hindi),
    )
    pack = Quantity(draft.pack_milli, draft.pack_unit or "piece") if draft.pack_milli is not None else None
    return (
        named,
        say("goods-pack", pack=pack) if pack else None,
        say("goods-price", price=Money(draft.price_paise or 0), unit=Quantity(1000, unit)),
        say("goods-made", days=draft.lead_days)
        if draft.lead_days is not None
        else say("goods-stock", stock=Quantity(draft.stock_milli or 0, unit)),
    )
