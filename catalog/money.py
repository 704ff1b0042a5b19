"""Money is integer paise and quantities are integer thousandths ("milli"). Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Money:
    """An amount in paise; may be negative in a ledger."""

    paise: int

    def __add__(self, other: "Money") -> "Money":
        return Money(self.paise + other.paise)


@dataclass(frozen=True)
class Quantity:
    """`milli` thousandths of `unit` (1500 kg-milli = 1.5 kg); units are the contract's: kg, piece, pair …"""

    milli: int
    unit: str


def amount(unit_price_paise: int, qty_milli: int) -> int:
    """Price of a quantity in paise, rounded half up to the paisa (a line is never a fraction of a paisa)."""
    if unit_price_paise < 0 or qty_milli < 0:
        raise ValueError("price and quantity of a sale are not negative")
    return (unit_price_paise * qty_milli + 500) // 1000
