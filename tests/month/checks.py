"""What must be true when the month is over. Each check gives the sentences that are wrong; none is good."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.tables import Identity, Inbox, Outbox, Timer
from orders import ledger, lifecycle
from orders.money_tables import LedgerEntry, LedgerLine, Payment, Refund
from orders.stuck import stuck
from orders.tables import JournalEntry, Order, OrderLine, SellerOrder
from tests.month.office import Office
from tests.month.world import Month

# What the buyer must have heard last of a part, by its state (her own moves are answered, not noticed).
ACCEPTED = {"order_accepted", "part_settled", "pay_request", "pay_reminder", "payment_received", "cod_confirm"}
TRUE = {
    "dispatched": {"order_dispatched", "order_sent"},
    "delivered": {"order_delivered", "return_moved"},
    "returned": {"return_moved"},
    "cancelled": {"order_cancelled", "order_ended", "payment_expired", "cod_lapsed"},
    "expired": {"order_ended"},
}
TELLING = set().union(*TRUE.values(), ACCEPTED, {"order_ready", "order_declined", "other_offered", "order_rerouted",
                                                 "part_offered", "order_waiting", "order_delayed"})  # fmt: skip


async def all_of_them(town: Month, office: Office) -> dict[str, list[str]]:
    async with town.made() as db:
        return {
            "the ledger balances": await ledger_balances(db),
            "nobody owes what nobody knows of": await nobody_owes(db, town.now),
            "cash is what was paid": await cash_is_there(db),
            "sales are what the groups sent": await sales_are_sent(db),
            "the shelves add up": await shelves_add_up(db, office),
            "every part has come to its end": await all_ended(db),
            "the journal tells how": await journal_replays(db),
            "every buyer knows the truth": await buyers_know(db, town),
            "nothing is left lying": await nothing_lies(db),
        }


async def ledger_balances(db: AsyncSession) -> list[str]:
    sums = select(LedgerLine.entry_id, func.sum(LedgerLine.paise)).group_by(LedgerLine.entry_id)
    wrong = [f"entry {entry}: {paise}" for entry, paise in await db.execute(sums) if paise]
    total = sum((await ledger.trial_balance(db)).values())
    return wrong + ([f"trial balance {total}"] if total else [])


async def nobody_owes(db: AsyncSession, now: datetime) -> list[str]:
    """But for what left unpaid and is in the office's list every morning."""
    listed: Counter[str] = Counter()
    for one in await stuck(db, now):
        if one.why == "due":
            listed[f"buyer:{one.order.number}"] += one.payment.amount_paise
    return [
        f"{account}: {paise}, listed {listed[account]} ({await _history(db, account)})"
        for account, paise in (await ledger.trial_balance(db)).items()
        if account.startswith(("buyer:", "cod:")) and paise != listed[account]
    ]


async def _history(db: AsyncSession, account: str) -> str:
    """What happened to an account that should be at nothing, and to the order's payments."""
    lines = select(LedgerEntry.cause, LedgerLine.paise).join(LedgerEntry, LedgerEntry.id == LedgerLine.entry_id)
    rows = [f"{cause} {paise}" for cause, paise in await db.execute(lines.where(LedgerLine.account == account))]
    order = select(Order.id).where(Order.number == account.partition(":")[2]).scalar_subquery()
    for payment in await db.scalars(select(Payment).where(Payment.order_id == order)):
        rows.append(f"{payment.method} {payment.reference} {payment.state} {payment.amount_paise}")
    return ", ".join(rows)


async def cash_is_there(db: AsyncSession) -> list[str]:
    """By seller: paid, less what went back, less what the group was paid out."""
    wanted: Counter[str] = Counter()
    for payment in await db.scalars(select(Payment).where(Payment.state == "paid")):
        wanted[f"cash:{payment.seller_id}"] += payment.amount_paise
    back = select(Refund, Payment).join(Payment, Payment.id == Refund.payment_id).where(Refund.state == "done")
    for refund, payment in await db.execute(back):
        wanted[f"cash:{payment.seller_id}"] -= refund.amount_paise
    out = select(LedgerEntry.seller_id, func.sum(LedgerLine.paise)).join(
        LedgerLine, LedgerLine.entry_id == LedgerEntry.id
    )
    paid_out = out.where(LedgerEntry.kind == "payout", LedgerLine.account.startswith("cash:"))
    for seller, paise in await db.execute(paid_out.group_by(LedgerEntry.seller_id)):
        wanted[f"cash:{seller}"] += int(paise)
    held = {one: paise for one, paise in (await ledger.trial_balance(db)).items() if one.startswith("cash:")}
    return [f"{one}: {held.get(one, 0)}, wanted {wanted[one]}" for one in held.keys() | wanted.keys()
            if held.get(one, 0) != wanted[one]]  # fmt: skip


