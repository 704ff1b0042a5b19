"""From whom she wants a thing: "kanda jail ke shawl", "177033 ke paas"."""

from collections.abc import Iterable
from functools import lru_cache

from actions.turn import Turn
from catalog import service
from catalog.spelling import tokens
from catalog.tables import Offer, ProducerGroup
from catalog.whose import Maker, Makers, asks_here, is_near
from orders import pincodes

_ELSEWHERE = ("address", "pincode", "place")  # with these in the message a town is where it goes


async def wanted(turn: Turn) -> ProducerGroup | None:
    """The one group this message names by its name or place; None when it names none, or several could be meant."""
    slots = turn.meaning.slots if turn.meaning else {}
    if any(name in slots for name in _ELSEWHERE):
        return None
    groups = await service.groups(turn.db)
    named = _spoken_of(groups).named(turn.heard.text, by_place=False)
    return next(group for group in groups if group.id == named[0]) if len(named) == 1 else None


async def named(turn: Turn) -> list[ProducerGroup]:
    """Every group whose name, place, district or brand the message says best ("mukti ka saman"), or near the place
    it names or she lives in, the nearest first; none for a tap."""
    if turn.heard.kind != "text":
        return []
    groups = await service.groups(turn.db)
    by_id = {group.id: group for group in groups}
    return [by_id[group_id] for group_id in meant(turn.heard.text, groups, turn.state.form.pincode)]


def meant(text: str, groups: Iterable[ProducerGroup], home: str | None = None) -> tuple[str, ...]:
    """The ids of the groups a text asks for; `home` is the pincode she gave, for what is near her."""
    makers = _spoken_of(groups)
    words = tokens(text)
    there = (word for at, word in enumerate(words) if pincodes.areas(word) and is_near(words, at))
    pincode = next(there, home if asks_here(text) else None)
    if pincode and pincodes.areas(pincode):
        return makers.near(pincode, [area.district for area in pincodes.areas(pincode)])
    return makers.named(text)


def first(found: list[tuple[Offer, ProducerGroup]], group_id: str | None) -> list[tuple[Offer, ProducerGroup]]:
    """The makers with the wanted group in front, the others in their order."""
    return sorted(found, key=lambda one: one[1].id != group_id)


def _spoken_of(groups: Iterable[ProducerGroup]) -> Makers:
    return _makers(tuple(map(_maker, groups)))


@lru_cache(maxsize=4)
def _makers(known: tuple[Maker, ...]) -> Makers:
    """The same for every message until a group changes."""
    return Makers(known)


def _maker(group: ProducerGroup) -> Maker:
    about = (*group.place.values(), group.district, group.state, group.brand)
    return Maker(
        group.id,
        group.kind,
        tuple(dict.fromkeys((*group.name.values(), *group.short.values(), *group.aliases))),
        tuple(word for word in about if word),
        group.district,
        group.pincode,
    )
