"""The one hop to Rasa: what a text may mean, ranked. Its absence is normal and must never stop the shop."""

import re
import unicodedata
from collections.abc import Sequence

import httpx

from catalog.spelling import normalise

MAX_CHARACTERS = 1000  # Rasa needed 8.9 s for 65,000
# Rasa takes a text that begins with "/" (even after odd spaces) as a command of its operator.
_COMMAND = re.compile(r"^[\s\u001c-\u001f\u00a0\u3000\u200b-\u200f\u2060\ufeff/\uff0f]+")


class NluAway(Exception):
    """No understanding server answered in time."""


def safe_text(text: str) -> str:
    """`text` as it may be shown to grammars and to Rasa: no control characters, at most 1,000 characters, and
    no slash in front. Never raises; may return ""."""
    short = text[: MAX_CHARACTERS * 4]
    kept = "".join(c if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs", "Co") else " " for c in short)
    return _COMMAND.sub("", kept)[:MAX_CHARACTERS].strip()


class NluClient:
    """Asks the servers in turn until one answers; the one that answered is asked first next time."""

    def __init__(
        self, urls: Sequence[str], token: str | None = None, timeout: float = 2.0, http: httpx.AsyncClient | None = None
    ) -> None:
        self._urls = list(urls)
        self._token = token
        self.trouble: str | None = None  # a newer model that could not be taken over
        self._http = http or httpx.AsyncClient(timeout=timeout, trust_env=False)

    async def ranking(self, text: str) -> list[tuple[str, float]]:
        """(task, confidence) for every task, likeliest first. Raises `NluAway` when nobody answers."""
        asked = normalise(safe_text(text)).lstrip("/")
        if not asked:
            return []
        for url in list(self._urls):
            try:
                answer = await self._http.post(
                    f"{url.rstrip('/')}/model/parse",
                    params={"token": self._token} if self._token else None,
                    json={"text": asked},
                )
                answer.raise_for_status()
                ranked = [(str(one["name"]), float(one["confidence"])) for one in answer.json()["intent_ranking"]]
            except (httpx.HTTPError, ValueError, KeyError, TypeError):
                if url in self._urls:  # another server may have taken its place meanwhile
                    self._urls.append(self._urls.pop(self._urls.index(url)))
                continue
            return ranked
        raise NluAway("no understanding server answered")

    def use(self, urls: Sequence[str]) -> None:
        """From now on these servers are asked; what is under way ends where it was asked."""
        self._urls = list(urls)

    async def close(self) -> None:
        await self._http.aclose()
