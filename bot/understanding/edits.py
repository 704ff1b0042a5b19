"""Changes of the cart as they are spelled out: "shawl 3 kar do aur topi hata do", "maroon nahi grey". Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from actions.meaning import Edit, Item, Op, Share
from bot.understanding.facts import Facts
from bot.understanding.portions import joined
from bot.understanding.quantities import Quantity
from bot.understanding.segments import VERBS, Segment, Wish, segments
from bot.understanding.things import thing
from catalog.search import Mention

_LONGEST = 25  # words of a message that is looked at in parts
_ASKING = frozenset(["are", "is", "have", "has", "do", "does", "did", "will", "kya", "क्या"])
_MORE = frozenset(["aur", "और", "more", "extra"])
_TASKS: Mapping[Op, str] = {
    "add": "add_to_cart",
    "swap": "add_to_cart",
    "restore": "add_to_cart",
    "remove": "remove_item",
    "only": "remove_item",
}


@dataclass(frozen=True)
class Read:
    """The edits of a message; `plain` when it says nothing else (but perhaps how to pay, or a number to call)."""

    edits: tuple[Edit, ...] = ()
    plain: bool = False


def read_edits(facts: Facts) -> Read:
    """What a buyer's message would change of her cart. Goods that are only put in are no edits unless in portions.
    Never raises."""
    parts = segments(facts)
    plain = bool(parts) and not any(part.has("other") for part in parts)
    told = [part for part in parts if not _idle(part)]
    edits = list(reversed(list(joined(list(_edits(_with_verbs(told), facts))))))
    corrects = bool(parts) and (parts[0].pieces[0].kind == "not" or any(part.has("sorry") for part in parts))
    if corrects and len(edits) == 1 and edits[0].op in ("add", "amount") and edits[0].item.qty_milli:
        edits = [replace(edits[0], op="set")]  # "nahi, 3 shawl": not three more
    if not plain:
        edits = [one for one in edits if one.item != Item() or one.ref or one.shares]
    if any(one.op == "restore" for one in edits) and _asks(facts):  # "are the gloves back?"
        return Read()
    if any(one.op == "remove" and one.ref == "all" for one in edits):  # the whole cart: that is asked first
        return Read()
    simple = [one for one in edits if one.op == "add" or (one.op == "amount" and one.item.product and not plain)]
    if len(simple) == len(edits) and not any(one.shares for one in edits):
        return Read()
    return Read(tuple(replace(one, item=_as_said(one.item, facts)) for one in edits), plain)


def _asks(facts: Facts) -> bool:
    return "?" in facts.text or facts.texts[0] in _ASKING or facts.texts[-1] in ("kya", "क्या")


def _as_said(item: Item, facts: Facts) -> Item:
    named = next((mention for mention in facts.mentions if mention.term == item.product), None)
    return replace(item, said=facts.text[named.start : named.end]) if named else item


def task_of(edits: Sequence[Edit], awaiting: str | None) -> str | None:
    """The contract's name for them, by the first. None for a wish alone, which may be a search as well, and for an
    amount of nothing that was named or pointed at."""
    first = edits[0]
    if first.op in ("amount", "set") and awaiting == "quantity" and first.item.product is None:
        return "add_to_cart"
    if first.op == "amount":
        return "add_to_cart" if first.ref else None
    return None if first.op == "wish" else _TASKS.get(first.op, "change_quantity")


def halves(facts: Facts) -> Iterator[tuple[str, str]]:
    """Every way to cut a message between a part without words of its own and the rest: (the part, the rest)."""
    parts = segments(facts)
    if facts.codes or len(facts.texts) > _LONGEST or len(parts) < 2:
        return
    for at in range(1, len(parts)):
        cut = facts.words[parts[at].pieces[0].start].start
        left, right = facts.text[:cut], facts.text[cut:]
        if not any(part.has("other") for part in parts[:at]):
            yield left, right
        if not any(part.has("other") for part in parts[at:]):
            yield right, left


def _idle(part: Segment) -> bool:
    return not part.has("goods", "amount", "correction", "wish", "ref", "all", "back", "more", *VERBS)


def _with_verbs(parts: Sequence[Segment]) -> list[tuple[Segment, frozenset[str]]]:
    """Each part with the verbs that govern it: its own, else of the part after it, else of the one before."""
    own = [frozenset(piece.kind for piece in part.pieces if piece.kind in VERBS) for part in parts]
    found: list[tuple[Segment, frozenset[str]]] = []
    for at, part in enumerate(parts):
        verbs = own[at]
        if not verbs and not part.has("not", "more", "back", "instead", "instead_of"):
            after = own[at + 1] if at + 1 < len(parts) and parts[at + 1].joined else frozenset()
            before = found[-1][1] if found and (part.joined or not part.amounts) else frozenset()
            verbs = after or (before - {"remove", "refuse", "less"} if part.amounts else before)
        found.append((part, verbs - {"swapping"} if at and own[at - 1] else verbs))
    return found


def _edits(parts: Sequence[tuple[Segment, frozenset[str]]], facts: Facts) -> Iterator[Edit]:
    skip = False
    for at, (part, verbs) in enumerate(parts):
        if skip:
            skip = False
            continue
        following = parts[at + 1] if at + 1 < len(parts) else None
        swapped = _swapped(part, verbs, following, facts)
        if swapped is not None:
            skip = True
            yield swapped
        else:
            yield from _edit(part, verbs, facts)


def _swapped(
    part: Segment, verbs: frozenset[str], following: tuple[Segment, frozenset[str]] | None, facts: Facts
) -> Edit | None:
    """ "topi nahi, muffler chahiye", "topi hata ke muffler daal do", "maroon nahi grey"."""
    if following is None:
        return None
    other, its = following
    refused = part.has("not", "refuse") or "swapping" in verbs
    pair = len(part.goods) == len(other.goods) == 1 and not part.amounts
    if (
        pair and verbs & {"put", "want"} and other.has("not") and not its and not other.amounts
    ):  # "stole chahiye, shawl nahi"
        return Edit("swap", _item(part.goods[0], None, part.wishes), old=_item(other.goods[0]))
    other_way = its & {"remove", "refuse", "less", "keep"} or (its & {"set"} and other.amounts)
    if not refused or other.has("not") or other_way:
        return None
    if part.goods and other.goods:
        swap = Edit("swap", _item(other.goods[0], _amount(other), other.wishes), old=_item(part.goods[0]))
        return swap if pair else None
    if part.wishes and other.wishes and not other.goods and not other.amounts:
        return Edit("wish", _item(next(iter(part.goods), None), None, other.wishes), ref=facts.pointer)
    return None


def _edit(part: Segment, verbs: frozenset[str], facts: Facts) -> Iterator[Edit]:
    """What one part does; nothing when it only names goods."""
    goods, amount, wishes = part.goods, _amount(part), part.wishes
    everything = part.has("all") and not goods
    ref = "all" if everything else facts.pointer if part.has("ref") or not goods else None
    first = next(iter(goods), None)
    item = _item(first, amount, wishes)
    if "undo" in verbs:
        yield Edit("restore", _item(first), "all")  # with all that changed with it
    elif part.has("back") and (verbs & {"put", "set", "keep"} or goods):
        yield Edit("restore", _item(first))
    elif part.has("instead", "instead_of", "instead_alone") or _two_for_one(part, verbs):
        yield from _in_place(part, ref)
    elif part.has("only") and goods and not amount and not part.has("correction") and not verbs & {"remove", "refuse"}:
        yield Edit("only", item, ref)
    elif verbs & {"remove", "refuse", "swapping"} or (
        part.has("not") and goods and not (part.amounts or wishes or part.has("other"))
    ):
        yield from _taken_out(part, facts, ref)
    elif facts.correction and part.has("correction"):
        correction = facts.correction
        yield Edit("set", replace(item, qty_milli=correction.milli, unit=correction.unit), ref)
    elif "less" in verbs:
        yield Edit("decrease", item, ref)
    elif "double" in verbs:
        yield Edit("double", item, ref)
    elif len(part.shares) > 1 or (part.shares and not goods):
        yield _portioned(part, verbs, ref)
    elif (part.has("more") and (amount or goods or ref)) or _packs_more(amount, facts):
        yield Edit("increase", item, ref)
    else:
        yield from _said(part, verbs, facts, ref)


def _said(part: Segment, verbs: frozenset[str], facts: Facts, ref: str | None) -> Iterator[Edit]:
    """Amounts and wishes without a word that takes away: set, put in, or left to the conversation."""
    amount, wishes = _amount(part), part.wishes
    asks = bool(verbs & {"put", "want"})
    sets = bool(verbs & {"set", "keep", "replace"}) or part.has("only") or (asks and part.has("not"))
    if len(part.goods) > 1:
        for mention in part.goods:
            quantity = _own_amount(mention, facts) or (amount if len(part.amounts) == 1 and part.has("all") else None)
            yield Edit("set" if sets else "add", _item(mention, quantity, _near(part, mention)))
        return
    item = _item(next(iter(part.goods), None), amount, wishes)
    if amount and not part.goods:
        op: Op = "set" if sets or ref == "all" else "amount"
        if sets and len(part.amounts) > 1:  # "2 likh diya tha, 3 kar do"
            item = _item(None, part.amounts[-1], wishes)
        yield Edit(op, item, ref)
    elif amount:
        named_first = amount.start >= part.goods[0].last and verbs <= {"want"}  # "shawl 3": so many there are to be
        yield Edit("set" if sets and not asks else "amount" if named_first else "add", item)
    elif wishes:
        yield Edit("wish", item, ref)
    elif part.goods and "keep" in verbs:
        yield Edit("amount", item)
    elif part.goods and asks:
        yield Edit("add", item)


def _taken_out(part: Segment, facts: Facts, ref: str | None) -> Iterator[Edit]:
    bare = not (part.amounts or part.wishes or ref)
    if not part.goods and not part.has("value") and not (bare and part.has("refuse")):  # "number hata do": the form's
        yield Edit("remove", _item(None, _amount(part), part.wishes), ref)
    for mention in part.goods:
        amount = _own_amount(mention, facts) if len(part.goods) > 1 else _amount(part)
        yield Edit("remove", _item(mention, amount, part.wishes if len(part.goods) == 1 else ()))


def _in_place(part: Segment, ref: str | None) -> Iterator[Edit]:
    """ "shawl ki jagah 1 stole", "stole instead of shawl", "replace the caps with mufflers", "maroon ki jagah grey"."""
    at = next((n for n, piece in enumerate(part.pieces) if piece.kind.startswith("instead")), None)
    goods = part.goods
    if part.has("instead_alone"):  # "stole instead": of what is talked about
        item = _item(next(iter(goods), None), _amount(part), part.wishes)
        yield Edit("swap" if goods else "wish" if part.wishes else "set", item, ref)
        return
    if at is None:
        old, new = goods[:2]
    else:
        before = [piece.value for piece in part.pieces[:at] if isinstance(piece.value, Mention | Wish)]
        after = [piece.value for piece in part.pieces[at:] if isinstance(piece.value, Mention | Wish)]
        instead_of = part.pieces[at].kind == "instead_of"
        replaced = after[:1] if instead_of else before[-1:]
        others = [one for one in (*before, *after) if one not in replaced]
        if not replaced and goods:
            yield Edit("swap", _item(goods[0], _amount(part)), ref)
            return
        if replaced and isinstance(replaced[0], Wish) and others:
            wished = [one for one in others if isinstance(one, Wish)]
            yield Edit("wish", _item(next(iter(goods), None), None, wished), ref)
            return
        pair = [one for one in (*replaced, *others) if isinstance(one, Mention)]
        if len(pair) != 2:
            return
        old, new = pair
    yield Edit("swap", _item(new, _amount(part), part.wishes), ref, old=_item(old))


def _portioned(part: Segment, verbs: frozenset[str], ref: str | None) -> Edit:
    shares = tuple(Share(amount.milli, wish.name, wish.value) for amount, wish in part.shares)
    counted = [amount for amount, _ in part.shares]
    rest = [amount for amount in part.amounts if amount not in counted]
    mention = next(iter(part.goods), None)
    whole = rest[0].milli if rest else sum(share.milli for share in shares)
    item = replace(_item(mention), qty_milli=whole, unit=part.amounts[0].unit)
    named_first = mention is not None and part.shares[0][0].start >= mention.last and verbs <= {"want"}
    op: Op = "amount" if named_first else "add" if mention and "set" not in verbs else "set"
    op = "increase" if part.has("more") else op
    return Edit(op, item, ref, shares=shares)


def _two_for_one(part: Segment, verbs: frozenset[str]) -> bool:
    """ "shawl ko stole kar do", "replace the caps with mufflers"."""
    return bool(verbs & {"replace", "set"}) and len(part.goods) == 2 and not part.amounts and not part.has("all")


def _packs_more(amount: Quantity | None, facts: Facts) -> bool:
    """ "ek aur packet": the word stands inside the amount."""
    return amount is not None and bool(_MORE & set(facts.texts[amount.start : amount.end]))


def _amount(part: Segment) -> Quantity | None:
    return next(iter(part.amounts), None)


def _own_amount(mention: Mention, facts: Facts) -> Quantity | None:
    return next((line.quantity for line in facts.lines if line.mention is mention), None)


def _near(part: Segment, mention: Mention) -> list[Wish]:
    """Of several goods in one part each has the wishes that stand before it."""
    found: list[Wish] = []
    for piece in part.pieces:
        if isinstance(piece.value, Wish):
            found.append(piece.value)
        if isinstance(piece.value, Mention):
            if piece.value is mention:
                return found
            found = []
    return []


def _item(mention: Mention | None, amount: Quantity | None = None, wishes: Sequence[Wish] = ()) -> Item:
    """Colour and size are read in the part itself: beside a product of another part they are not its own."""
    item = thing(mention, amount)
    attrs = {name: value for name, value in item.attrs.items() if name not in ("color", "size")}
    return replace(item, attrs=attrs | {wish.name: wish.value for wish in wishes})
