"""Rasa's own chat as a channel: anonymous, text only, and pulled by its door instead of being sent to."""

import hashlib
import uuid
from typing import Any

from actions.heard import Heard
from actions.messages import Spoken
from bot.channels.channel import Piece, Rendered, Status
from bot.channels.outcome import OurFault, Outcome


class RasaDoor:
    """`sender_id` is a claim of whoever asks: it only tells one anonymous talk from another, it gives no right."""

    name = "rasa"

    def split(self, body: Any) -> list[Piece]:
        talk = hashlib.sha256(str(body.get("sender_id", "")).encode()).hexdigest()[:24]
        raw = {"text": str(body.get("text") or "")[:4096]}
        return [Piece(f"messages:{uuid.uuid4().hex}", "message", raw, address=f"anonymous-{talk}")]

    def hear(self, piece: dict[str, Any], key: str) -> Heard | None:
        return Heard(self.name, key, "text", text=piece["text"])

    def status(self, piece: dict[str, Any]) -> Status | None:
        return None

    def render(self, message: Spoken, language: str, window_open: bool) -> Rendered:
        raise NotImplementedError("the door reads the outbox itself")

    async def send(self, address: str, payload: dict[str, Any], key: str) -> Outcome:
        return OurFault("the door reads the outbox itself", remedy="none")

    async def typing(self, address: str, heard: Heard) -> None:
        return

    async def open(self) -> None:
        return

    async def close(self) -> None:
        return
