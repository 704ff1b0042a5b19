"""Turns phrases into one person's words, from the Fluent files in data/texts.

A missing key or argument raises: a shop must not speak half a sentence. Money, quantities and dates arrive
in the texts already worded for the language, so a text only places them.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, assert_never, overload
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentType

from actions.messages import (
    Arg,
    AskLocation,
    Buttons,
    Card,
    Charge,
    Document,
    Inside,
    Lines,
    Menu,
    Message,
    Notice,
    Option,
    Paid,
    Pay,
    Phrase,
    Picture,
    Quoted,
    Say,
    Spoken,
    Text,
    Unspoken,
)
from catalog.money import Money, Quantity
from catalog.words import LANGUAGES, Language, Words

IST = ZoneInfo("Asia/Kolkata")
TEXTS = Path(__file__).parent.parent / "data" / "texts"
_LOCALES: dict[Language, str] = {"en": "en_IN", "hi": "hi_IN", "hi-Latn": "en_IN"}
# Babel has no romanised Hindi.
_DAYS = ("Somwar", "Mangalwar", "Budhwar", "Guruwar", "Shukrawar", "Shaniwar", "Raviwar")
# Control and bidirectional marks can make one person's words pretend to be ours on another's screen.
_UNSEEN = dict.fromkeys([*range(9), *range(11, 32), 127, *range(128, 160), 1564])
_UNSEEN |= dict.fromkeys([*range(8206, 8208), *range(8232, 8239), *range(8294, 8298), 65279])


class Unspeakable(Exception):
    """A text is missing, or was given wrong arguments."""


def clean(text: str) -> str:
    """A person's own words without control and bidi marks."""
    return text.translate(_UNSEEN).strip()


def rupees(paise: int) -> str:
    """₹1,25,000 with Indian grouping; paise only where there are any."""
    pattern = "#,##,##0" if paise % 100 == 0 else "#,##,##0.00"
    sign = "-" if paise < 0 else ""
    from decimal import Decimal  # Decimal only for the shape of the number; money stays integer

    return f"{sign}₹{format_decimal(Decimal(abs(paise)) / 100, format=pattern, locale='en_IN')}"


def day(value: date, language: Language) -> str:
    """सोमवार, 23 नवंबर; a datetime is shown in Indian time."""
    if isinstance(value, datetime):
        value = value.astimezone(IST).date()
    if language == "hi-Latn":
        return f"{_DAYS[value.weekday()]}, {value.day} {format_date(value, 'MMMM', locale='en_IN')}"
    return format_date(value, "EEEE, d MMMM", locale=_LOCALES[language])


