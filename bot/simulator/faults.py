"""Switches that make the stand-ins fail as the platforms do, for tests and for practice."""

from dataclasses import dataclass, field
from typing import Any, Literal

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

Api = Literal["graph", "botapi"]


@dataclass
class Fault:
    """The next `times` sends fail. `code` is Meta's error code or an HTTP status (5xx answer without JSON);
    for the Bot API an HTTP status with `description`. `method` (botapi) and `address` narrow it down.

    `how`: "refuse" before anything happens; "lose" accept the message and drop the connection before the
    answer; "late" accept it and report the failure afterwards by a status (Graph only)."""

    api: Api
    code: int = 500
    times: int = 1
    how: Literal["refuse", "lose", "late"] = "refuse"
    method: str | None = None
    address: str | None = None
    retry_after: int = 1
    description: str = ""


@dataclass
class Faults:
    """What is switched on now. `twice`: every event is posted to the shop two times, as Meta sometimes does."""

    armed: list[Fault] = field(default_factory=list)
    twice: bool = False

    def arm(self, spec: dict[str, Any]) -> Fault:
        """Raises TypeError on an unknown field."""
        fault = Fault(**spec)
        self.armed.append(fault)
        return fault

    def take(self, api: Api, method: str, address: str) -> Fault | None:
        for fault in self.armed:
            if fault.api != api or fault.method not in (None, method) or fault.address not in (None, address):
                continue
            fault.times -= 1
            if fault.times <= 0:
                self.armed.remove(fault)
            return fault
        return None

    def clear(self) -> None:
        self.armed.clear()
        self.twice = False


class LostAnswer(Response):
    """An answer that never arrives whole: the server drops the connection after the headers."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"content-length", b"4096"), (b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"{", "more_body": True})
