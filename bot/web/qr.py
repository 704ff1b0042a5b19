"""/q/<code>: where a printed code leads. The scan is counted, then the chat opens on the product."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from actions.messages import Phrase, say
from bot.clock import Clock
from bot.database import Sessions
from bot.speech import speech
from catalog import qr
from catalog.tables import Product, QrCode, Scan
from catalog.words import Language, Words, language_of

Door = Literal["whatsapp", "telegram", "phones"]
_HEADERS = {
    "content-security-policy": "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'",
    "cache-control": "no-store",  # every look is counted
    "referrer-policy": "no-referrer",
}
_pages = Environment(loader=FileSystemLoader(Path(__file__).parent / "pages"), autoescape=True)


@dataclass(frozen=True)
class Ways:
    """How a visitor can get into the chat. `whatsapp_number` in international form, any punctuation."""

    whatsapp_number: str | None
    telegram_username: str | None
    simulator: bool

    @property
    def doors(self) -> tuple[Door, ...]:
        if self.simulator:
            return ("phones",)
        found: list[Door] = ["whatsapp"] if self.whatsapp_number else []
        return (*found, "telegram") if self.telegram_username else tuple(found)

    def link(self, door: Door, greeting: str, code: str | None) -> str:
        """The address that opens the chat with the greeting ready to send (Telegram: with the code as start)."""
        match door:
            case "whatsapp":
                digits = "".join(sign for sign in self.whatsapp_number or "" if sign.isdigit())
                return f"https://wa.me/{digits}?text={quote(greeting)}"
            case "telegram":
                return f"https://t.me/{self.telegram_username}" + (f"?start={code}" if code else "")
            case "phones":
                return "/?" + urlencode({"text": greeting} | ({"start": code} if code else {}))


def routes(sessions: Sessions, clock: Clock, ways: Ways) -> list[BaseRoute]:
    async def scanned(request: Request) -> Response:
        language = _language(request)
        async with sessions.begin() as db:
            code = await qr.find(db, str(request.path_params["code"]))
            if code is None:
                return _page(request, ways, language, None, None, None)
            product = await db.get(Product, code.sku) if code.sku else None
            scan = None
            if request.method == "GET":  # HEAD is a preview, nobody has looked
                only = ways.doors[0] if len(ways.doors) == 1 else None
                scan = await qr.scanned(db, code.code, clock(), only)
        if len(ways.doors) == 1:
            return RedirectResponse(
                ways.link(ways.doors[0], greeting(code, product, language), code.code), 302, _HEADERS
            )
        return _page(request, ways, language, code, product, scan)

    async def opened(request: Request) -> Response:
        """The door she chose on the page; told once for each look."""
        door, language = str(request.path_params["door"]), _language(request)
        async with sessions.begin() as db:
            code = await qr.find(db, str(request.path_params["code"]))
            product = await db.get(Product, code.sku) if code and code.sku else None
            if code is not None and door in ways.doors:
                await _remember_door(db, code.code, request.query_params.get("scan", ""), door)
        if code is None or door not in ways.doors:
            return _page(request, ways, language, None, None, None)
        chosen = next(known for known in get_args(Door) if known == door)
        return RedirectResponse(ways.link(chosen, greeting(code, product, language), code.code), 302, _HEADERS)

    return [
        Route("/q/{code}", scanned, methods=["GET"]),
        Route("/q/{code}/{door}", opened, methods=["GET"]),
    ]


async def _remember_door(db: AsyncSession, code: str, scan: str, door: str) -> None:
    if scan.isascii() and scan.isdigit() and len(scan) < 16:
        await db.execute(
            update(Scan).where(Scan.id == int(scan), Scan.code == code, Scan.opened.is_(None)).values(opened=door)
        )


def greeting(code: QrCode, product: Product | None, language: Language) -> str:
    """The message that stands ready in WhatsApp: a person's words, with the code the shop reads."""
    phrase: Phrase
    if product is not None:
        phrase = say("qr-greeting-product", name=Words.read(product.name), code=code.code)
    else:
        phrase = say("qr-greeting-stall", code=code.code)
    return speech().phrase(phrase, language)


def _language(request: Request) -> Language:
    """The browser's first language; Hindi when it says none."""
    first = request.headers.get("accept-language", "").split(",")[0].split(";")[0]
    return language_of(first or None)


def _page(
    request: Request,
    ways: Ways,
    language: Language,
    code: QrCode | None,
    product: Product | None,
    scan: Scan | None,
) -> Response:
    def text(key: str) -> str:
        return speech().phrase(say(key), language)

    known = code is not None
    if code is not None:
        looked = f"?scan={scan.id}" if scan else ""
        links = {door: f"/q/{code.code}/{door}{looked}" for door in ways.doors}
    else:
        links = {door: ways.link(door, text("qr-greeting-shop"), None) for door in ways.doors}
    line = "qr-page-line" if known else "qr-page-unknown-line"
    page = _pages.get_template("qr.html").render(
        language=language,
        name=Words.read(product.name).spoken(language) if product else None,
        picture=f"/media/{product.picture}" if product and product.picture else None,
        title=text("qr-page-title" if known else "qr-page-unknown"),
        line=text(line if ways.doors else "qr-page-no-door"),
        doors=[(door, link, text(f"qr-page-{door}")) for door, link in links.items()],
    )
    return HTMLResponse(page, 200 if known else 404, _HEADERS)
