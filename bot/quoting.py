"""What a message answers to: a card, a list, a line of the cart that was sent to this chat before."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from actions.heard import Heard
from actions.messages import Card, Spoken, options_of
from actions.payloads import read
from actions.state import State
from bot import outbox, routing
from bot.routing import Step
from bot.speech import plain
from catalog.search import Index

_OF_GOODS = frozenset({"product", "add", "line", "set", "drop", "enquire", "shade"})  # their first argument is a sku


@dataclass(frozen=True)
class Quoted:
    """The goods of the quoted message in their order, and its options as `State.shown` holds them."""

    skus: tuple[str, ...]
    options: tuple[tuple[str, str, str], ...]

    @property
    def sku(self) -> str | None:
        """The one product it is about; None when it is about several, or none."""
        return self.skus[0] if len(self.skus) == 1 else None


async def quoted(db: AsyncSession, identity_id: int, heard: Heard, index: Index) -> Quoted | None:
    """The message she answers to, if we sent it to this very chat; None for any other and without a quote."""
    if heard.reply_to is None or heard.kind != "text":
        return None
    message = await outbox.said_as(db, identity_id, heard.reply_to)
    if message is None:
        return None
    options = tuple((option.id, option.label, option.short or "") for option in options_of(message))
    return Quoted(_skus(message, index), options)


def _skus(message: Spoken, index: Index) -> tuple[str, ...]:
    if isinstance(message, Card) and message.about:
        return (message.about,)
    claimed = [read(option.id) for option in options_of(message)]
    tapped = [one.args[0] for one in claimed if one is not None and one.verb in _OF_GOODS and one.args]
    named = [mention.skus[0] for mention in index.mentions(plain(message)) if len(mention.skus) == 1]
    return tuple(dict.fromkeys(sku for sku in tapped or named if sku in index.entries))


def look_at(state: State, quote: Quoted) -> None:
    """ "This" and "the second one" are now of the quoted message: "इसके दो" needs no name."""
    state.product = quote.sku or state.product
    if len(quote.skus) > 1:
        state.products = list(quote.skus)


def chosen(heard: Heard, state: State, quote: Quoted) -> Step | None:
    """The option of an older message that is named by its number or label; of the open question's own message the
    question decides what a number is."""
    options = [list(option) for option in quote.options]
    if not options or options == state.shown:
        return None
    payload = read(routing.option_chosen(heard.text, State(shown=options)) or "")
    return routing.step_of(payload, state) if payload else None
