"""What is written down about a running shop: one line an event, no words of people, no numbers, no secrets."""

import logging
import re
from collections.abc import Iterable, MutableMapping
from typing import Any

import structlog

_HIDDEN = "…"
_DIGITS = re.compile(r"(?<!\d)\+?\d[\d -]{8,}\d(?!\d)")  # ten digits or more: a phone, a chat, an account


def _redacted(text: str, secrets: tuple[str, ...]) -> str:
    for secret in secrets:
        text = text.replace(secret, _HIDDEN)
    return _DIGITS.sub(_HIDDEN, text)


class _Redactor:
    """Takes secrets and long numbers out of every event, whatever field or traceback they stand in."""

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = tuple(secret for secret in secrets if len(secret) >= 6)

    def __call__(self, _: Any, __: str, event: MutableMapping[str, Any]) -> dict[str, Any]:
        return {name: self._clean(value) for name, value in event.items()}

    def _clean(self, value: Any) -> Any:
        if isinstance(value, str):
            return _redacted(value, self._secrets)
        return value if isinstance(value, int | float | bool | None) else _redacted(repr(value), self._secrets)


class _Plain(logging.Formatter):
    """The same redaction for what libraries log."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__("%(levelname)s %(name)s %(message)s")
        self._secrets = tuple(secret for secret in secrets if len(secret) >= 6)

    def format(self, record: logging.LogRecord) -> str:
        return _redacted(super().format(record), self._secrets)


def quiet_logs(secrets: Iterable[str]) -> None:
    """Sets up all logging of this process. Tracebacks show code, never the values of variables: among those are
    what a person wrote and where she lives."""
    known = tuple(secrets)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.format_exc_info,
            _Redactor(known),
            structlog.processors.TimeStamper("iso"),  # after the redactor: a date is no phone
            structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    )
    handler = logging.StreamHandler()
    handler.setFormatter(_Plain(known))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
