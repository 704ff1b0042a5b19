"""Every action by its name: what a task, a button's verb or a due timer leads to.

An action is `async def name(turn, *args: str) -> None`: it reads the turn, calls services, replies.
Button arguments arrive as strings and are claims; the action checks them against sender and state.
"""

import inspect
from collections.abc import Awaitable, Callable

from actions.turn import Turn

Action = Callable[..., Awaitable[None]]
_actions: dict[str, Action] = {}


def action(name: str) -> Callable[[Action], Action]:
    """Registers a coroutine under `name`; a name taken twice is a programming error."""

    def register(function: Action) -> Action:
        if name in _actions:
            raise ValueError(f"two actions are called {name}")
        _actions[name] = function
        return function

    return register


async def perform(turn: Turn, name: str, *args: str) -> None:
    before, turn.doing = turn.doing, name
    try:
        await _actions[name](turn, *args)
    finally:
        turn.doing = before


def known(name: str, *args: str) -> bool:
    """Whether there is such an action and it takes that many arguments: a button may claim anything."""
    found = _actions.get(name)
    if found is None:
        return False
    try:
        inspect.signature(found).bind(None, *args)
    except TypeError:
        return False
    return True


def names() -> frozenset[str]:
    return frozenset(_actions)
