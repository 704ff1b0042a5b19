"""From a text to its meaning: the grammars' facts and Rasa's ranking, put together."""

from dataclasses import replace
from datetime import date
from typing import Protocol, cast

from actions.meaning import Meaning, Script, Side
from bot.understanding.complaints import complaint
from bot.understanding.contacts import Places
from bot.understanding.edits import Read, halves, read_edits
from bot.understanding.evidence import weighed
from bot.understanding.facts import Facts, after_greeting, gather
from bot.understanding.listing import listing
from bot.understanding.nlu_client import safe_text
from bot.understanding.places import IndianPincodes
from bot.understanding.rules import goods_named, likely_task, sure_task, waits
from bot.understanding.slots import items_of, slots_for
from catalog.lexicon import listed, phrases
from catalog.search import Index
from catalog.spelling import script, tokens

_PLACES = IndianPincodes()
_DIGRESSES = 0.8  # so sure must the ranking be of another task before an open question for words yields to it
_SURELY_TALK = 0.985

_UNSURE = 0.45  # below it goods that were named say more than the ranking
_ASKS = 0.6  # so sure must a request after a greeting be
_LIKELY = 0.25
# What may be asked or wished in the same message as a change of the cart.
_BESIDE = frozenset(
    {
        *("ask_price", "ask_availability", "product_detail", "delivery_info", "view_cart", "checkout"),
        *("about_producers", "about_money", "exhibition_info", "order_status"),
    }
)
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
    meaning, facts = await _whole(text, side, awaiting, index, nlu, today, places)
    if side == "producer":
        return replace(meaning, listing=listing(safe_text(text)))
    if meaning.plain or facts is None:
        return meaning
    for change, question in halves(facts):
        first = _change_alone(change, index, today, places)
        if first is not None:
            other, _ = await _whole(question, side, None, index, nlu, today, places)
            if other.task in _BESIDE and other.confidence >= _UNSURE:
                return replace(meaning, parts=(first, other))
    return meaning


def _change_alone(text: str, index: Index, today: date, places: Places) -> Meaning | None:
    """Half of a message that is surely a change of the cart, or goods to be put in."""
    facts = gather(text, index, None, today, places)
    said = read_edits(facts)
    sure = sure_task(facts, "buyer", said) if facts.words else None
    changes = said.plain and said.edits[0].op not in ("amount", "wish")
    if sure is None or not (changes or sure[0] == "add_to_cart"):
        return None
    return _meaning(facts, said, sure, [], today)


async def _whole(
    text: str, side: Side, awaiting: str | None, index: Index, nlu: Nlu, today: date, places: Places
) -> tuple[Meaning, Facts | None]:
    """The one meaning of all the words, and what they say where that is not a matter of form."""
    clean = safe_text(text)
    facts = gather(clean, index, awaiting, today, places)
    if not facts.words:
        return Meaning("out_of_scope", 1.0, _script(clean)), None
    said = read_edits(facts) if side == "buyer" else Read()
    corrected = _corrected(clean, side, awaiting, said, index, today, places)
    if corrected:
        return corrected, None
    sure = sure_task(facts, side, said)
    if sure:
        return _meaning(facts, said, sure, [], today), facts
    ranked = weighed(await _ranking(nlu, clean, facts), facts, side)
    answer = None if said.plain else _worded_answer(facts, side)
    if answer and not (ranked and ranked[0][0] != answer[0] and _digression(ranked[0], facts)):
        return _meaning(facts, said, answer, ranked, today), facts
    if not ranked:
        return Meaning("out_of_scope", 0.0, _script(clean)), facts
    changes = facts.change is not None and ranked[0][0] == "change_quantity"
    if ranked[0][1] < _UNSURE and side == "buyer" and awaiting is None and not (changes or _about_goods(ranked[0])):
        likely = likely_task(facts, side) or goods_named(facts)
        return _meaning(facts, said, likely or ranked[0], ranked, today), facts
    return _meaning(facts, said, ranked[0], ranked, today), facts


