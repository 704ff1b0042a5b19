"""Every code of the platforms' error pages → what delivery does, row by row."""

from datetime import timedelta

import httpx
import pytest
from telegram import error

from bot.channels import telegram_faults, whatsapp_faults
from bot.channels.outcome import (
    AlreadyDone,
    BackOff,
    OurFault,
    Outcome,
    PersonGone,
    Retry,
    StopAll,
    Wait,
    WindowClosed,
)

WHATSAPP: list[tuple[str, list[int], type, dict[str, object]]] = [
    ("the number waits", [130429, 4, 80007, 133016], Wait, {"scope": "number", "exact": False}),
    ("this chat waits", [131056], Wait, {"scope": "chat", "exact": False}),
    ("passing", [1, 2, 131000, 131016, 131057], Retry, {"ambiguous": False}),
    ("stop everything", [0, 190, 3, 10, 200, 250, 299, 368, 131031, 131042, 131005, 131045, 133010, 33], StopAll, {}),
    ("window closed", [131047, 470], WindowClosed, {}),
    ("not to this person", [131026, 131030, 130497, 131021, 130472], PersonGone, {}),
    ("a day's pause", [131049, 131048], BackOff, {"seconds": 86_400.0}),
    ("never again", [131050], BackOff, {"seconds": None}),
    ("our bug", [100, 131008, 131009, 131051, 135000], OurFault, {"remedy": "plain"}),
    ("the template", [132000, 132001, 132005, 132007, 132008, 132012], OurFault, {"remedy": "spare_template"}),
    ("the template is out", [132015, 132016], OurFault, {"remedy": "spare_template"}),
    ("media", [131052, 131053], OurFault, {"remedy": "media"}),
]


@pytest.mark.parametrize(
    ("code", "family", "facts"), [(code, family, facts) for _, codes, family, facts in WHATSAPP for code in codes]
)
def test_whatsapp_code(code: int, family: type, facts: dict[str, object]) -> None:
    outcome = whatsapp_faults.outcome_of(code, 400)
    assert type(outcome) is family
    assert {name: getattr(outcome, name) for name in facts} == facts


def test_whatsapp_codes_count_not_http_statuses() -> None:
    assert whatsapp_faults.outcome_of(131047, 500) == WindowClosed()
    assert isinstance(whatsapp_faults.outcome_of(131000, 400), Retry)


@pytest.mark.parametrize(
    ("status", "family"),
    [(500, Retry), (503, Retry), (429, Wait), (401, StopAll), (403, StopAll), (404, OurFault), (None, OurFault)],
)
def test_whatsapp_unknown_code(status: int | None, family: type) -> None:
    assert type(whatsapp_faults.outcome_of(999_999, status)) is family


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("7", Wait(7, "number", exact=True)),
        ("soon", Wait(1, "number")),
        ("0", Wait(1, "number")),
        ("२", Wait(1, "number")),
    ],
)
def test_whatsapp_named_time(header: str, expected: Outcome) -> None:
    assert whatsapp_faults.outcome_of(130429, 429, header) == expected


@pytest.mark.parametrize(
    ("errors", "expected"),
    [
        ([{"code": 131047}], WindowClosed()),
        ([{"code": "131026"}], PersonGone("undeliverable")),
        ([{"title": "?"}, {"code": 131056}], Wait(4, "chat")),
        ([], OurFault("failed without a code")),
        (None, OurFault("failed without a code")),
        ([None, "x", {"code": None}], OurFault("failed without a code")),
    ],
)
def test_whatsapp_failed_status(errors: object, expected: Outcome) -> None:
    assert whatsapp_faults.of_status(errors) == expected


def caused(fault: error.NetworkError, cause: Exception) -> error.NetworkError:
    fault.__cause__ = cause
    return fault


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (error.RetryAfter(17), Wait(17, "number", exact=True)),
        (error.RetryAfter(timedelta(seconds=3)), Wait(3, "number", exact=True)),
        (error.Forbidden("Forbidden: bot was blocked by the user"), PersonGone("blocked")),
        (error.Forbidden("Forbidden: user is deactivated"), PersonGone("deactivated")),
        (error.BadRequest("Chat not found"), PersonGone("chat not found")),
        (error.BadRequest("Message is not modified: specified new message content"), AlreadyDone()),
        (error.BadRequest("Query is too old and response timeout expired or query id is invalid"), AlreadyDone()),
        (error.BadRequest("Can't parse entities: can't find end"), OurFault("can't parse entities")),
        (error.BadRequest("BUTTON_DATA_INVALID"), OurFault("BUTTON_DATA_INVALID")),
        (error.BadRequest("Wrong file identifier/HTTP URL specified"), OurFault("wrong file identifier", "media")),
        (error.BadRequest("Message is too long"), OurFault("Message is too long")),
        (error.InvalidToken("Unauthorized"), StopAll("token")),
        (error.Conflict("terminated by other getUpdates request"), StopAll("two programs poll this bot")),
        (error.NetworkError("Too Many Requests (429)"), Wait(1, "number")),
        (error.NetworkError("Bad Gateway (502)"), Retry(True, "NetworkError")),
        (caused(error.TimedOut(), httpx.ReadTimeout("")), Retry(True, "ReadTimeout")),
        (caused(error.TimedOut(), httpx.ConnectTimeout("")), Retry(False, "ConnectTimeout")),
        (caused(error.TimedOut(), httpx.PoolTimeout("")), Retry(False, "PoolTimeout")),
        (caused(error.NetworkError("x"), httpx.ConnectError("")), Retry(False, "ConnectError")),
        (caused(error.NetworkError("x"), httpx.RemoteProtocolError("")), Retry(True, "RemoteProtocolError")),
    ],
    ids=lambda value: str(value)[:40],
)
def test_telegram_fault(fault: error.TelegramError, expected: Outcome) -> None:
    assert telegram_faults.outcome_of(fault) == expected
