"""From whom she wants a thing: "kanda jail ke shawl"."""

from functools import lru_cache

from actions.turn import Turn
from catalog import service
from catalog.lexicon import phrases
from catalog.likeness import forms
from catalog.naming import idle
from catalog.spelling import tokens
from catalog.tables import Offer, ProducerGroup

_ELSEWHERE = ("address", "pincode", "place")  # with these in the message a town is where it goes


async def wanted(turn: Turn) -> ProducerGroup | None:
    """The one group this message names by its name or place; None when it names none, or several could be meant."""
    slots = turn.meaning.slots if turn.meaning else {}
    said = {form for word in tokens(turn.heard.text) if not _any_maker(word) for form in forms(word)}
    if not said or any(name in slots for name in _ELSEWHERE):
        return None
    groups = await service.groups(turn.db)
    points = {group.id: len(said & _keys(group)) for group in groups}
    best = max(points.values(), default=0)
    named = [group for group in groups if best and points[group.id] == best]
    return named[0] if len(named) == 1 else None


async def named(turn: Turn) -> list[ProducerGroup]:
    """Every group whose name, place, district or brand the message says best ("mukti ka saman");
    none for a tap."""
    said = {form for word in tokens(turn.heard.text) if not _any_maker(word) for form in forms(word)}
    groups = await service.groups(turn.db) if turn.heard.kind == "text" else []
    points = {group.id: len(said & (_keys(group) | _whereabouts(group))) for group in groups}
    best = max(points.values(), default=0)
    return [group for group in groups if best and points[group.id] == best]


def first(found: list[tuple[Offer, ProducerGroup]], group_id: str | None) -> list[tuple[Offer, ProducerGroup]]:
    """The makers with the wanted group in front, the others in their order."""
    return sorted(found, key=lambda one: one[1].id != group_id)


def _keys(group: ProducerGroup) -> frozenset[str]:
    return _words((*group.name.values(), *group.short.values(), *group.aliases))


def _whereabouts(group: ProducerGroup) -> frozenset[str]:
    return _words((*group.place.values(), group.brand or "", group.district or ""))


@lru_cache(maxsize=512)
def _words(texts: tuple[str, ...]) -> frozenset[str]:
    """The telling words of a group's names, as compared; the same for every message, so read once."""
    return frozenset(forms(word)[0] for text in texts for word in tokens(text) if not _any_maker(word))


def _any_maker(word: str) -> bool:
    """Whether a word says nothing about which of them: "jail", "samuh", grammar."""
    return len(word) < 4 or idle(word) or word in phrases("makers")
