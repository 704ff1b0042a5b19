"""WhatsApp's own bills for India: `order_details` asks for money, `order_status` says what became of it. Pure.

Source: Meta, "Receive UPI Payments Through WhatsApp" (dynamic VPA: payment_settings of type upi_intent_link) and
"Order status". WhatsApp only opens the buyer's UPI app: whether money came is told by the bank, never by WhatsApp.
"""

from typing import Any

from actions.messages import Paid, Pay
from bot.channels import limits
from bot.channels.graphemes import clean, cut

PAISE = 100  # every amount is {value, offset}: value / offset rupees
Interactive = dict[str, Any]


def order_details(pay: Pay[str], body: str) -> Interactive:
    """The bill. Quantities are whole numbers there, and half a kilo is not: each line counts once.

    The type is digital-goods as in Meta's examples: physical-goods wants the receiver's address, which nobody needs
    for paying."""
    items = [
        {
            "retailer_id": f"{pay.reference}-{number}",
            "name": cut(" ".join(clean(charge.name).split()), limits.WA_BILL_ITEM),
            "amount": _amount(charge.paise),
            "quantity": 1,
        }
        for number, charge in enumerate(pay.charges, 1)
    ]
    order = {
        "status": "pending",
        "expiration": {"timestamp": str(pay.until), "description": cut(clean(pay.over), limits.WA_BILL_NOTE)},
        "items": items,
        "subtotal": _amount(pay.total_paise),
        "tax": _amount(0),  # prices include all taxes
    }
    parameters = {
        "reference_id": pay.reference,
        "type": "digital-goods",
        "payment_settings": [{"type": "upi_intent_link", "upi_intent_link": {"link": pay.upi}}],
        "currency": "INR",
        "total_amount": _amount(pay.total_paise),
        "order": order,
    }
    return _interactive("order_details", body, {"name": "review_and_pay", "parameters": parameters})


def order_status(paid: Paid[str], body: str) -> Interactive:
    """Only for a bill that went out as `order_details`: Meta knows no other reference."""
    parameters: dict[str, Any] = {"reference_id": paid.reference, "order": {"status": paid.status}}
    if paid.at is not None:
        parameters["payment"] = {"status": "captured", "timestamp": paid.at}
    return _interactive("order_status", body, {"name": "review_order", "parameters": parameters})


def link(pay: Pay[str], body: str) -> Interactive:
    """The spare for accounts without payments: a button that opens the shop's own page."""
    parameters = {"display_text": cut(clean(pay.label), limits.WA_BUTTON_TITLE), "url": pay.page}
    return _interactive("cta_url", body, {"name": "cta_url", "parameters": parameters})


def _interactive(kind: str, body: str, action: dict[str, Any]) -> Interactive:
    return {"type": "interactive", "interactive": {"type": kind, "body": {"text": body}, "action": action}}


def _amount(paise: int) -> dict[str, int]:
    return {"value": paise, "offset": PAISE}
