"""Bills as WhatsApp and Telegram send them: exact payloads, and every fault of a bill the stand-in must refuse."""

import copy
import io
from typing import Any

import pytest
import zxingcpp
from PIL import Image

from actions.messages import Notice
from bot.channels import telegram_render
from bot.channels.channel import symbols
from bot.channels.whatsapp_render import render
from bot.simulator.graph_rules import Refusal, check_message
from catalog import qr
from orders import upi
from tests.contract.samples import PAY, SAMPLES


def whatsapp(name: str, own_bills: bool = True, window_open: bool = True) -> dict[str, Any]:
    (payload,) = render(SAMPLES[name], "hi", window_open, symbols, own_bills).payloads
    return payload


def sent(payload: dict[str, Any]) -> dict[str, Any]:
    return {"messaging_product": "whatsapp", "to": "919876500001", **payload}


def test_order_details_as_meta_documents_it() -> None:
    assert whatsapp("pay") == {
        "type": "interactive",
        "interactive": {
            "type": "order_details",
            "body": {"text": PAY.body},
            "action": {
                "name": "review_and_pay",
                "parameters": {
                    "reference_id": "HT1001P7R1",
                    "type": "digital-goods",
                    "payment_settings": [{"type": "upi_intent_link", "upi_intent_link": {"link": PAY.upi}}],
                    "currency": "INR",
                    "total_amount": {"value": 194000, "offset": 100},
                    "order": {
                        "status": "pending",
                        "expiration": {"timestamp": "1795804199", "description": PAY.over},
                        "items": [
                            {"retailer_id": "HT1001P7R1-1", "name": "2 कुल्लू शॉल (मैरून)", "quantity": 1,
                             "amount": {"value": 190000, "offset": 100}},
                            {"retailer_id": "HT1001P7R1-2", "name": "भेजने का ख़र्च", "quantity": 1,
                             "amount": {"value": 4000, "offset": 100}},
                        ],
                        "subtotal": {"value": 194000, "offset": 100},
                        "tax": {"value": 0, "offset": 100},
                    },
                },
            },
        },
    }  # fmt: skip


def test_order_status_as_meta_documents_it() -> None:
    action = whatsapp("paid")["interactive"]["action"]
    assert action == {
        "name": "review_order",
        "parameters": {
            "reference_id": "HT1001P7R1",
            "order": {"status": "processing"},
            "payment": {"status": "captured", "timestamp": 1_795_700_000},
        },
    }


def test_without_payments_a_button_opens_the_shops_page() -> None:
    inner = whatsapp("pay", own_bills=False)["interactive"]
    assert inner["type"] == "cta_url"
    assert inner["action"]["parameters"] == {"display_text": "₹1,940 दीजिए", "url": PAY.page}
    assert whatsapp("paid", own_bills=False)["type"] == "text"
    assert "upi://" not in str(inner)


@pytest.mark.parametrize("own_bills", [True, False])
def test_outside_the_window_the_template_carries_the_page(own_bills: bool) -> None:
    payload = whatsapp("pay_notice", own_bills, window_open=False)
    (body,) = payload["template"]["components"]
    assert body["parameters"][-1]["text"] == PAY.page
    assert isinstance(SAMPLES["pay_notice"], Notice)


def test_telegram_draws_the_code_over_the_button() -> None:
    (payload,) = telegram_render.render(PAY, "hi", symbols).payloads
    assert payload["reply_markup"] == {"inline_keyboard": [[{"text": PAY.label, "url": PAY.page}]]}
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(qr.png(payload["photo"]["qr"], strong=False))))
    assert found.text == PAY.upi
    assert upi.read(found.text)["am"] == "1940.00"


def _at(bill: dict[str, Any], path: str) -> tuple[Any, Any]:
    *before, last = path.split(".")
    holder: Any = bill["interactive"]["action"]["parameters"]
    for step in before:
        holder = holder[int(step) if step.isdecimal() else step]
    return holder, last


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("reference_id", "x" * 36), ("reference_id", "a b"), ("currency", "USD"), ("type", "goods"),
        ("total_amount.value", 193999), ("total_amount.offset", 10), ("order.status", "paid"),
        ("order.subtotal.value", 1), ("order.tax.value", 1), ("order.items", []), ("order.items.0.quantity", 1.5),
        ("order.items.0.name", "x" * 61), ("order.items.0.amount.value", 1), ("order.expiration.description", ""),
        ("payment_settings", []),
        ("payment_settings.0.upi_intent_link.link", PAY.upi.replace("am=1940.00", "am=1.00")),
        ("payment_settings.0.upi_intent_link.link", PAY.upi.replace("HT1001P7R1", "HT1001P8R1")),
        ("payment_settings.0.upi_intent_link.link", PAY.page),
    ],
)  # fmt: skip
def test_a_bill_that_does_not_add_up_is_refused(path: str, value: Any) -> None:
    bill = copy.deepcopy(whatsapp("pay"))
    assert check_message(sent(bill)) == "interactive"
    holder, last = _at(bill, path)
    holder[last] = value
    with pytest.raises(Refusal):
        check_message(sent(bill))
