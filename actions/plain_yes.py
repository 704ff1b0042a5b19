"""Whether words are a yes and nothing else. What moves an order must not hang on a likely reading."""

from actions.turn import Turn
from catalog.lexicon import phrases
from catalog.spelling import tokens


def plainly_yes(text: str) -> bool:
    """ "haan ji", "ok order kar do"; not "haan par pata badlo", nor anything the understanding only took for a yes."""
    words = tokens(text)
    at, said = 0, False
    while at < len(words):
        short = phrases("yes_no").at(words, at)
        beside = phrases("order_words").at(words, at)
        if short is not None and short[0] == "no":
            return False
        found = max((one for one in (short, beside) if one is not None), key=lambda one: one[1], default=None)
        if found is None:
            return False
        said = said or (short is not None and short[0] == "yes")
        at += found[1]
    return said


def sure(turn: Turn) -> bool:
    """A tap, a number or the button's own words are sure; a sentence that was understood must be a plain yes."""
    return turn.heard.kind != "text" or turn.meaning is None or plainly_yes(turn.heard.text)
