"""Telegram's refusals and what each asks of us, as data: python-telegram-bot's exception, then the description.

Source: core.telegram.org/bots/api#making-requests and #responseparameters; descriptions as the Bot API server
words them (github.com/tdlib/telegram-bot-api, Client.cpp), compared in lower case.
"""

import httpx
from telegram import error

from bot.channels.outcome import AlreadyDone, OurFault, Outcome, PersonGone, Retry, StopAll, Wait

# What stands in the description of a 400, first match wins.
REFUSALS: tuple[tuple[str, Outcome], ...] = (
    ("message is not modified", AlreadyDone()),
    ("query is too old", AlreadyDone()),
    ("query_id_invalid", AlreadyDone()),
    ("chat not found", PersonGone("chat not found")),
    ("user not found", PersonGone("user not found")),
    ("peer_id_invalid", PersonGone("chat not found")),
    ("user_is_blocked", PersonGone("blocked")),
    ("input_user_deactivated", PersonGone("deactivated")),
    ("can't parse entities", OurFault("can't parse entities")),
    ("button_data_invalid", OurFault("BUTTON_DATA_INVALID")),
    ("wrong file identifier", OurFault("wrong file identifier", "media")),
    ("wrong remote file id", OurFault("wrong remote file id", "media")),
    ("failed to get http url content", OurFault("picture address not reached", "media")),
    ("wrong type of the web page content", OurFault("picture address not a picture", "media")),
    ("image_process_failed", OurFault("IMAGE_PROCESS_FAILED", "media")),
    ("photo_invalid_dimensions", OurFault("PHOTO_INVALID_DIMENSIONS", "media")),
    ("file must be non-empty", OurFault("empty file", "media")),
)
# Nothing had left us yet, so nothing can have arrived.
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol)


def outcome_of(fault: error.TelegramError) -> Outcome:
    """What a failed call asks of us."""
    said = fault.message.lower()
    match fault:
        case error.RetryAfter():
            seconds = fault.retry_after
            told = float(seconds) if isinstance(seconds, int) else seconds.total_seconds()
            return Wait(told, "number", exact=True)
        case error.Forbidden():
            return PersonGone("deactivated" if "deactivated" in said else "blocked")
        case error.InvalidToken() | error.EndPointNotFound():
            return StopAll("token")
        case error.Conflict():
            return StopAll("two programs poll this bot")
        case error.ChatMigrated():
            return PersonGone("the chat became a supergroup")
        case error.BadRequest():
            return next((outcome for words, outcome in REFUSALS if words in said), OurFault(fault.message))
        case error.NetworkError():
            return _unheard(fault, said)
        case _:
            return OurFault(type(fault).__name__)


def _unheard(fault: error.NetworkError, said: str) -> Outcome:
    if "too many requests" in said:
        return Wait(1, "number")
    if isinstance(fault.__cause__, _NOT_SENT):
        return Retry(False, type(fault.__cause__).__name__)
    if "request entity too large" in said:
        return OurFault("file too large", "media")
    return Retry(True, type(fault.__cause__ or fault).__name__)
