"""Amounts as people say them, in the unit a product is sold in. Pure; everything in thousandths ("milli")."""

# How much of the selling unit (key 2) one spoken unit (key 1) is, in milli. What is not here is asked, never guessed.
_IN = {
    ("gram", "kg"): 1,
    ("pav", "kg"): 250,
    ("kg", "gram"): 1_000_000,
    ("pav", "gram"): 250_000,
    ("dozen", "piece"): 12_000,
    ("pair", "piece"): 2_000,
    ("dozen", "pair"): 12_000,
    # "two pieces" of what comes in packets are two packets
    ("piece", "packet"): 1_000,
    ("piece", "box"): 1_000,
    ("piece", "bottle"): 1_000,
    ("piece", "set"): 1_000,
    ("dozen", "packet"): 12_000,
    ("dozen", "box"): 12_000,
    ("dozen", "bottle"): 12_000,
}
MEASURED = frozenset({"kg", "gram", "metre", "litre", "pound"})  # "one of it" means nothing: the amount is asked
BULK_MILLI = 50_000  # from here on an officer gives a price and a date


class NotSoldSo(Exception):
    """The amount is not one the product is sold in; `step_milli` is the smallest amount and its steps."""

    def __init__(self, step_milli: int) -> None:
        super().__init__(f"sold in steps of {step_milli} milli")
        self.step_milli = step_milli


class TooMuch(Exception):
    """More than a chat sells: the office quotes."""


def convert(qty_milli: int, said: str | None, sold_in: str) -> int | None:
    """The amount in the selling unit; None when the spoken unit does not fit it."""
    if said is None or said == sold_in:
        return qty_milli
    factor = _IN.get((said, sold_in))
    if factor is None:
        return None
    value, rest = divmod(qty_milli * factor, 1000)
    return value if rest == 0 else None


def in_packs(count_milli: int, pack: str, sold_in: str) -> int | None:
    """So many packs of "500 gram" in the selling unit; None when what a pack holds does not fit it."""
    holds, _, unit = pack.partition(" ")
    try:
        milli = round(float(holds) * 1000)
    except ValueError:
        return None
    total, rest = divmod(count_milli * milli, 1000)
    return None if rest or not unit else convert(total, unit, sold_in)


def check(qty_milli: int, step_milli: int) -> int:
    """The amount itself. Raises NotSoldSo for zero, less, or not a whole number of steps; TooMuch from BULK_MILLI."""
    if qty_milli <= 0 or qty_milli % step_milli:
        raise NotSoldSo(step_milli)
    if qty_milli >= BULK_MILLI:
        raise TooMuch
    return qty_milli


def changed(now_milli: int, op: str, by_milli: int | None) -> int:
    """The amount after a change: set, increase, decrease (a step of one when none is said), double; never below 0."""
    match op:
        case "double":
            return now_milli * 2
        case "increase":
            return now_milli + (1000 if by_milli is None else by_milli)
        case "decrease":
            return max(0, now_milli - (1000 if by_milli is None else by_milli))
        case _:
            return now_milli if by_milli is None else by_milli
