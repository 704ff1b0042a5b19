"""Every commit of the running shop is known here: with the place where it is killed, or why it needs no kill."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.kill.test_boundaries import PLACES

BOT = Path(__file__).parents[2] / "bot"
OUTSIDE = {"migrations", "commands", "simulator"}  # not the running shop: one command, one commit; the stand-ins

COMMITS = {
    "webhooks.Ingress.take": "store",
    "turn.Turns.take": "claim",
    "turn.Turns._answer": "turn",
    "delivery.Delivery.take": "outbox-claim",
    "delivery.Delivery._settle": "mark",
    "timers.fire": "timer",
    "wiring.running": "release",
}
NO_KILL = {
    "turn.Turns._close": "marks a message that gets no answer; undone, it is marked again",
    "turn.Turns._too_fast": "sets a pause and says so; undone, the message waits as before",
    "turn.Turns._failed": "counts a failure; undone, the message is tried as before",
    "delivery.Delivery._gone": "one commit moves a message to her other chat; undone, the send is refused again",
    "workers.Workers._heartbeat": "renews leases; a dead process renews none",
    "connections._advance": "moves the polling offset after the messages are stored; undone, their keys are known",
    "delivery.Delivery._window_shut": "parks a message until she writes; undone, the send is refused again",
    "web.qr.routes.scanned": "counts a look at a printed code",
    "web.qr.routes.opened": "counts the door that was chosen",
    "web.pay.routes.online": "keeps a payment link's id; undone, Razorpay is asked by our reference for the same link",
    "web.razorpay.take": "an event and all it causes are one commit before 200; undone, Razorpay sends it again",
    "web.rasa_actions.Talk.run": "stores as the ingress does; there is no 200 to wait for, the caller holds the line",
    "web.rasa_actions.Talk._pull": "hands out answers by marking them: words are lost with the line, orders are not",
}


def commits() -> Iterator[str]:
    """ "module.Class.function" of every `….begin()` that is entered, and of every `commit()`."""
    for file in sorted(BOT.rglob("*.py")):
        module = file.relative_to(BOT).with_suffix("")
        if module.parts[0] not in OUTSIDE:
            yield from _inside(ast.parse(file.read_text("utf-8")), ".".join(module.parts))


def _inside(node: ast.AST, name: str) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call) and isinstance(child.func, ast.Attribute) and _commits(child.func):
            yield name
        named = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        yield from _inside(child, f"{name}.{child.name}" if named else name)  # type: ignore[attr-defined]


def _commits(called: ast.Attribute) -> bool:
    owner = ast.unparse(called.value)
    return called.attr == "commit" or (
        called.attr == "begin" and owner.rpartition(".")[2] in ("sessions", "_sessions", "made")
    )


def test_every_commit_is_listed() -> None:
    assert set(commits()) == {*COMMITS, *NO_KILL}


def test_every_listed_commit_is_killed_before_and_after() -> None:
    for point in COMMITS.values():
        assert {f"{point}:before", f"{point}:after"} <= set(PLACES), point
