"""Scripted dialogues: what a buyer types, and how her cart, her form and the open question must stand at the end.

A dialogue begins at a scene (a sale up to some question, played once and copied), says its lines, and names only what
differs from the scene at its end."""

import copy
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import func, select

from actions.payloads import read
from actions.state import State
from bot.database import open_engine
from bot.tables import Conversation, Identity
from bot.turn import Reader
from bot.wiring import LiveIndex
from catalog.tables import Base
from orders.tables import CartLine, Order
from tests.dialogues.town import Phone, Town, shown

HER = "her"
FORM = ("name", "line", "pincode", "phone", "payment")


@dataclass(frozen=True)
class Ending:
    """`cart`: lines as "3 kullu-shawl maroon", sorted. `asks`: the open question, with what it is about. `options`:
    the payloads of the buttons under the last message."""

    cart: list[str]
    form: dict[str, str]
    asks: str | None
    orders: int = 0
    options: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Played:
    """How it ended, and all that was said in it."""

    ended: Ending
    told: str

    @property
    def options(self) -> tuple[str, ...]:
        return self.ended.options


@dataclass(frozen=True)
class Dialogue:
    name: str
    at: str
    says: list[Any]
    told: list[str] = field(default_factory=list)
    untold: list[str] = field(default_factory=list)
    ends: Mapping[str, Any] = field(default_factory=dict)

    def wanted(self, scene: Ending) -> Ending:
        """The scene, with what the dialogue says is otherwise at its end; a field of the form set to null is empty."""
        form = {name: value for name, value in {**scene.form, **(self.ends.get("form") or {})}.items() if value}
        cart = sorted(str(line) for line in self.ends.get("cart", scene.cart))
        if self.ends.get("orders"):
            return Ending(cart=[], form={}, asks=self.ends.get("asks"), orders=self.ends["orders"])
        return Ending(cart, form, self.ends.get("asks", scene.asks), scene.orders)


def load(file: Path) -> tuple[dict[str, list[str]], list[Dialogue]]:
    """The scenes (each the lines typed from the beginning) and the dialogues of a file."""
    written = yaml.safe_load(file.read_text("utf-8"))
    scenes: dict[str, list[str]] = {"new": []}
    for name, scene in written["scenes"].items():
        scenes[name] = [*scenes[scene.get("after", "new")], *scene["says"]]
    return scenes, [_dialogue(one) for one in written["dialogues"]]


def _dialogue(written: dict[str, Any]) -> Dialogue:
    ends = {name: written[name] for name in ("cart", "form", "asks", "orders") if name in written}
    told, untold = ([*map(str, written.get(name, ()))] for name in ("told", "untold"))
    return Dialogue(written["is"], written.get("at", "new"), written["says"], told, untold, ends)