def read_without_nlu(
    text: str, side: Side, awaiting: str | None, index: Index, today: date, places: Places = _PLACES
) -> Meaning | None:
    """Only what the form of the text decides; None when that is not enough. Never asks a server."""
    facts = gather(safe_text(text), index, awaiting, today, places)
    said = read_edits(facts) if side == "buyer" else Read()
    corrected = _corrected(safe_text(text), side, awaiting, said, index, today, places)
    if corrected:
        return corrected
    changes = ("change_quantity", 0.6) if said.plain else None
    sure = sure_task(facts, side, said) or changes or _worded_answer(facts, side) or likely_task(facts, side)
    return _meaning(facts, said, sure, [], today) if sure else None


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


def _corrected(
    text: str, side: str, awaiting: str | None, said: Read, index: Index, today: date, places: Places
) -> Meaning | None:
    """ "Naam galat hai, Anita likho": the part of the form that was named, and what is right."""
    wrong = complaint(text) if side == "buyer" and not said.plain else None
    if wrong is None:
        return None
    facts = gather(text[wrong.start : wrong.end], index, wrong.part, today, places)
    words = len(facts.texts)
    told = {
        "name": facts.name is not None and words <= 5,
        "address": facts.address is not None and (words > 1 or facts.place is not None),
        "phone": facts.code("phone") is not None,
        "pincode": facts.code("pincode") is not None,
        "payment": facts.payment is not None,
    }
    if not told[wrong.part] or facts.mentions:
        return None
    answers = awaiting == wrong.part and not phrases("wrong").first(tokens(text))  # "dusra number 98…": the answer
    task = "choose_payment" if wrong.part == "payment" else f"give_{wrong.part}"
    meaning = replace(_meaning(facts, Read(), (task, 0.95), [], today), script=_script(text))
    corrects = not answers and wrong.part != "payment"
    return replace(meaning, task="correct_my_data") if corrects else meaning


def _script(text: str) -> Script:
    return cast(Script, script(text))


def _digression(best: tuple[str, float], facts: Facts) -> bool:
    """Whether something else was clearly meant. Small talk looks like a name: it must be all but certain."""
    if best[0] in ("out_of_scope", "greet", "thanks", "bye"):
        return best[1] >= _SURELY_TALK and facts.texts[-1] not in listed("surnames")["surnames"]
    return best[1] >= _DIGRESSES and best[0] != "search_product"


def _worded_answer(facts: Facts, side: str) -> tuple[str, float] | None:
    """A free-worded answer to an open question: a name, an address. Only short of a clear digression."""
    if side != "buyer":
        return None
    if facts.awaiting == "name" and facts.name and not facts.mentions and len(facts.texts) <= 6:
        return "give_name", 0.85
    whole = facts.awaiting == "address" and facts.address and len(facts.texts) >= 2
    told = whole and (facts.place or _has_number(facts))
    if told and not (facts.mentions and not facts.housey) and not _asks(facts):
        return "give_address", 0.85
    return None


def _asks(facts: Facts) -> bool:
    """ "pehle ye batao, Darbhanga bhejoge?": something is asked, nothing told."""
    return "?" in facts.text or any(word.startswith(("bata", "बता")) for word in facts.texts)


def _has_number(facts: Facts) -> bool:
    return any(word[0].isdigit() for word in facts.texts)


def _meaning(
    facts: Facts, said: Read, task: tuple[str, float], ranked: list[tuple[str, float]], today: date
) -> Meaning:
    others = [one for one in ranked if one[0] != task[0]]
    return Meaning(
        task=task[0],
        confidence=round(min(1.0, task[1]), 4),
        script=_script(facts.text),
        items=items_of(facts, task[0], said.edits),
        slots=slots_for(facts, task[0], today, edited=said.plain),
        alternatives=tuple((name, round(sure, 4)) for name, sure in others[:3]),
        edits=said.edits,
        plain=said.plain,
        waits=waits(facts),
        service=facts.service,
        address=facts.address,
    )
