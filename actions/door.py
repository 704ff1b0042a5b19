"""The one door to what only some may do: `catalog.roles` decides; who may not is told why, and it is written down.

Which right an action of the office needs stands here, by the action's name. One that has no line needs the right to all
of the office's work.
"""

from collections.abc import Sequence

from actions.messages import Phrase, Text, say
from actions.turn import Turn
from catalog import contacts
from catalog.roles import OFFICE, Act
from catalog.tables import Contact
from orders import office_book
from orders.tables import Ticket

_OFFICE: dict[Act, tuple[str, ...]] = {
    "desk": ("office", "tickets", "ticket", "reply", "answered_reply", "close_ticket"),
    "see_orders": ("waiting", "office_orders", "office_order"),
    "move_orders": ("office_move", "office_give"),
    "publish": ("gaps", "fill", "fill_unit", "fill_tag", "answered_declaration", "answered_price", "answered_hsn",
                "answered_stock", "office_goods", "new_goods", "goods_name", "answered_goods_name", "publish",
                "refuse_goods"),
    "money": ("money", "money_morning", "money_payment", "money_arrived", "money_refund", "refund_sent",
              "answered_refund_reference", "refund_done", "refund_failed", "payees", "payee_for", "answered_vpa",
              "answered_payee_name", "payee", "payee_confirm", "split_ask", "answered_split", "answered_split_paper",
              "split_yes"),
    "reports": ("splits", "split"),
    "sellers": ("office_sellers", "office_seller", "seller_change", "seller_ask", "seller_set", "answered_fact"),
    "invite": ("colleagues",),
    "calls": ("calls", "call", "call_done"),
    "workers": ("office_workers", "worker", "worker_word"),
}  # fmt: skip
OFFICE_RIGHTS = {name: act for act, names in _OFFICE.items() for name in names}


def office_right(name: str) -> Act:
    """What a person of the office needs for the action of this name."""
    return OFFICE_RIGHTS.get(name, "office")


def right_to(ticket: Ticket) -> Act:
    """Complaints are the grievance officer's too; other tickets are not."""
    return "complaints" if ticket.kind == "complaint" else "tickets"


async def admitted(turn: Turn, group_id: str, act: Act, outside: Phrase | None = None) -> Contact | None:
    """The contact by which this person may do this for the group; else she is answered here, and nothing is shown.

    `outside`: the answer for somebody who is nothing of the group."""
    mine = await contacts.allowed(turn.db, turn.person.id, group_id, act)
    if mine is None:
        hers = [c for c in await contacts.of_person(turn.db, turn.person.id) if c.group_id == group_id]
        nothing = outside or say("office-only" if group_id == OFFICE else "producer-not-yours")
        await refuse(turn, hers, act, nothing)
    return mine


async def admitted_somewhere(turn: Turn, act: Act) -> Sequence[Contact]:
    """The contacts by which she may do this, one for each of her groups; with none she is answered here."""
    found = await contacts.able(turn.db, turn.person.id, act)
    if not found:
        await refuse(turn, await contacts.of_person(turn.db, turn.person.id), act, say("producer-not-joined"))
    return found


async def refuse(turn: Turn, hers: Sequence[Contact], act: Act, outside: Phrase, inside: Phrase | None = None) -> None:
    """Tells her that this is not hers to do; `hers`: what she is of the group, `outside` when she is nothing of it,
    `inside` when she is and there is more to say than that."""
    if not hers:
        waits = await contacts.suspended(turn.db, turn.person.id)
        turn.reply(Text(say("roles-suspended") if waits else outside))
        return
    one = hers[0]
    await office_book.note(turn.db, actor(one), "refused", act, turn.doing or None, turn.now)
    key = "roles-not-yours" if one.group_id == OFFICE else "producer-not-your-part"
    turn.reply(Text(inside or say(key, who=say("notice-role", role=one.role))))


async def no_contact(turn: Turn) -> None:
    """Tells somebody who answers for no group how one joins; or that her own code must be confirmed first."""
    await refuse(turn, (), "answer", say("producer-not-joined"))


def actor(contact: Contact) -> str:
    """A contact in journals and books."""
    return f"{'office' if contact.group_id == OFFICE else 'contact'}:{contact.id}"


async def noted(turn: Turn, group_id: str, act: Act, about: str, value: str) -> None:
    """What she has just done by this right, in the book."""
    mine = await contacts.allowed(turn.db, turn.person.id, group_id, act)
    if mine is not None:
        await office_book.note(turn.db, actor(mine), act, about, value, turn.now)
