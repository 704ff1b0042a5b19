"""/r/<code>: what a buyer's money did, read from the signed code itself; /r/key: the public key that checks it.

The page needs no login and names nobody. The database is asked only whether the books still stand as the code says.
"""

from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from actions.messages import Phrase, say
from actions.receipts import name
from bot.clock import Clock
from bot.database import Sessions
from bot.receipts import Forged, Seal
from bot.speech import day, rupees, speech
from bot.web.pay import NAMES
from catalog import qr
from catalog.words import LANGUAGES, Language, language_of
from orders import book, impact
from orders.receipt import Receipt

_pages = Environment(loader=FileSystemLoader(Path(__file__).parent / "pages"), autoescape=True)
_HEADERS = {
    "content-security-policy": "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex",
}


def routes(sessions: Sessions, clock: Clock, base_url: str, seal: Seal) -> list[BaseRoute]:
    async def key(request: Request) -> Response:
        how = "Ed25519, base64url. Check a code without this shop: haat verify CODE --key KEY"
        return PlainTextResponse(f"{seal.public}\n\n{how}\n")

    async def show(request: Request) -> Response:
        code, language = str(request.path_params["code"]), _language(request)
        try:
            found = seal.read(code)
        except Forged:
            return _page(language, 404, head=_text("receipt-forged-head", language),
                         note=_text("receipt-forged", language), state="forged")  # fmt: skip
        async with sessions() as db:
            changed = await _changed(db, found, clock())
        return _page(language, 200, **_told(found, language, code, changed))

    async def picture(request: Request) -> Response:
        code = str(request.path_params["code"])
        try:
            seal.read(code)
        except Forged:
            return Response(status_code=404)
        return Response(qr.png(f"{base_url}/r/{code}", strong=False), media_type="image/png", headers=_HEADERS)

    return [
        Route("/r/key", key, methods=["GET"]),
        Route("/r/{code}", show, methods=["GET"]),
        Route("/r/{code}/qr.png", picture, methods=["GET"]),
    ]


async def _changed(db: AsyncSession, found: Receipt, now: datetime) -> bool:
    """Whether the books say something else today: goods came back, or a rule shared what waited."""
    order = await book.by_number(db, found.order)
    today = await impact.of_order(db, order, now) if order is not None else None
    return today is None or today.cells != found.cells


def _told(found: Receipt, language: Language, code: str, changed: bool) -> dict[str, Any]:
    rows = [
        {
            "who": _spoken(name(cell), language),
            "amount": rupees(cell.paise),
            "width": round(100 * cell.paise / found.paise, 1),
            "people": _text("receipt-people", language, count=cell.people) if cell.people is not None else None,
            "kind": cell.name,
        }
        for cell in found.cells
    ]
    return {
        "head": _text("receipt-page-head", language, number=found.order),
        "amount": rupees(found.paise),
        "line": _text("receipt-page-line", language),
        "rows": rows,
        "stood": _text("receipt-page-stood", language, day=day(found.day, language), year=str(found.day.year)),
        "genuine": _text("receipt-page-genuine", language),
        "note": _text("receipt-page-changed", language) if changed else None,
        "qr": f"/r/{code}/qr.png",
        "key": _text("receipt-page-key", language),
        "state": "changed" if changed else "genuine",
    }


def _text(key: str, language: Language, **args: Any) -> str:
    return _spoken(say(key, **args), language)


def _spoken(phrase: Phrase, language: Language) -> str:
    return speech().phrase(phrase, language)


def _language(request: Request) -> Language:
    said = request.query_params.get("l")
    if said in LANGUAGES:
        return language_of(said)
    first = request.headers.get("accept-language", "").split(",")[0].split(";")[0]
    return language_of(first or None)


def _page(language: Language, status: int, **words: Any) -> Response:
    languages = [(one, NAMES[one]) for one in LANGUAGES if one != language]
    html = _pages.get_template("receipt.html").render(language=language, languages=languages, **words)
    return HTMLResponse(html, status, _HEADERS)
