"""What the shop says, neutral of channel. Pure.

Actions build messages out of phrases (`Say`, `Words`); speech turns phrases into one person's words
(`Message[str]`); a channel renders that into payloads within its limits. The outbox stores the spoken form.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, Literal, TypeVar

from catalog.money import Money, Quantity
from catalog.words import Words


@dataclass(frozen=True)
class Say:
    """A text of data/texts by its key, with its arguments. Numbers that are names (order numbers) go as str."""

    key: str
    args: Mapping[str, "Arg"] = field(default_factory=dict)


@dataclass(frozen=True)
class Lines:
    """Several phrases, one a line; None is left out."""

    parts: tuple["Phrase | None", ...]


@dataclass(frozen=True)
class Quoted:
    """A person's own words, shown back; control and bidi characters are stripped when spoken."""

    text: str


Phrase = Say | Words | Lines | Quoted
Arg = str | int | Money | Quantity | date | Phrase
P = TypeVar("P")


def say(key: str, **args: Arg) -> Say:
    """`say("cart-added", name=words)`; an underscore in an argument's name stays an underscore."""
    return Say(key, args)


def lines(*parts: Phrase | None) -> Lines:
    return Lines(parts)


@dataclass(frozen=True)
class Option(Generic[P]):
    """Something to tap. `id` is a payload (`actions.payloads`); `short` fits a button (20) or a row title (24).

    When `short` is None, speech takes the `.short` attribute of the label's text where there is one."""

    id: str
    label: P
    short: P | None = None
    hint: P | None = None


@dataclass(frozen=True)
class Text(Generic[P]):
    body: P


@dataclass(frozen=True)
class Buttons(Generic[P]):
    """A question with a few answers; more than a channel's buttons become a list there."""

    body: P
    options: tuple[Option[P], ...]


@dataclass(frozen=True)
class Menu(Generic[P]):
    """A list to choose from, at most 10 options: longer lists are paged by `actions.paging` (9 + more)."""

    body: P
    button: P
    options: tuple[Option[P], ...]


@dataclass(frozen=True)
class Card(Generic[P]):
    """A product: picture (media name, None when there is none), text, what can be done with it (≤ 3)."""

    picture: str | None
    body: P
    options: tuple[Option[P], ...] = ()
    about: str | None = None  # sku, so that a reply to this card is understood


@dataclass(frozen=True)
class Picture(Generic[P]):
    media: str
    caption: P


@dataclass(frozen=True)
class Document(Generic[P]):
    media: str
    filename: str
    caption: P


@dataclass(frozen=True)
class Charge(Generic[P]):
    """One line of a bill, tax included."""

    name: P
    paise: int


@dataclass(frozen=True)
class Pay(Generic[P]):
    """Asks for money: a button to the shop's own page, and where the channel can, the payment itself. `upi` is the
    address for UPI apps (actions never write it into words), `until` seconds since 1970."""

    body: P
    label: P  # of the button, ≤ 20
    page: str
    upi: str
    reference: str
    charges: tuple[Charge[P], ...]
    until: int
    over: P  # what stands there when the time is over

    @property
    def total_paise(self) -> int:
        return sum(charge.paise for charge in self.charges)


@dataclass(frozen=True)
class Paid(Generic[P]):
    """The money of a `Pay` with this reference has come (`at`: seconds since 1970), or nothing is asked any more."""

    body: P
    reference: str
    status: Literal["processing", "canceled"]
    at: int | None = None


@dataclass(frozen=True)
class AskLocation(Generic[P]):
    body: P


@dataclass(frozen=True)
class Notice(Generic[P]):
    """Something told unasked. Inside WhatsApp's 24-hour window (and on Telegram) `inside` is sent; outside it
    the approved utility template `template` with `params` in the person's language, whose quick replies carry
    the ids of `inside`'s options."""

    template: str
    params: tuple[P, ...]
    inside: "Inside[P]"


Inside = Buttons[P] | Text[P] | Pay[P] | Paid[P]
Message = (
    Text[P] | Buttons[P] | Menu[P] | Card[P] | Picture[P] | Document[P] | AskLocation[P] | Pay[P] | Paid[P] | Notice[P]
)
Unspoken = Message[Phrase]
Spoken = Message[str]


@dataclass(frozen=True)
class Watch:
    """A notice of an order that somebody must see: which order, which contact, which template, and how far the ladder
    has been climbed for it (first | channel | deputy)."""

    seller_order_id: int
    contact_id: int
    what: str
    rung: str = "first"


@dataclass(frozen=True)
class Outgoing:
    """A message to a person; `identity_id` when it must go to one of her chats (a reply goes where she wrote).

    `opens`: fields of `State` that this message sets in the conversation it goes to, because it asks something
    there, e.g. {"side": "producer", "awaiting": "producer_answer", "about": {"seller_order": 12}}."""

    person_id: int
    message: Unspoken
    identity_id: int | None = None
    opens: Mapping[str, Any] | None = None
    watch: Watch | None = None  # whether it is seen is followed up (bot.reaching)


def options_of(message: Message[Any]) -> tuple[Option[Any], ...]:
    """What can be tapped in a message, in order (number 1 is the first)."""
    match message:
        case Buttons(options=options) | Menu(options=options) | Card(options=options):
            return options
        case Notice(inside=Buttons(options=options)):
            return options
        case _:
            return ()
