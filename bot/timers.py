"""What is due: rows claimed like the inbox, each one action in one commit."""

from datetime import timedelta

import structlog
from sqlalchemy import select, update

from actions import registry
from actions.heard import Heard
from actions.state import State
from actions.turn import Turn
from bot import forgetting, reaching, retention, suspending
from bot.people import best_identity
from bot.tables import Timer
from bot.turn import Turns, commit_said, set_timers
from orders.tables import Person

log = structlog.get_logger()
ATTEMPTS = 5
# nobody's turn, nothing is said
AT_THE_DOOR = {
    forgetting.KIND: forgetting.finish,
    retention.KIND: retention.sweep,
    suspending.KIND: suspending.drop_unsent,
    reaching.KIND: reaching.look,
}


async def fire(turns: Turns) -> bool:
    """Performs the oldest due timer; False when none is due. Claim, action and mark are one commit: the row stays
    locked meanwhile (an action asks no network), so that two processes never fire it twice."""
    now = turns.clock()
    due: int | None = None
    try:
        async with turns.sessions.begin() as db:
            timer = await db.scalar(
                select(Timer)
                .where(Timer.state == "waiting", Timer.due_at <= now)
                .order_by(Timer.due_at, Timer.id)
                .limit(1)
                .with_for_update(skip_locked=True)
            )
            if timer is None:
                return False
            due = timer.id
            if timer.kind in AT_THE_DOOR:
                await set_timers(db, await AT_THE_DOOR[timer.kind](db, timer.args, now))
            elif (person := await db.get(Person, timer.args["person_id"])) is not None:
                identity = await best_identity(db, person.id)
                heard = Heard("timer", f"timer:{timer.key}", "timer", extra=dict(timer.args))
                turn = Turn(
                    db, now, await turns.shop(db), person, identity.id if identity else 0, heard, State(side="timer")
                )
                await registry.perform(turn, timer.kind)
                turn.identity_id = 0  # nothing a timer says is an answer: what it asks opens in the person's own talk
                await commit_said(turn, turns.speech)
                await set_timers(db, turn.due)
            timer.state, timer.done_at = "done", now
    except Exception as error:
        log.error("timer_failed", timer=due, exc_info=error)
        if due is None:
            raise
        async with turns.sessions.begin() as db:
            timer = await db.get_one(Timer, due)
            attempts = timer.attempts + 1
            await db.execute(
                update(Timer)
                .where(Timer.id == due, Timer.state == "waiting")
                .values(
                    attempts=attempts,
                    error=repr(error)[:2000],
                    state="dead" if attempts >= ATTEMPTS else "waiting",
                    due_at=now + timedelta(seconds=30 * attempts),
                )
            )
    turns.wake_delivery()
    return True
