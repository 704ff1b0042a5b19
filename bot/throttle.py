"""Spacing of sends, so that a platform's limits are seldom met. In memory: a restart merely forgets a pause."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Pace:
    """Messages per second for the whole number and for one chat (`burst` may go at once in one chat)."""

    number: float
    chat: float
    burst: int


# Telegram: about 30/s over all chats, 1/s in one chat with short bursts (core.telegram.org/bots/faq).
# WhatsApp: 80/s a number by default; one pair 1 per 6 s with a burst of 45 (Cloud API throughput and pair limits).
PACES: Mapping[str, Pace] = {"telegram": Pace(25.0, 1.0, 8), "whatsapp": Pace(60.0, 1 / 6, 30)}


@dataclass
class Throttle:
    """A leaky bucket for each channel and chat."""

    paces: Mapping[str, Pace] = field(default_factory=lambda: PACES)
    _next: dict[str, float] = field(default_factory=dict)

    async def wait(self, channel: str, address: str) -> None:
        """Returns when the next payload may go to this chat."""
        pace = self.paces.get(channel)
        if pace is None:
            return
        now = time.monotonic()
        delay = max(
            self._take(channel, 1 / pace.number, 5, now),
            self._take(f"{channel}:{address}", 1 / pace.chat, pace.burst, now),
        )
        if len(self._next) > 5000:
            self._next = {key: at for key, at in self._next.items() if at > now}
        if delay > 0:
            await asyncio.sleep(delay)

    def _take(self, bucket: str, gap: float, burst: int, now: float) -> float:
        at = max(self._next.get(bucket, 0.0), now - gap * burst) + gap
        self._next[bucket] = at
        return at - now
