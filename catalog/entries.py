"""Reads data/catalog/*.yml strictly: an entry that is not understood names its file and itself, nothing is guessed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeVar

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from catalog.drawing import COLORS, KINDS
from catalog.product import CONFIRMED, DEMO, UNITS

FOLDER = Path(__file__).resolve().parent.parent / "data" / "catalog"
ROW_TITLE = 24  # WhatsApp list row title, the narrower of both channels
BUTTON = 20  # WhatsApp reply button
TOP_CATEGORIES = 9  # one list with room for a "more" row


class CatalogueWrong(Exception):
    """What is wrong in data/catalog, one line for each entry."""


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Spoken(Entry):
    en: str = Field(min_length=1)
    hi: str = Field(min_length=1, pattern=r"[\u0900-\u097f]")
    hi_latn: str = Field(alias="hi-Latn", min_length=1, pattern=r"^[^\u0900-\u097f]+$")

    def stored(self) -> dict[str, str]:
        return {"en": self.en, "hi": self.hi, "hi-Latn": self.hi_latn}

    def longest(self) -> int:
        return max(len(text) for text in self.stored().values())


def _slug(text: str) -> str:
    if not all(part.isascii() and part.isalnum() and part == part.lower() for part in text.split("-")):
        raise ValueError("must be lower-case letters, digits and single dashes")
    return text


Slug = Annotated[str, Field(max_length=40), AfterValidator(_slug)]


def _written(source: str) -> str:
    if source in CONFIRMED:
        raise ValueError(f"{source} speaks in the office's pages, not in a file")
    return source


Source = Annotated[str, Field(min_length=3, max_length=80), AfterValidator(_written)]
"""Where a value comes from: "demo" (ours, a sample) or a citation with its date. Never "officer": that is said live."""


class CategoryEntry(Entry):
    id: Slug
    name: Spoken
    short: Spoken
    parent: Slug | None = None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.short.longest() > ROW_TITLE:
            raise ValueError(f"short is longer than {ROW_TITLE}")
        return self


class SellerEntry(Entry):
    """Who sells by law. Nothing legal is known from any source: a tax status is a sample until the office says it."""

    id: Slug
    kind: Literal["society", "government", "group"]
    name: Spoken
    state: str
    gst_status: Literal["registered", "composition", "unregistered"] | None = None
    source: Source | None = None

    @model_validator(mode="after")
    def _sourced(self) -> Self:
        if self.gst_status is not None and self.source != DEMO:
            raise ValueError("a tax status is known to nobody yet: it carries source demo or stays out")
        return self


class GroupEntry(Entry):
    id: Slug
    seller: Slug | None = None
    kind: Literal["prison_workshop", "self_help_group", "worker_group", "office"]
    brand: Literal["Himkara", "Mukti", "HimIra"] | None = None
    name: Spoken
    short: Spoken | None = None
    place: Spoken
    district: str | None = None
    state: str
    pincode: str | None = Field(None, pattern=r"^[1-9]\d{5}$")
    scheme: Spoken
    story: Spoken
    aliases: tuple[str, ...] = Field((), strict=False)

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if (self.short or self.name).longest() > ROW_TITLE:
            raise ValueError(f"short name is longer than {ROW_TITLE}")
        return self


class Sourced(Entry):
    is_: str = Field(alias="is")
    source: Source


class Code(Sourced):
    tags: tuple[str, ...] = Field((), strict=False)  # what the rate depends on besides the code: data/tax/rates.yml


class Price(Entry):
    rupees: int = Field(gt=0)
    source: Source


class Season(Entry):
    months: tuple[Annotated[int, Field(ge=1, le=12)], ...] = Field(strict=False, min_length=1)
    name: Spoken


class Drawing(Entry):
    draw: str
    color: str

    @model_validator(mode="after")
    def _known(self) -> Self:
        if self.draw not in KINDS:
            raise ValueError(f"nobody can draw {self.draw}; there are {', '.join(sorted(KINDS))}")
        if self.color not in COLORS:
            raise ValueError(f"no colour {self.color}; there are {', '.join(sorted(COLORS))}")
        return self


class OfferEntry(Entry):
    group: Slug
    stock: int | None = Field(None, ge=0)
    lead_days: int | None = Field(None, ge=0)
    source: Literal["demo"] | None = None

    @model_validator(mode="after")
    def _sourced(self) -> Self:
        if (self.stock is not None or self.lead_days is not None) and self.source != DEMO:
            raise ValueError("stock and days are known to nobody yet: they carry source demo or stay out")
        return self


class ProductEntry(Entry):
    sku: Slug
    category: Slug
    term: str = Field(min_length=2, max_length=40)
    picture: Drawing
    name: Spoken
    short: Spoken | None = None
    aliases: tuple[str, ...] = Field(strict=False, min_length=3)
    attrs: dict[str, list[str]] = Field(default_factory=dict)
    story: Spoken | None = None
    unit: Sourced | None = None
    step_milli: int = Field(1000, gt=0)
    price: Price | None = None
    mode: Literal["stock", "made_to_order", "seasonal"]
    season: Season | None = None
    hsn: Code | None = None
    food: bool = False
    service: bool = False
    offers: tuple[OfferEntry, ...] = Field(strict=False, min_length=1)

    @model_validator(mode="after")
    def _sensible(self) -> Self:
        if (self.short or self.name).longest() > BUTTON:
            raise ValueError(f"short name is longer than {BUTTON}")
        if self.unit and self.unit.is_ not in UNITS:
            raise ValueError(f"unit {self.unit.is_} is none of {', '.join(sorted(UNITS))}")
        if (self.mode == "seasonal") != (self.season is not None):
            raise ValueError("a season belongs to seasonal goods, and only to them")
        if self.hsn and not (self.hsn.is_.isdigit() and len(self.hsn.is_) in (4, 6, 8)):
            raise ValueError("an HSN has 4, 6 or 8 digits")
        if self.service and self.price:
            raise ValueError("a service has no price of its own: the group tells it")
        return self


@dataclass(frozen=True)
class Seed:
    categories: Sequence[CategoryEntry]
    sellers: Sequence[SellerEntry]
    groups: Sequence[GroupEntry]
    products: Sequence[ProductEntry]


E = TypeVar("E", bound=Entry)


def read_catalogue(folder: Path = FOLDER) -> Seed:
    """The whole catalogue of `folder`; raises CatalogueWrong naming every file and entry that is wrong."""
    troubles: list[str] = []
    categories = entries_of(folder / "categories.yml", CategoryEntry, troubles)
    sellers = entries_of(folder / "sellers.yml", SellerEntry, troubles)
    groups = entries_of(folder / "groups.yml", GroupEntry, troubles)
    products: list[ProductEntry] = []
    for file in sorted((folder / "products").glob("*.yml")):
        products += entries_of(file, ProductEntry, troubles)
    if not troubles:
        troubles += _across(categories, sellers, groups, products)
    if troubles:
        raise CatalogueWrong("\n".join(troubles))
    return Seed(categories, sellers, groups, products)


def entries_of(file: Path, model: type[E], troubles: list[str]) -> list[E]:
    """The entries of a file; what is wrong with it is added to `troubles`."""
    try:
        content: Any = yaml.safe_load(file.read_text("utf-8"))
    except (OSError, yaml.YAMLError) as error:
        troubles.append(f"{file.name}: {' '.join(str(error).split())}")
        return []
    found: list[E] = []
    for number, raw in enumerate(content or [], start=1):
        name = (raw.get("sku") or raw.get("id")) if isinstance(raw, dict) else None
        try:
            found.append(model.model_validate(raw))
        except ValidationError as error:
            for one in error.errors(include_url=False):
                where = " ".join(str(part) for part in one["loc"])
                what = one["msg"].removeprefix("Value error, ")
                troubles.append(f"{file.name}, {name or f'entry {number}'}: {where} {what}".replace(":  ", ": "))
    return found


def _across(
    categories: Sequence[CategoryEntry],
    sellers: Sequence[SellerEntry],
    groups: Sequence[GroupEntry],
    products: Sequence[ProductEntry],
) -> list[str]:
    """What is wrong between entries: names taken twice, names nobody has, too many shelves."""
    troubles = [
        f"{what} {name} is there {times} times"
        for what, names in (
            ("category", [c.id for c in categories]),
            ("seller", [s.id for s in sellers]),
            ("group", [g.id for g in groups]),
            ("product", [p.sku for p in products]),
        )
        for name, times in Counter(names).items()
        if times > 1
    ]
    shelves, makers = {c.id for c in categories}, {g.id for g in groups}
    troubles += [f"category {c.id}: no category {c.parent}" for c in categories if c.parent and c.parent not in shelves]
    known = {s.id for s in sellers}
    troubles += [f"group {g.id}: no seller {g.seller}" for g in groups if g.seller and g.seller not in known]
    for product in products:
        if product.category not in shelves:
            troubles.append(f"product {product.sku}: no category {product.category}")
        troubles += [f"product {product.sku}: no group {o.group}" for o in product.offers if o.group not in makers]
        if len({offer.group for offer in product.offers}) < len(product.offers):
            troubles.append(f"product {product.sku}: a group offers it twice")
    if sum(1 for c in categories if c.parent is None) > TOP_CATEGORIES:
        troubles.append(f"categories.yml: more than {TOP_CATEGORIES} categories at the top")
    return troubles
