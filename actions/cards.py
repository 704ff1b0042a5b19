"""How a product looks in a message: its card, its row in a list, one line about its price or about getting it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from actions import makers
from actions.declared import certified
from actions.meaning import Item
from actions.messages import Card, Menu, Option, Phrase, Unspoken, lines, say
from actions.paging import page
from actions.payloads import write
from actions.turn import Turn
from catalog import holidays, service
from catalog.holidays import Days
from catalog.money import Money, Quantity
from catalog.product import CONFIRMED, Availability, price_mark
from catalog.tables import Offer, ProducerGroup, Product
from catalog.words import Words
from orders import ratings, terms
from orders.dates import first_open, indian_day, needed_by


@dataclass(frozen=True)
class Shown:
    """A product with what a card must know of it; `makers` the first choice first."""

    product: Product
    makers: list[tuple[Offer, ProducerGroup]]
    sells: bool
    available: Availability
    closed: Days = frozenset()  # days from today on when none of those who make it works
    declares: bool = False  # there is more to tell than the card does: what the packet says, a seller with an address

    @property
    def maker(self) -> ProducerGroup | None:
        return self.makers[0][1] if self.makers else None


Telling = Callable[[Turn, Shown, Item], Phrase]
"""One line about a product, as an answer to a question."""


async def look_at(turn: Turn, product: Product, wanted: ProducerGroup | None = None) -> Shown:
    """With a group she wants it from, that one is named first where it makes the thing."""
    found = service.believed(await service.makers(turn.db, product.sku), turn.shop.demo_sells)
    today = await terms.read(turn.db, turn.now, turn.shop.demo_sells)
    theirs = [offer for offer, group in found if wanted is not None and group.id == wanted.id]
    ranked = makers.first(found, wanted.id if wanted else None)
    sellers = [today.seller(group) for _, group in ranked[:1]]
    return Shown(
        product,
        ranked,
        not today.hindrances(product, found, turn.now),
        service.available(product, theirs or [offer for offer, _ in found], turn.now),
        await holidays.none_works(turn.db, [group.id for _, group in found], indian_day(turn.now)),
        bool(product.declarations) or any(seller and seller.source in CONFIRMED for seller in sellers),
    )


async def card(
    turn: Turn, product: Product, wanted: ProducerGroup | None = None, note: Phrase | None = None
) -> Card[Phrase]:
    """Picture, name, price and how soon, who makes it and where, the story; nothing that is not known. `note` first:
    what she asked for and cannot have so."""
    shown = await look_at(turn, product, wanted)
    name, maker = Words.read(product.name), shown.maker
    makes = wanted is not None and maker is not None and maker.id == wanted.id
    if wanted is not None and not makes:
        note = lines(note, say("card-not-theirs", group=Words.read(wanted.name), name=name))
    if wanted is not None and makes:
        turn.state.maker = [product.sku, wanted.id]
    other = Words(en=name.hi, hi=name.en, hi_latn=name.hi)
    body = lines(
        note,
        say("card-name", name=name, other=other),
        say("card-terms", price=price(product), ready=ready(turn, shown)),
        again(turn, shown),
        say("card-maker", group=Words.read(maker.name), place=Words.read(maker.place)) if maker else None,
        await _rated(turn, product),
        story(shown),
        *certified(product),
    )
    return Card(product.picture, body, options(shown, wanted if makes else None), about=product.sku)


async def _rated(turn: Turn, product: Product) -> Phrase | None:
    shown = await ratings.of_product(turn.db, product.sku)
    if shown is None:
        return None
    return say("card-rating", stars=f"{shown.tenths // 10}.{shown.tenths % 10}", buyers=shown.buyers)


def price(product: Product) -> Phrase:
    """₹950 per piece, marked while nobody of the office has said so."""
    if product.service:
        return say("card-price-service")
    if product.price_paise is None or product.unit is None:
        return say("card-price-unknown")
    return say("card-price", price=Money(product.price_paise), unit=product.unit, mark=price_mark(product.price_source))


def ready(turn: Turn, shown: Shown) -> Phrase:
    """How soon one can be had, said as it is; what only a sample counts is not told to a real buyer."""
    if not (turn.shop.demo_sells or shown.product.service or _counted(shown)):
        return say("card-uncounted")
    match shown.available:
        case Availability("in_stock", milli=milli):
            return say("card-in-stock", qty=Quantity(milli, shown.product.unit or "piece"))
        case Availability("made", days=days):
            return say("card-made", day=needed_by(turn.now, days, shown.closed))
        case Availability("off_season"):
            return say("card-off-season", season=Words.read((shown.product.season or {})["name"]))
        case Availability(kind):
            return say({"sold_out": "card-sold-out", "booked": "card-booked"}.get(kind, "card-uncounted"))


def again(turn: Turn, shown: Shown) -> Phrase | None:
    """The first day on which somebody who makes it works, while all of them are on holiday."""
    today = indian_day(turn.now)
    if today not in shown.closed:
        return None
    return say("card-again-from", day=first_open(today, shown.closed))


def _counted(shown: Shown) -> bool:
    return any(offer.stock_source in CONFIRMED for offer, _ in shown.makers)


def story(shown: Shown) -> Phrase | None:
    """Of the craft, else of the group; never of a person."""
    if shown.product.story:
        return Words.read(shown.product.story)
    return Words.read(shown.maker.story) if shown.maker else None


def options(shown: Shown, wanted: ProducerGroup | None = None) -> tuple[Option[Phrase], ...]:
    product = shown.product
    if shown.sells:
        made = shown.available.kind == "made"
        of = ("-", wanted.id) if wanted else ()
        first = Option[Phrase](write("add", product.sku, *of), say("card-have-made" if made else "card-add"))
    else:
        label = "card-book" if product.service else "card-enquire"
        first = Option[Phrase](write("enquire", product.sku), say(label))
    return (
        first,
        Option(write("category", product.category_id), say("card-more-like-this")),
        Option(write("details", product.sku), say("card-details"))
        if shown.declares
        else Option(write("menu"), say("menu")),
    )


async def rows(turn: Turn, products: Iterable[Product], wanted: ProducerGroup | None = None) -> list[Option[Phrase]]:
    """Products as rows to tap, each with its price and its maker under it: the group she named, where it makes it."""
    found: list[Option[Phrase]] = []
    for product in products:
        supply = service.believed(await service.makers(turn.db, product.sku), turn.shop.demo_sells)
        supply = makers.first(supply, wanted.id if wanted else None)
        hint, tap = price(product), write("product", product.sku)
        if supply:
            group = supply[0][1]
            hint = say("card-row", price=hint, group=Words.read(group.short))
            if wanted is not None and group.id == wanted.id:
                tap = write("product", product.sku, group.id)
        found.append(Option(tap, Words.read(product.name), Words.read(product.short), hint))
    return found


async def shelf(
    turn: Turn,
    body: Phrase,
    products: list[Product],
    number: int,
    *more: str,
    wanted: ProducerGroup | None = None,
) -> Unspoken:
    """A page of products; `more` is the verb and its arguments that show the next ones. Remembers what is listed."""
    every = await rows(turn, products, wanted)
    listed = page(every, number, lambda n: write(more[0], *more[1:], n))
    skus = {option.id: product.sku for option, product in zip(every, products, strict=True)}
    turn.state.products = [skus[option.id] for option in listed if option.id in skus]
    return Menu(body, say("browse-choose"), listed)