class Speech:
    """All texts of data/texts, one bundle a language."""

    def __init__(self, bundles: Mapping[Language, FluentBundle]) -> None:
        self._bundles = bundles

    @classmethod
    def load(cls, folder: Path = TEXTS) -> "Speech":
        bundles: dict[Language, FluentBundle] = {}
        for language in LANGUAGES:
            # Isolating marks would reach the chat as boxes on cheap phones.
            bundle = FluentBundle([_LOCALES[language].replace("_", "-")], use_isolating=False)
            for file in sorted((folder / language).glob("*.ftl")):
                bundle.add_resource(FluentResource(file.read_text("utf-8")))
            bundles[language] = bundle
        return cls(bundles)

    def has(self, key: str, language: Language, attribute: str | None = None) -> bool:
        bundle = self._bundles[language]
        if not bundle.has_message(key):
            return False
        return attribute is None or attribute in bundle.get_message(key).attributes

    def text(self, key: str, language: Language, args: Mapping[str, Any], attribute: str | None = None) -> str:
        bundle = self._bundles[language]
        if not self.has(key, language, attribute):
            raise Unspeakable(f"no text {key}{'.' + attribute if attribute else ''} in {language}")
        message = bundle.get_message(key)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise Unspeakable(f"text {key} in {language} has no value")
        spoken, errors = bundle.format_pattern(pattern, dict(args))
        if errors:
            raise Unspeakable(f"text {key} in {language}: {errors}")
        return str(spoken)

    def quantity(self, quantity: Quantity, language: Language) -> str:
        spoken = f"unit-{quantity.unit}-{quantity.milli}"  # "half a kilo", आधा किलो, where people say it so
        if self.has(spoken, language):
            return self.text(spoken, language, {})
        whole, part = divmod(quantity.milli, 1000)
        number = str(whole) + (f".{part:03d}".rstrip("0") if part else "")
        # An exact integer keeps the plural forms of the texts right ("1 piece", "2 pieces").
        count: Any = whole if not part else float(number)
        return self.text(f"unit-{quantity.unit}", language, {"n": count, "number": number})

    def phrase(self, phrase: Phrase, language: Language) -> str:
        match phrase:
            case Say(key=key, args=args):
                return self.text(key, language, {name: self._argument(value, language) for name, value in args.items()})
            case Words():
                return phrase.spoken(language)
            case Lines(parts=parts):
                return "\n".join(self.phrase(part, language) for part in parts if part is not None)
            case Quoted(text=text):
                return clean(text)
            case _:
                assert_never(phrase)

    def _argument(self, value: Arg, language: Language) -> str | int | FluentType:
        match value:
            case str() | int():
                return value
            case Money(paise=paise):
                return rupees(paise)
            case Quantity():
                return self.quantity(value, language)
            case date():
                return day(value, language)
            case _:
                return self.phrase(value, language)

    def option(self, option: Option[Phrase], language: Language) -> Option[str]:
        short = option.short
        spoken_short: str | None = self.phrase(short, language) if short is not None else None
        label = option.label
        if short is None and isinstance(label, Say) and self.has(label.key, language, "short"):
            args = {name: self._argument(value, language) for name, value in label.args.items()}
            spoken_short = self.text(label.key, language, args, "short")
        hint = self.phrase(option.hint, language) if option.hint is not None else None
        return Option(option.id, self.phrase(label, language), spoken_short, hint)

    @overload
    def message(self, message: Inside[Phrase], language: Language) -> Inside[str]: ...
    @overload
    def message(self, message: Unspoken, language: Language) -> Spoken: ...
    def message(self, message: Unspoken, language: Language) -> Spoken:
        """The whole message in one person's words."""

        def words(phrase: Phrase) -> str:
            return self.phrase(phrase, language)

        def options(items: tuple[Option[Phrase], ...]) -> tuple[Option[str], ...]:
            return tuple(self.option(item, language) for item in items)

        match message:
            case Text(body):
                return Text(words(body))
            case Buttons(body, choices):
                return Buttons(words(body), options(choices))
            case Menu(body, button, choices):
                return Menu(words(body), words(button), options(choices))
            case Card(picture, body, choices, about):
                return Card(picture, words(body), options(choices), about)
            case Picture(media, caption):
                return Picture(media, words(caption))
            case Document(media, filename, caption):
                return Document(media, filename, words(caption))
            case AskLocation(body):
                return AskLocation(words(body))
            case Pay(body, label, page, upi, reference, charges, until, over):
                told = tuple(Charge(words(charge.name), charge.paise) for charge in charges)
                return Pay(words(body), words(label), page, upi, reference, told, until, words(over))
            case Paid(body, reference, status, at):
                return Paid(words(body), reference, status, at)
            case Notice(template, params, inside):
                approved: Language = "en" if language == "en" else "hi"  # templates exist in these two
                filled = tuple(self.phrase(param, approved) for param in params)
                return Notice(template, filled, self.message(inside, language))
            case _:
                assert_never(message)


@lru_cache(maxsize=1)
def speech() -> Speech:
    """The texts of this tree, read once."""
    return Speech.load()


def plain(message: Message[str]) -> str:
    """A spoken message as one text, for the hand-over's last turns and the transcripts."""
    match message:
        case Text(body) | Buttons(body, _) | Menu(body, _, _) | Card(_, body, _, _) | AskLocation(body):
            return body
        case Picture(_, caption) | Document(_, _, caption):
            return caption
        case Pay(body=body, page=page):
            return f"{body}\n{page}"
        case Paid(body=body):
            return body
        case Notice(_, _, inside):
            return plain(replace(inside))
        case _:
            assert_never(message)
