"""The office says in its own chat how a group shares its proceeds: percent, the paper that says so, from which day."""

import hashlib
from datetime import date
from typing import Any

from actions import notice_forms as forms
from actions.earnings import percent, receiver
from actions.messages import Buttons, Lines, Menu, Option, Phrase, Quoted, lines, say
from actions.office import in_office
from actions.paging import asked, page
from actions.payloads import write
from actions.registry import action
from actions.turn import Turn
from catalog import contacts
from catalog.leaks import tells_of_a_prisoner
from catalog.money import Money
from catalog.tables import ProducerGroup
from catalog.words import Words
from orders import ledger, splits
from orders.dates import financial_year, indian_day, month
from orders.shares import Share, checked


@action("splits")
async def show_groups(turn: Turn, number: str = "0") -> None:
    """Every group, with whether it has a rule today."""
    if not await in_office(turn):
        return
    options: list[Option[Phrase]] = []
    for group in await splits.groups(turn.db):
        shares = await ledger.shares_on(turn.db, group.id, turn.now)
        hint = say("office-split-hint", count=len(shares))
        options.append(Option(write("split", group.id), Words.read(group.short), None, hint))
    shown = page(options, asked(number), lambda n: write("splits", n))
    turn.reply(Menu(say("office-split-list"), say("office-choose-button"), shown))


async def _group(turn: Turn, group_id: str) -> ProducerGroup | None:
    """A group for somebody of the office; else she is answered here."""
    if not await in_office(turn):
        return None
    group = await turn.db.get(ProducerGroup, group_id)
    if group is None or group_id == contacts.OFFICE:
        await show_groups(turn)
        return None
    return group


@action("split")
async def show_group(turn: Turn, group_id: str = "") -> None:
    """How a group shares today, and what waits without a rule."""
    group = await _group(turn, group_id)
    if group is not None:
        await _show(turn, group)


async def _show(turn: Turn, group: ProducerGroup, remark: Phrase | None = None) -> None:
    turn.state.ask(None)
    shares = await ledger.shares_on(turn.db, group.id, turn.now)
    waits = -await ledger.balance(turn.db, f"unshared:{group.id}")
    body = lines(
        remark,
        say("office-split", group=Words.read(group.name), count=len(shares)),
        *(_told(shares)),
        say("office-split-waits", amount=Money(waits)) if waits > 0 else None,
    )
    change = forms.button("office-split-change", "split_ask", group.id)
    turn.reply(Buttons(body, (change, forms.button("office-splits", "splits"))))


def _told(shares: tuple[Share, ...]) -> list[Phrase]:
    return [say("share-percent", who=receiver(share.to), percent=percent(share.bp)) for share in shares]


@action("split_ask")
async def split_ask(turn: Turn, group_id: str = "") -> None:
    group = await _group(turn, group_id)
    if group is not None:
        _ask(turn, group)


def _ask(turn: Turn, group: ProducerGroup, remark: Phrase | None = None) -> None:
    turn.state.ask("split", group=group.id)
    body = lines(remark, say("office-split-ask", group=Words.read(group.name)))
    turn.reply(Buttons(body, (forms.button("cancel", "split", group.id),)))


@action("answered_split")
async def answered_split(turn: Turn) -> None:
    """Her words as shares; then which paper says so."""
    group = await _group(turn, str(turn.state.about.get("group", "")))
    if group is None:
        return
    try:
        shares = splits.read_shares(turn.heard.text)
    except ValueError:
        _ask(turn, group, say("office-split-odd"))
        return
    said = [[share.to, share.bp] for share in shares]
    turn.state.ask("split_paper", group=group.id, shares=said)
    body = Lines((*_told(shares), say("office-split-paper")))
    turn.reply(Buttons(body, (forms.button("cancel", "split", group.id),)))


@action("answered_split_paper")
async def answered_split_paper(turn: Turn) -> None:
    """All that was said once more, and from which day: a tapped day makes it the rule."""
    about = turn.state.about
    group = await _group(turn, str(about.get("group", "")))
    if group is None:
        return
    shares = _shares(about)
    if shares is None:
        _ask(turn, group)
        return
    paper = " ".join(turn.heard.text.split())[:200]
    if tells_of_a_prisoner(paper):  # the question stays open: she writes it again without that
        turn.reply(Buttons(say("office-gives-away"), (forms.button("cancel", "split", group.id),)))
        return
    turn.state.ask("split_day", group=group.id, shares=about["shares"], paper=paper)
    seal, today = _seal(turn.state.about), indian_day(turn.now)
    days = {"today": today, "month": indian_day(month(today).begin), "year": indian_day(financial_year(today).begin)}
    options = [
        Option[Phrase](write("split_yes", day.isoformat(), seal), say("office-split-from", since=name, day=day))
        for name, day in days.items()
    ]
    body = lines(
        say("office-split-sure", group=Words.read(group.name), paper=Quoted(paper)), *_told(shares),
        say("office-split-from-when"),
    )  # fmt: skip
    turn.reply(Buttons(body, (*options, forms.button("cancel", "split", group.id))))


def _shares(about: dict[str, Any]) -> tuple[Share, ...] | None:
    try:
        return checked({"to": to, "bp": bp} for to, bp in about.get("shares", ()))
    except (ValueError, TypeError):
        return None


def _seal(about: dict[str, Any]) -> str:
    """Of what the screen showed: a tap on an older one is not taken for this one's."""
    return hashlib.sha256(repr([about.get(k) for k in ("group", "shares", "paper")]).encode()).hexdigest()[:10]


@action("split_yes")
async def split_yes(turn: Turn, day: str = "", seal: str = "") -> None:
    """The rule of the screen she tapped, in her name; the shares and the paper are the ones of her own talk."""
    mine = await in_office(turn)
    if mine is None:
        return
    about = turn.state.about if turn.state.awaiting == "split_day" else {}
    group = await turn.db.get(ProducerGroup, str(about.get("group", "")))
    shares = _shares(about)
    if group is None or shares is None or seal != _seal(about):
        await show_groups(turn)
        return
    try:
        since = date.fromisoformat(day)
        paper, by = str(about["paper"]), f"office:{mine.id}"
        shared = await splits.set_rule(turn.db, group.id, since, shares, paper, by, turn.now)
    except ValueError:  # the paper is no paper, or tells of a prisoner
        turn.state.ask("split_paper", group=group.id, shares=about["shares"])
        body = say("office-split-paper")
        turn.reply(Buttons(body, (forms.button("cancel", "split", group.id),)))
        return
    await _show(turn, group, say("office-split-done", day=since, count=shared))
