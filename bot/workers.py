"""The loops that keep the shop going: turns, delivery, timers and the heartbeat of what is held."""

import asyncio
import os
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import structlog

from bot import conversation, timers
from bot.delivery import Delivery
from bot.turn import Turns

log = structlog.get_logger()
IDLE = 1.0  # seconds between looks when nothing wakes us: another process may have written a row
HEARTBEAT = 5.0


@dataclass
class Workers:
    """`turns_at_once` turns and as many sends run side by side in this process."""

    turns: Turns
    delivery: Delivery
    turns_at_once: int
    _inbox: asyncio.Event = field(default_factory=asyncio.Event)
    _outbox: asyncio.Event = field(default_factory=asyncio.Event)
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)
    _names: list[str] = field(default_factory=list)

    def wake(self) -> None:
        """Something came in."""
        self._inbox.set()

    def wake_delivery(self) -> None:
        self._outbox.set()

    def start(self) -> None:
        process = f"{os.getpid()}-{uuid.uuid4().hex[:8]}"
        self.turns.wake_delivery = self.wake_delivery
        for number in range(self.turns_at_once):
            self._run(f"{process}-t{number}", self.turns.take, self._inbox)
            self._run(f"{process}-d{number}", self.delivery.take, self._outbox)
        self._run(f"{process}-timers", lambda _: timers.fire(self.turns), asyncio.Event())
        self._tasks.append(asyncio.create_task(self._heartbeat()))

    async def stop(self) -> None:
        """Lets no new work begin and cancels what waits; leases end what was under way."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks.clear()

    def _run(self, name: str, take: Callable[[str], Awaitable[bool]], wake: asyncio.Event) -> None:
        self._names.append(name)
        self._tasks.append(asyncio.create_task(_loop(name, take, wake)))

    async def _heartbeat(self) -> None:
        while True:
            await asyncio.sleep(HEARTBEAT)
            try:
                async with self.turns.sessions.begin() as db:
                    await conversation.renew(db, self._names, self.turns.clock())
            except Exception as error:
                log.error("heartbeat_failed", exc_info=error)


async def _loop(name: str, take: Callable[[str], Awaitable[bool]], wake: asyncio.Event) -> None:
    while True:
        try:
            if await take(name):
                wake.set()  # there may be more, for the others too
                continue
        except Exception as error:
            log.error("worker_failed", worker=name, exc_info=error)
        wake.clear()
        try:
            async with asyncio.timeout(IDLE):
                await wake.wait()
        except TimeoutError:
            pass
