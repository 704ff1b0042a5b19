"""WhatsApp's error codes and what each asks of us, as data.

Codes: developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes, read through the docstrings of
pywa 4.5's `errors.py`. We act on `error.code`, as Meta advises, not on HTTP status, title or subcode.
"""

from collections.abc import Mapping
from typing import Any

from bot.channels.outcome import BackOff, OurFault, Outcome, PersonGone, Retry, StopAll, Wait, WindowClosed

DAY = 86_400.0

FAULTS: Mapping[int, Outcome] = {
    # too fast for the number: its queue waits, exponentially from 1 to 60 s
    4: Wait(1, "number"),
    80007: Wait(1, "number"),
    130429: Wait(1, "number"),
    133016: Wait(1, "number"),
    # too fast for this chat (about one message in 6 s, after a short burst): 4^n s, other chats go on
    131056: Wait(4, "chat"),
    # passing
    1: Retry(False, "unknown API error"),
    2: Retry(False, "API service down"),
    131000: Retry(False, "unknown error"),
    131016: Retry(False, "service unavailable"),
    131057: Retry(False, "account in maintenance"),
    # nothing can be sent until a person acts
    0: StopAll("token"),
    190: StopAll("token expired"),
    3: StopAll("permission"),
    10: StopAll("permission"),
    **{code: StopAll("permission") for code in range(200, 300)},
    33: StopAll("number gone"),
    368: StopAll("blocked for policy"),
    131005: StopAll("permission"),
    131031: StopAll("account locked"),
    131037: StopAll("display name not approved"),
    131042: StopAll("payment method"),
    131045: StopAll("number not registered"),
    133010: StopAll("number not registered"),
    # the 24-hour window
    131047: WindowClosed(),
    470: WindowClosed(),
    # this person, now
    131021: PersonGone("our own number"),
    131026: PersonGone("undeliverable"),
    131030: PersonGone("not in the test number's list"),
    130472: PersonGone("in an experiment"),
    130497: PersonGone("country not allowed"),
    # limits on unasked messages
    131048: BackOff(DAY, "spam rate"),
    131049: BackOff(DAY, "ecosystem limit"),
    131050: BackOff(None, "opted out"),
    131064: BackOff(DAY, "template misclassified"),
    # our bugs
    100: OurFault("100 invalid parameter"),
    131008: OurFault("131008 parameter missing"),
    131009: OurFault("131009 parameter value"),
    131051: OurFault("131051 unsupported type"),
    131062: OurFault("131062 not for business-scoped ids", "none"),
    132000: OurFault("132000 template parameters", "spare_template"),
    132001: OurFault("132001 template missing", "spare_template"),
    132005: OurFault("132005 template too long", "spare_template"),
    132007: OurFault("132007 template policy", "spare_template"),
    132008: OurFault("132008 template value", "spare_template"),
    132012: OurFault("132012 template format", "spare_template"),
    135000: OurFault("135000 generic"),
    # the template is out of use
    132015: OurFault("132015 template paused", "spare_template"),
    132016: OurFault("132016 template disabled", "spare_template"),
    # media
    131052: OurFault("131052 media download", "media"),
    131053: OurFault("131053 media upload", "media"),
}


def outcome_of(code: int, http_status: int | None = None, retry_after: str | None = None) -> Outcome:
    """What error `code` asks of us; `retry_after` is the HTTP header's text, `http_status` decides unknown codes."""
    known = FAULTS.get(code)
    if isinstance(known, Wait):
        told = float(retry_after) if retry_after and retry_after.isascii() and retry_after.isdigit() else 0.0
        return Wait(told, known.scope, exact=True) if told else known
    if known is not None:
        return known
    return of_http(http_status, f"code {code}") if http_status else OurFault(f"code {code}")


def of_http(http_status: int, detail: str) -> Outcome:
    """An answer without a readable error: a gateway's page, or something before the platform."""
    if http_status == 429:
        return Wait(1, "number")
    if http_status in (401, 403):
        return StopAll(f"HTTP {http_status}")
    if http_status == 408 or http_status >= 500:
        return Retry(True, f"HTTP {http_status} {detail}")
    return OurFault(f"HTTP {http_status} {detail}")


def of_status(errors: Any) -> Outcome:
    """The outcome of a failed status callback (`statuses[].errors`), whatever its shape."""
    for error in errors if isinstance(errors, list) else ():
        code = error.get("code") if isinstance(error, dict) else None
        if isinstance(code, int) or (isinstance(code, str) and code.isascii() and code.isdigit()):
            return outcome_of(int(code))
    return OurFault("failed without a code")