class Theatre:
    """Plays dialogues on one channel; each scene is played once and its database copied for every dialogue."""

    reader: Reader

    def __init__(self, folder: Path, now: datetime, channel: str, scenes: dict[str, list[str]]) -> None:
        self.folder, self.now, self.channel, self.scenes = folder, now, channel, scenes
        self._index = LiveIndex()  # the catalogue is the same in every copy
        self._phones: dict[str, dict[str, Phone]] = {}
        self._endings: dict[str, Ending] = {}

    def _file(self, scene: str) -> Path:
        return self.folder / f"{self.channel}-{scene}.db"

    def _town(self, file: Path) -> Town:
        return Town(open_engine(f"sqlite+aiosqlite:///{file}"), self.reader, self.now, index=self._index)

    async def prepare(self, scene: str) -> Ending:
        """Plays a scene if it was not played yet, from the longest scene that begins it."""
        if scene in self._endings:
            return self._endings[scene]
        lines = self.scenes[scene]
        before = max(
            (one for one, said in self.scenes.items() if len(said) < len(lines) and lines[: len(said)] == said),
            key=lambda one: len(self.scenes[one]),
            default=None,
        )
        if before is None:
            town = self._town(self._file(scene))
            async with town.engine.begin() as connection:
                await connection.run_sync(Base.metadata.create_all)
            await town.build()
            town.phone(HER, self.channel)
        else:
            await self.prepare(before)
            town = self._copy(before, self._file(scene))
        for line in lines[len(self.scenes[before]) if before else 0 :]:
            await say(town, line)
        self._endings[scene] = await ending(town)
        town.phones[HER].read()
        self._phones[scene] = town.phones
        await town.engine.dispose()
        return self._endings[scene]

    def _copy(self, scene: str, file: Path) -> Town:
        shutil.copy(self._file(scene), file)
        town = self._town(file)
        town.phones = copy.deepcopy(self._phones[scene])
        return town

    async def play(self, dialogue: Dialogue) -> Played:
        await self.prepare(dialogue.at)
        file = self.folder / f"{self.channel}-playing.db"
        town = self._copy(dialogue.at, file)
        told = []
        for line in dialogue.says:
            await say(town, line)
            answers = [shown(message) for message in town.phones[HER].read()]
            told.append(f"> {line}\n" + "\n".join(f"< {answer}" for answer in answers))
        ended = await ending(town)
        await town.engine.dispose()
        for left in self.folder.glob(f"{file.name}*"):
            left.unlink()
        return Played(ended, "\n".join(told))


async def say(town: Town, line: Any) -> None:
    """Types a line; {quoting: …, says: …} answers to the message that text stood in."""
    if isinstance(line, dict):
        await town.reply(town.phones[HER], str(line["quoting"]), str(line["says"]))
    else:
        await town.type(town.phones[HER], str(line))


async def ending(town: Town) -> Ending:
    async with town.made() as db:
        address = town.phones[HER].address
        identity = await db.scalar(select(Identity).where(Identity.address == address))
        if identity is None:
            return Ending([], {}, None)
        state = State.read(dict((await db.get_one(Conversation, identity.id)).state))
        lines = await db.scalars(select(CartLine).where(CartLine.person_id == identity.person_id))
        count = await db.scalar(select(func.count()).select_from(Order).where(Order.person_id == identity.person_id))
        form = {name: value for name, value in asdict(state.form).items() if name in FORM and value}
        options = tuple(payload for payload, *_ in state.shown)
        return Ending(sorted(_line(line) for line in lines), form, _asks(state), int(count or 0), options)


def _line(line: CartLine) -> str:
    of = line.attrs.get("of") or {}
    wishes = [
        " + ".join(f"{of[value] / 1000:g} {value}" if value in of else value for value in str(wish).split("/"))
        for name, wish in sorted(line.attrs.items())
        if name in ("color", "size", "flavour")
    ]
    return " ".join([f"{line.qty_milli / 1000:g}", line.sku, *wishes])


def _asks(state: State) -> str | None:
    if state.awaiting == "confirm":
        yes = read(str(state.about.get("yes", "")))
        return f"confirm {yes.verb}" if yes else "confirm"
    if state.awaiting == "quantity":
        return f"quantity {state.about.get('sku')}"
    return state.awaiting


def wrong(dialogue: Dialogue, scene: Ending, played: Played) -> list[str]:
    """What is not as the dialogue says; empty when it is solved."""
    wanted, ended, told = dialogue.wanted(scene), played.ended, played.told
    faults = [
        f"{name}: {getattr(ended, name)!r}, wanted {getattr(wanted, name)!r}"
        for name in ("cart", "form", "asks", "orders")
        if getattr(ended, name) != getattr(wanted, name)
    ]
    last = told.rpartition("\n> ")[2] if "\n> " in told else told
    faults += [f"not told: {piece!r}" for piece in dialogue.told if piece not in last]
    return faults + [f"told: {piece!r}" for piece in dialogue.untold if piece in last]
