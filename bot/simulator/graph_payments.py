"""What the Cloud API refuses of Indian bills. Pure; imports nothing of the shop.

Source, below https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/:
upi-intent/dynamic-vpa ("Receive UPI Payments Through WhatsApp") and its order_status part.
"""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

REFERENCE = re.compile(r"[A-Za-z0-9._-]{1,35}")
ITEM_NAME = 60
NOTE = 120
KINDS = {"order_details": "review_and_pay", "order_status": "review_order"}
STATUSES = frozenset({"pending", "processing", "partially_shipped", "shipped", "completed", "canceled"})


def wrong(kind: str, action: Mapping[str, Any]) -> str | None:
    """What is wrong with a bill's action, in words for error_data; None when it is fit to be sent."""
    parameters = action.get("parameters")
    if action.get("name") != KINDS[kind] or not isinstance(parameters, Mapping):
        return f"action.name must be {KINDS[kind]}, with parameters"
    if not REFERENCE.fullmatch(str(parameters.get("reference_id"))):
        return "reference_id must have 1 to 35 characters of [A-Za-z0-9._-]"
    order = parameters.get("order")
    if not isinstance(order, Mapping):
        return "order is required"
    return _bill(parameters, order) if kind == "order_details" else _status(parameters, order)


def _status(parameters: Mapping[str, Any], order: Mapping[str, Any]) -> str | None:
    if order.get("status") not in STATUSES:
        return f"order.status must be one of {sorted(STATUSES)}"
    payment = parameters.get("payment")
    if payment is not None and payment.get("status") not in ("pending", "captured", "failed"):
        return "payment.status must be pending, captured or failed"
    return None


def _bill(parameters: Mapping[str, Any], order: Mapping[str, Any]) -> str | None:
    if parameters.get("currency") != "INR" or parameters.get("type") not in ("digital-goods", "physical-goods"):
        return "currency must be INR, and type digital-goods or physical-goods"
    if order.get("status") != "pending":
        return "order.status must be pending"
    items = list(order.get("items") or ())
    if not items:
        return "order.items is required"
    for item in items:
        name, quantity = item.get("name"), item.get("quantity")
        if not isinstance(name, str) or not 0 < len(name) <= ITEM_NAME or not item.get("retailer_id"):
            return f"an item needs a retailer_id and a name of at most {ITEM_NAME} characters"
        if not isinstance(quantity, int) or quantity < 1 or _paise(item.get("amount")) is None:
            return "an item needs a whole quantity and an amount with offset 100"
    subtotal = sum(item["amount"]["value"] * item["quantity"] for item in items)
    tax, total = _paise(order.get("tax")), _paise(parameters.get("total_amount"))
    if _paise(order.get("subtotal")) != subtotal:
        return "subtotal must be the sum of amount × quantity"
    if tax is None or total != subtotal + tax:
        return "total_amount must be subtotal + tax"
    return _expiration(order) or _settings(parameters, subtotal + tax)


def _expiration(order: Mapping[str, Any]) -> str | None:
    expiration = order.get("expiration")
    if expiration is None:
        return None
    if not str(expiration.get("timestamp")).isdigit() or not 0 < len(str(expiration.get("description") or "")) <= NOTE:
        return f"expiration needs a timestamp and a description of at most {NOTE} characters"
    return None


def _settings(parameters: Mapping[str, Any], total: int) -> str | None:
    settings = list(parameters.get("payment_settings") or ())
    if len(settings) != 1 or settings[0].get("type") != "upi_intent_link":
        return "payment_settings must hold one upi_intent_link"
    address = urlsplit(str((settings[0].get("upi_intent_link") or {}).get("link")))
    told = parse_qs(address.query)
    if (address.scheme, address.netloc) != ("upi", "pay") or not {"pa", "pn", "tr"} <= told.keys():
        return "upi_intent_link.link must be upi://pay with pa, pn and tr"
    if told.get("am", [""])[0] != f"{total // 100}.{total % 100:02d}" or told["tr"][0] != parameters["reference_id"]:
        return "the link's am and tr must be total_amount and reference_id"
    return None


def _paise(amount: Any) -> int | None:
    if not isinstance(amount, Mapping) or amount.get("offset") != 100 or not isinstance(amount.get("value"), int):
        return None
    value: int = amount["value"]
    return value if value >= 0 else None
