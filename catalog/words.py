"""Names and stories in the three ways people read: English, Hindi and romanised Hindi. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "hi", "hi-Latn"]
LANGUAGES: tuple[Language, ...] = ("en", "hi", "hi-Latn")


@dataclass(frozen=True)
class Words:
    """The same thing said in each language, e.g. a product's name."""

    en: str
    hi: str
    hi_latn: str

    def spoken(self, language: Language) -> str:
        return {"en": self.en, "hi": self.hi, "hi-Latn": self.hi_latn}[language]

    @classmethod
    def read(cls, data: Mapping[str, str]) -> "Words":
        """From stored JSON or YAML `{en, hi, hi-Latn}`; romanised falls back to English, never to Devanagari."""
        return cls(data["en"], data["hi"], data.get("hi-Latn") or data["en"])

    def stored(self) -> dict[str, str]:
        return {"en": self.en, "hi": self.hi, "hi-Latn": self.hi_latn}


def language_of(code: str | None) -> Language:
    """A stored or platform language code as one of ours; anything unknown is Hindi."""
    if code in LANGUAGES:
        return code
    return "en" if code and code.lower().startswith("en") else "hi"
