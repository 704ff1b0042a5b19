"""A price as a producer tells it: the new one, a step up or down, a share off. Pure."""

from collections.abc import Mapping
from typing import Any

MOST_PAISE = 100_000_00
_FAR = 2  # a price that doubles or halves may be a slip of the thumb


def told(slots: Mapping[str, Any], now_paise: int | None) -> int | None:
    """Paise for one unit, out of the slots price, price_delta (signed) and discount_percent; None when they give none.

    A share off is rounded to the rupee: nobody prices a shawl at ₹854.05."""
    paise: float | None = None
    if slots.get("price") is not None:
        paise = float(slots["price"]) * 100
    elif now_paise is not None and slots.get("price_delta") is not None:
        paise = now_paise + float(slots["price_delta"]) * 100
    elif now_paise is not None and slots.get("discount_percent") is not None:
        paise = round(now_paise * (100 - float(slots["discount_percent"])) / 10_000) * 100
    if paise is None or not 0 < paise <= MOST_PAISE:
        return None
    return round(paise)


def far(now_paise: int, paise: int) -> bool:
    return paise >= _FAR * now_paise or now_paise >= _FAR * paise
