"""From a text to its meaning: the grammars' facts and Rasa's ranking, put together."""

from datetime import date
from typing import Protocol, cast

from actions.meaning import Meaning, Script, Side
from bot.understanding.contacts import Places
from bot.understanding.evidence import weighed
from bot.understanding.facts import Facts, after_greeting, gather
from bot.understanding.nlu_client import safe_text
from bot.understanding.places import IndianPincodes
from bot.understanding.rules import goods_named, likely_task, sure_task
from bot.understanding.slots import items_of, slots_for
from catalog.search import Index
from catalog.spelling import script

_PLACES = IndianPincodes()
_DIGRESSES = 0.8  # so sure must the ranking be of another task before an open question for words yields to it

_UNSURE = 0.45  # below it goods that were named say more than the ranking
_ASKS = 0.6  # so sure must a request after a greeting be
_LIKELY = 0.25
_OF_GOODS = ("ask_availability", "ask_price", "product_detail", "about_producers", "delivery_info", "rate_order")
_SMALL_TALK = ("out_of_scope", "greet", "thanks", "bye", "confirm", "deny")


class Nlu(Protocol):
    """Raises `nlu_client.NluAway` when no server answers."""

    async def ranking(self, text: str) -> list[tuple[str, float]]: ...


async def read(
    text: str,
    side: Side,
    awaiting: str | None,
    index: Index,
    nlu: Nlu,
    today: date,
    places: Places = _PLACES,
) -> Meaning:
    """The meaning of `text`; `today` is the day in IST. Empty text is `out_of_scope`.

    Raises `NluAway` only when the form of the text does not decide and no server answers.
    """
    clean = safe_text(text)
    facts = gather(clean, index, awaiting, today, places)
    if not facts.words:
        return Meaning("out_of_scope", 1.0, _script(clean))
    sure = sure_task(facts, side)
    if sure:
        return _meaning(facts, sure, [], today)
    ranked = weighed(await _ranking(nlu, clean, facts), facts, side)
    answer = _worded_answer(facts, side)
    if answer and not (ranked and ranked[0][0] != answer[0] and _digression(ranked[0])):
        return _meaning(facts, answer, ranked, today)
    if not ranked:
        return Meaning("out_of_scope", 0.0, _script(clean))
    if ranked[0][1] < _UNSURE and side == "buyer" and awaiting is None and not _about_goods(ranked[0]):
        likely = likely_task(facts, side) or goods_named(facts)
        return _meaning(facts, likely or ranked[0], ranked, today)
    return _meaning(facts, ranked[0], ranked, today)


def read_without_nlu(
    text: str, side: Side, awaiting: str | None, index: Index, today: date, places: Places = _PLACES
) -> Meaning | None:
    """Only what the form of the text decides; None when that is not enough. Never asks a server."""
    facts = gather(safe_text(text), index, awaiting, today, places)
    sure = sure_task(facts, side) or _worded_answer(facts, side) or likely_task(facts, side)
    return _meaning(facts, sure, [], today) if sure else None


async def _ranking(nlu: Nlu, text: str, facts: Facts) -> list[tuple[str, float]]:
    """Of the whole text; "namaste ji, order karna hai" is more than its greeting, so the rest is asked alone."""
    ranked = await nlu.ranking(text)
    rest = after_greeting(facts.words)
    if not ranked or ranked[0][0] != "greet" or rest is None:
        return ranked
    alone = await nlu.ranking(text[rest:])
    return alone if alone and alone[0][1] >= _ASKS and alone[0][0] not in _SMALL_TALK else ranked


def _about_goods(best: tuple[str, float]) -> bool:
    """Whether the likeliest task is asked of goods itself, so that naming them says no more than it does."""
    return best[1] >= _LIKELY and best[0] in _OF_GOODS


def _script(text: str) -> Script:
    return cast(Script, script(text))


def _digression(best: tuple[str, float]) -> bool:
    return best[1] >= _DIGRESSES and best[0] not in ("out_of_scope", "greet", "search_product", "thanks", "bye")


def _worded_answer(facts: Facts, side: str) -> tuple[str, float] | None:
    """A free-worded answer to an open question: a name, an address. Only short of a clear digression."""
    if side != "buyer":
        return None
    if facts.awaiting == "name" and facts.name and not facts.mentions and len(facts.texts) <= 6:
        return "give_name", 0.85
    if facts.awaiting == "address" and facts.address and len(facts.texts) >= 2 and (facts.place or _has_number(facts)):
        return "give_address", 0.85
    return None


def _has_number(facts: Facts) -> bool:
    return any(word[0].isdigit() for word in facts.texts)


def _meaning(facts: Facts, task: tuple[str, float], ranked: list[tuple[str, float]], today: date) -> Meaning:
    others = [one for one in ranked if one[0] != task[0]]
    return Meaning(
        task=task[0],
        confidence=round(min(1.0, task[1]), 4),
        script=_script(facts.text),
        items=items_of(facts, task[0]),
        slots=slots_for(facts, task[0], today),
        alternatives=tuple((name, round(sure, 4)) for name, sure in others[:3]),
    )
