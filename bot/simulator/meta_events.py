"""What Meta posts to a business: messages and statuses. Pure.

Shapes: https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components and payload-examples;
business-scoped user ids (user_id, from_user_id, recipient_user_id) by Meta's page of March 2026.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any

from bot.simulator.graph_rules import Refusal
from bot.simulator.phone import MetaAccount


def user_id(account: MetaAccount, number: str) -> str:
    """The business-scoped id of a number: the same for one business, different for another."""
    digest = hashlib.sha256(f"{account.business_account_id}:{number}".encode()).hexdigest()
    return f"IN.{int(digest[:12], 16)}"


def message_event(account: MetaAccount, number: str, name: str, message: Mapping[str, Any]) -> dict[str, Any]:
    contact = {"profile": {"name": name}, "wa_id": number, "user_id": user_id(account, number)}
    whole = {"from": number, "from_user_id": user_id(account, number), **message}
    return _event(account, {"contacts": [contact], "messages": [whole]})


def status_event(
    account: MetaAccount, number: str, vendor_id: str, status: str, at: float, callback: str | None,
    failure: Refusal | None = None,
) -> dict[str, Any]:  # fmt: skip
    """`callback` is the biz_opaque_callback_data the message was sent with."""
    told: dict[str, Any] = {
        "id": vendor_id,
        "status": status,
        "timestamp": str(int(at)),
        "recipient_id": number,
        "recipient_user_id": user_id(account, number),
    }
    if callback is not None:
        told["biz_opaque_callback_data"] = callback
    if failure is not None:
        told["errors"] = [
            {"code": failure.code, "title": failure.title, "message": failure.title,
             "error_data": {"details": failure.details},
             "href": "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/"}
        ]  # fmt: skip
        return _event(account, {"statuses": [told]})
    contact = {"wa_id": number, "user_id": user_id(account, number)}
    return _event(account, {"contacts": [contact], "statuses": [told]})


def _event(account: MetaAccount, value: dict[str, Any]) -> dict[str, Any]:
    metadata = {"display_phone_number": account.display_number, "phone_number_id": account.phone_number_id}
    change = {"field": "messages", "value": {"messaging_product": "whatsapp", "metadata": metadata, **value}}
    return {"object": "whatsapp_business_account", "entry": [{"id": account.business_account_id, "changes": [change]}]}


def written(event: Mapping[str, Any]) -> bytes:
    """The event as Meta writes JSON: non-ASCII as \\uXXXX and the slash escaped."""
    return json.dumps(event, separators=(",", ":")).replace("/", "\\/").encode("ascii")


def signature(app_secret: str, raw: bytes) -> str:
    """The X-Hub-Signature-256 header of a body."""
    return "sha256=" + hmac.new(app_secret.encode(), raw, hashlib.sha256).hexdigest()
