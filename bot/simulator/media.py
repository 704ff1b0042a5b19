"""Files that travel: uploads, links fetched as the platforms fetch them, and what they look like."""

import mimetypes
import secrets

import httpx

from bot.simulator.store import Store

MAGIC = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"%PDF-", "application/pdf"),
    (b"OggS", "audio/ogg"),
)
MOST_BYTES = 20 << 20


def sniff(data: bytes, told: str | None, filename: str) -> str:
    """The type by its first bytes; else as told or by the file's name."""
    for magic, mime in MAGIC:
        if data.startswith(magic):
            return mime
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return (told or mimetypes.guess_type(filename)[0] or "application/octet-stream").partition(";")[0].strip()


def keep(store: Store, data: bytes, told: str | None, filename: str) -> str:
    """Store a file, return its id (digits, as Meta's media ids)."""
    media_id = str(secrets.randbelow(9 * 10**15) + 10**15)
    store.add_media(media_id, sniff(data, told, filename), filename, data)
    return media_id


async def fetch(store: Store, link: str, app_url: str) -> str | None:
    """Fetch a linked file as the platform would; None when it cannot be had. Only the shop's own address is
    asked: a stand-in on somebody's machine must not be led to other hosts."""
    if not link.startswith(app_url + "/"):
        return None
    try:
        async with httpx.AsyncClient(timeout=10, follow_redirects=False, trust_env=False) as client:
            answer = await client.get(link)
    except httpx.HTTPError:
        return None
    if answer.status_code != 200 or not 0 < len(answer.content) <= MOST_BYTES:
        return None
    return keep(store, answer.content, answer.headers.get("content-type"), link.rsplit("/", 1)[-1].partition("?")[0])
