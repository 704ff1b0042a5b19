"""What a conversation remembers between two messages. Pure; stored as JSON with the turn's commit."""

from dataclasses import asdict, dataclass, field
from typing import Any

LAST_TURNS = 10
GOODS_QUESTIONS = ("quantity", "choice", "shade")  # how much of it, which of these, in which colour


@dataclass
class Form:
    """What checkout has been told so far; `address_id` when a saved address was taken."""

    name: str | None = None
    line: str | None = None
    pincode: str | None = None
    phone: str | None = None  # E.164
    payment: str | None = None  # cod | upi
    address_id: int | None = None
    district: str | None = None
    state: str | None = None
    doubted: str | None = None  # a pincode that lies elsewhere than the address says: asked about once
    open: bool = False  # checkout is under way: a digression comes back to it
    outlet: str | None = None  # where she fetches it herself; else it is sent to her
    fetch: str | None = None  # she wants to fetch it, in these words; the place is still to be chosen
    fresh: bool = False  # she wants a new address, the saved ones are not offered again


@dataclass
class State:
    """`awaiting` names the question asked last (address, pincode, name, phone, quantity, payment, confirm,
    order_ref, tracking, part, reason, language, producer_answer, …) and `about` what it is about
    (sku, seller order id, …). `shown` are the options of the last message that had any, as
    [payload id, spoken label, spoken short]; so a number or the label itself answers like a tap."""

    side: str = "buyer"
    awaiting: str | None = None
    about: dict[str, Any] = field(default_factory=dict)
    form: Form = field(default_factory=Form)
    shown: list[list[str]] = field(default_factory=list)
    products: list[str] = field(default_factory=list)  # skus last listed, for "the first one"
    product: str | None = None  # sku last talked about, for "how much is this"
    wished: dict[str, dict[str, Any]] = field(default_factory=dict)  # by sku: "the maroon one" of what she looked at
    earlier: list[dict[str, list[Any]]] = field(default_factory=list)  # lines before a change: {sku: [milli, attrs]}
    maker: list[str] = field(default_factory=list)  # [sku, group id]: whose card of it she saw, when she named a group
    worker: str | None = None  # class of a worker she wants with the goods: asked about once the order is placed
    misunderstood: int = 0
    unread: str = ""  # the words behind "did you mean": the chosen meaning is read into them
    greeted: bool = False
    campaign: str | None = None  # code of the QR this talk began with
    last_turns: list[dict[str, str]] = field(default_factory=list)  # {"who": "her"|"us", "text": …}

    def ask(self, awaiting: str | None, **about: Any) -> None:
        """Sets the open question (None: no question is open)."""
        self.awaiting = awaiting
        self.about = about

    def remember(self, who: str, text: str) -> None:
        self.last_turns = [*self.last_turns, {"who": who, "text": text[:300]}][-2 * LAST_TURNS :]

    def stored(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def read(cls, data: dict[str, Any]) -> "State":
        """Fields unknown to this version are dropped, missing ones take their defaults (states outlive deploys)."""
        known = {name: value for name, value in data.items() if name in cls.__dataclass_fields__}
        form = known.pop("form", {})
        return cls(form=Form(**{k: v for k, v in form.items() if k in Form.__dataclass_fields__}), **known)
