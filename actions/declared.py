"""What is declared of a product, in words: what stands on the packet, and marks with a certificate."""

from datetime import date

from actions.messages import Phrase, Quoted, say
from catalog.declarations import MARKS, Declarations
from catalog.money import Money, Quantity
from catalog.tables import Product


def certified(product: Product) -> list[Phrase]:
    """Marks with a certificate on file; without one there is no badge."""
    return [
        say("card-certificate", mark=mark, number=Quoted(found["number"]), date=_day(found["on"]))
        for mark in MARKS
        if (found := product.certificates.get(mark))
    ]


def declared(product: Product) -> list[Phrase]:
    """What stands on the packet, and the marks."""
    told = Declarations.read(product.declarations)
    facts: list[Phrase | None] = [
        say("details-net", net=told.net) if told.net else None,
        say("details-mrp", mrp=Money(told.mrp_paise)) if told.mrp_paise else None,
        _unit_price(product, told),
        say("details-best-before", days=told.best_before_days) if told.best_before_days else None,
        say("details-maker", maker=Quoted(told.maker)) if told.maker else None,
        say("details-licence", number=told.licence) if told.licence else None,
        say("details-care", care=Quoted(told.care)) if told.care else None,
    ]
    return [fact for fact in facts if fact is not None] + certified(product)


def _unit_price(product: Product, told: Declarations) -> Phrase | None:
    """Of a kilo or a litre, where a packet holds another amount (Packaged Commodities Rules, rule 6(1)(da))."""
    if told.net is None or product.price_paise is None:
        return None
    per = {"gram": ("kg", told.net.milli // 1000), "kg": ("kg", told.net.milli), "litre": ("litre", told.net.milli)}
    unit, milli = per.get(told.net.unit, ("", 0))
    if not milli or unit == product.unit:
        return None
    each = Money((product.price_paise * 1000 + milli // 2) // milli)
    return say("details-unit-price", price=each, unit=Quantity(1000, unit))


def _day(iso: str) -> str:
    return f"{date.fromisoformat(iso):%d-%m-%Y}"