async def sales_are_sent(db: AsyncSession) -> list[str]:
    """Net of what stayed sold equals what is shared, or waits for a rule, or was paid out; tax is the lines' tax."""
    net = tax = delivery = 0
    for part in await db.scalars(select(SellerOrder).where(SellerOrder.state.in_(("dispatched", "delivered")))):
        delivery += part.delivery_paise
        for line in await db.scalars(select(OrderLine).where(OrderLine.seller_order_id == part.id)):
            net += line.taxable_paise
            tax += line.cgst_paise + line.sgst_paise + line.igst_paise
    booked: Counter[str] = Counter()
    for account, paise in (await ledger.trial_balance(db)).items():
        booked[account.partition(":")[0]] -= paise
    sums = select(func.sum(LedgerLine.paise)).join(LedgerEntry, LedgerEntry.id == LedgerLine.entry_id)
    paid_out = int(
        await db.scalar(sums.where(LedgerEntry.kind == "payout", LedgerLine.account.startswith("share:"))) or 0
    )
    told = {"net": (net, booked["share"] + booked["unshared"] + paid_out), "tax": (tax, booked["tax"]),
            "delivery": (delivery, booked["delivery"])}  # fmt: skip
    return [f"{what}: sent {sent}, booked {kept}" for what, (sent, kept) in told.items() if sent != kept]


async def shelves_add_up(db: AsyncSession, office: Office) -> list[str]:
    wrong = []
    left: Counter[int] = Counter()
    held: Counter[int] = Counter()
    sent = ("dispatched", "delivered", "returned", "return_asked", "return_agreed")
    for line, state in await db.execute(
        select(OrderLine, SellerOrder.state).join(SellerOrder, SellerOrder.id == OrderLine.seller_order_id)
    ):
        held[line.offer_id] += line.reserved_milli
        left[line.offer_id] += line.qty_milli if state in sent else 0
    for offer in office.shelves:
        came, stands, promised = await office.shelf(offer)
        if came - left[offer] != stands or promised != held[offer]:
            wrong.append(f"offer {offer}: came {came}, left {left[offer]}, stands {stands}, "
                         f"promised {promised}, in orders {held[offer]}")  # fmt: skip
    return wrong


async def all_ended(db: AsyncSession) -> list[str]:
    rows = select(SellerOrder.number, SellerOrder.state).where(SellerOrder.state.not_in(lifecycle.SETTLED))
    return [f"{number} is {state}" for number, state in await db.execute(rows)]


async def journal_replays(db: AsyncSession) -> list[str]:
    moves: dict[int, list[JournalEntry]] = defaultdict(list)
    for entry in await db.scalars(select(JournalEntry).order_by(JournalEntry.id)):
        moves[entry.seller_order_id].append(entry)
    wrong = []
    for part in await db.scalars(select(SellerOrder)):
        state = "placed"
        for entry in moves[part.id]:
            if entry.from_state is None:
                continue
            assert entry.from_state == state, f"{part.number}: {entry.from_state} after {state}"
            state = lifecycle.apply(entry.move, state, entry.actor.partition(":")[0])
        if state != part.state:
            wrong.append(f"{part.number} is {part.state}, its journal says {state}")
    return wrong


async def buyers_know(db: AsyncSession, town: Month) -> list[str]:
    """The last thing a phone heard of a part is what it came to; what the buyer did herself she knows."""
    wrong = []
    phones: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for identity in await db.scalars(select(Identity)):
        phones[identity.person_id].append((identity.channel, identity.address))
    last: dict[int, JournalEntry] = {}
    for entry in await db.scalars(select(JournalEntry).order_by(JournalEntry.id)):
        last[entry.seller_order_id] = entry
    rows = await db.execute(select(SellerOrder, Order).join(Order, Order.id == SellerOrder.order_id))
    for part, order in rows:
        if part.state not in TRUE or last[part.id].actor == f"buyer:{order.person_id}":
            continue
        heard = [
            template
            for phone in phones[order.person_id]
            for template, params in town.diaries[phone].told
            if template in TELLING and _speaks_of(part.number, order.number, template, params)
        ]
        if not heard or heard[-1] not in TRUE[part.state]:
            wrong.append(f"{part.number} is {part.state} by {last[part.id].actor}; she heard {', '.join(heard)}")
    return wrong


def _speaks_of(part: str, order: str, template: str, params: Iterable[str]) -> bool:
    """Notices of money name the order, notices of goods the part."""
    told = set(params)
    if template in ("payment_expired", "cod_lapsed"):
        return order in told
    return part in told and template not in ACCEPTED - {"order_accepted", "part_settled"}


async def nothing_lies(db: AsyncSession) -> list[str]:
    counts = {
        "inbox": select(func.count()).select_from(Inbox).where(Inbox.state != "done"),
        "outbox": select(func.count()).select_from(Outbox).where(Outbox.state.not_in(("sent", "parked"))),
        "dead timers": select(func.count()).select_from(Timer).where(Timer.state == "dead"),
        "refunds": select(func.count()).select_from(Refund).where(Refund.state != "done"),
    }
    found = [(what, await db.scalar(rows)) for what, rows in counts.items()]
    return [f"{what}: {count}" for what, count in found if count]
