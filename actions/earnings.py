"""What a group has earned, for its own officer or lead: this month or one before, from the books."""

from collections.abc import Mapping
from datetime import timedelta

from actions import notice_forms as forms
from actions.door import refuse
from actions.messages import Buttons, Phrase, Text, lines, say
from actions.registry import action, perform
from actions.turn import Turn
from catalog import contacts
from catalog.money import Money
from catalog.tables import ProducerGroup
from catalog.words import Words
from orders import payouts, statements
from orders.dates import Period, indian_day, month
from orders.shares import MEMBER

BACK = 12  # months


def receiver(to: str) -> Phrase:
    """Whose share it is, in words; a member by her number."""
    number = to.removeprefix(MEMBER) if to.startswith(MEMBER) else ""
    return say("share-to", to="member" if number else to, number=number)


def percent(bp: int) -> str:
    return f"{bp / 100:g}"


@action("producer_earnings")
async def producer_earnings(turn: Turn, back: str = "0") -> None:
    """Each of her groups; the office has its own view of the money."""
    mine = await contacts.of_person(turn.db, turn.person.id)
    if not mine:
        turn.reply(Text(say("producer-not-joined")))
        return
    groups = sorted(one.group_id for one in await contacts.able(turn.db, turn.person.id, "earnings"))
    if not groups:
        if any(contacts.may(one.role, "reports") for one in mine):
            await perform(turn, "splits")
            return
        await refuse(turn, mine, "earnings", say("producer-not-joined"), say("earnings-not-yours"))
        return
    turn.state.side = "producer"
    months = int(back) if back.isascii() and back.isdigit() and len(back) < 3 else 0
    period = _months_ago(turn, min(months, BACK))
    told: list[Phrase] = []
    for group_id in groups:
        told += await _told(turn, await turn.db.get_one(ProducerGroup, group_id), period, this=not months)
    options = (
        forms.button("earnings-before", "producer_earnings", months + 1) if months < BACK else None,
        forms.button("earnings-now", "producer_earnings") if months else None,
        forms.button("producer-open-orders", "producer_orders_today"),
    )
    turn.reply(Buttons(lines(*told), tuple(option for option in options if option is not None)))


def _months_ago(turn: Turn, months: int) -> Period:
    period = month(indian_day(turn.now))
    for _ in range(months):
        period = month(indian_day(period.begin - timedelta(days=1)))
    return period


async def _told(turn: Turn, group: ProducerGroup, period: Period, *, this: bool) -> list[Phrase]:
    found = await statements.of_group(turn.db, group.id, period)
    first = indian_day(period.begin)
    head = say("earnings-head", group=Words.read(group.short), this="yes" if this else "no",
               month=say("month-name", number=first.month), year=str(first.year))  # fmt: skip
    if not found.parcels and not found.back and not found.net:
        return [say("earnings-none", head=head)]
    rows: list[Phrase | None] = [
        say("earnings-sum", head=head, amount=Money(found.net), count=found.parcels),
        say("earnings-back", count=found.back) if found.back else None,
    ]
    for to, paise in _together(found.shares).items():
        rows.append(say("earnings-share", who=receiver(to), amount=Money(paise)))
    if found.unshared:
        rows.append(say("earnings-unshared", amount=Money(found.unshared)))
    due = sum(one.due for one in await payouts.owed(turn.db, group.id, turn.now)) if this else 0
    rows.append(say("earnings-due", amount=Money(due)) if due else None)
    return [row for row in rows if row is not None]


def _together(shares: Mapping[str, int]) -> dict[str, int]:
    """Members as one line: a single one's share is hers to tell."""
    found: dict[str, int] = {}
    for to, paise in shares.items():
        name = "members" if to.startswith(MEMBER) else to
        found[name] = found.get(name, 0) + paise
    return found
