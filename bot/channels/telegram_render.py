"""A message as Bot API calls: `{"method": "sendMessage", …}`. Pure.

A picture is named as `{"media": name}`; sending turns that into bytes or a known file id. Texts go without
parse_mode: nothing a person wrote can become formatting.
"""

from typing import Any, assert_never

from actions.messages import (
    AskLocation,
    Buttons,
    Card,
    Document,
    Menu,
    Notice,
    Option,
    Paid,
    Pay,
    Picture,
    Spoken,
    Text,
)
from actions.payloads import LIMIT_BYTES
from bot.channels import limits
from bot.channels.channel import Labels, Rendered
from bot.channels.graphemes import ELLIPSIS, blank, clean, cut, split, utf16

Payload = dict[str, Any]
Options = tuple[Option[str], ...]


def render(message: Spoken, language: str, labels: Labels) -> Rendered:
    """Every payload within Telegram's limits. There is no window: a notice is what stands inside it."""
    match message:
        case Text(body=body):
            return _texts(body)
        case Buttons(body=body, options=options):
            return _choice(body, options, numbered=False)
        case Menu(body=body, options=options):
            return _choice(body, options, numbered=True)
        case Card(picture=picture, body=body, options=options):
            if picture is None:
                return _choice(body, options, numbered=False)
            return _pictured("sendPhoto", "photo", {"media": picture}, body, options)
        case Picture(media=media, caption=caption):
            return _pictured("sendPhoto", "photo", {"media": media}, caption, ())
        case Document(media=media, filename=filename, caption=caption):
            file = {"media": media, "filename": clean(filename) or media}
            return _pictured("sendDocument", "document", file, caption, ())
        case Pay():
            return _bill(message)
        case Paid(body=body):
            return _texts(body)
        case AskLocation(body=body):
            ask = {"text": labels("channel-send-location", language), "request_location": True}
            keyboard = {"keyboard": [[ask]], "resize_keyboard": True, "one_time_keyboard": True}
            return _messages(body, keyboard)
        case Notice(inside=inside):
            return render(inside, language, labels)
        case _:
            assert_never(message)


def _bill(pay: Pay[str]) -> Rendered:
    """The QR to scan from another telephone, the page under it. Buttons open web pages only, and of https: the address
    for UPI apps is on the page; a page without https stands in the words."""
    keyboard = {"inline_keyboard": [[{"text": cut(clean(pay.label), limits.TG_BUTTON_TEXT, utf16), "url": pay.page}]]}
    secure = pay.page.startswith("https://")
    words = clean(pay.body) if secure else f"{clean(pay.body)}\n{pay.page}"
    if utf16(words) > limits.TG_CAPTION:
        return _messages(words, keyboard if secure else None)
    photo: Payload = {"method": "sendPhoto", "photo": {"qr": pay.upi}, "caption": words}
    return Rendered((photo | ({"reply_markup": keyboard} if secure else {}),))


def _message(text: str, keyboard: Payload | None = None) -> Payload:
    payload: Payload = {"method": "sendMessage", "text": text}
    return payload if keyboard is None else {**payload, "reply_markup": keyboard}


def _texts(body: str) -> Rendered:
    return Rendered((), ("empty text left out",)) if blank(clean(body)) else _messages(body, None)


def _messages(body: str, keyboard: Payload | None) -> Rendered:
    """The whole text, the keyboard under its end."""
    body = clean(body)
    if blank(body):
        return Rendered((_message(ELLIPSIS, keyboard),), ("empty body",))
    *before, last = split(body, limits.TG_TEXT, utf16)
    payloads = (*map(_message, before), _message(last, keyboard))
    return Rendered(payloads, ("text split",) if before else ())


def _choice(body: str, options: Options, numbered: bool) -> Rendered:
    if not options:
        return _texts(body)
    labels, lines, degraded = _labels(options, numbered)
    shown = _messages("\n\n".join(filter(None, (clean(body), "\n".join(lines)))), None)
    *before, last = shown.payloads
    payloads = list(before)
    for start in range(0, len(options), limits.TG_KEYBOARD_BUTTONS):
        end = start + limits.TG_KEYBOARD_BUTTONS
        text = ELLIPSIS if start else last["text"]
        payloads.append(_message(text, _keyboard(options[start:end], labels[start:end], paired=not numbered)))
    return Rendered(tuple(payloads), tuple(dict.fromkeys((*shown.degraded, *degraded))))


def _labels(options: Options, numbered: bool) -> tuple[list[str], list[str], list[str]]:
    """What stands on each button, and the numbered lines above them when a hint or a long label has no room there."""
    shown = [_named(option) for option in options]
    numbered = numbered or len({name for name, _, _ in shown}) < len(shown)
    labels, lines = [], []
    for number, (name, label, hint) in enumerate(shown, 1):
        labels.append(str(number) if not name else f"{number} {name}" if numbered or name != label else name)
        lines.append(f"{number} " + " · ".join(part for part in (label or name, hint) if part))
    told = all(name == label and not hint for name, label, hint in shown)
    cut_short = any(name.endswith(ELLIPSIS) and name != label for name, label, _ in shown)
    return labels, [] if told else lines, ["button text cut"] if cut_short else []


def _named(option: Option[str]) -> tuple[str, str, str]:
    """What fits on the option's button, its whole label, its hint; empty where nothing of it can be seen."""
    words = (" ".join(clean(word or "").split()) for word in (option.label, option.short, option.hint))
    label, short, hint = ("" if blank(word) else word for word in words)
    fitting = (word for word in (label, short) if word and utf16(word) <= limits.TG_BUTTON_TEXT)
    return next(fitting, cut(label, limits.TG_BUTTON_TEXT, utf16)), label, hint


def _keyboard(options: Options, labels: list[str], paired: bool) -> Payload:
    """One button a row; two short ones side by side where they are answers and not a list."""
    rows: list[list[Payload]] = []
    for option, label in zip(options, labels, strict=True):
        button = {"text": label, "callback_data": _identified(option)}
        last = rows[-1] if rows else []
        if paired and len(last) == 1 and all(utf16(text) <= limits.TG_BUTTON_PAIR for text in (last[0]["text"], label)):
            last.append(button)
        else:
            rows.append([button])
    return {"inline_keyboard": rows}


def _identified(option: Option[str]) -> str:
    """The option's payload. One beyond the limits was not written by `actions.payloads`: a bug, said loudly."""
    if not option.id or len(option.id.encode()) > LIMIT_BYTES:
        raise ValueError(f"not a payload: {option.id!r}")
    return option.id


def _pictured(method: str, part: str, file: Payload, body: str, options: Options) -> Rendered:
    """A file with its words and buttons; words beyond a caption follow as a text that carries the buttons."""
    words = _choice(body, options, numbered=False)
    whole = words.payloads[0] if len(words.payloads) == 1 else None
    if not words.payloads:
        return Rendered(({"method": method, part: file},))
    if whole is None or utf16(whole["text"]) > limits.TG_CAPTION:
        payloads = ({"method": method, part: file}, *words.payloads)
        return Rendered(payloads, (*words.degraded, "caption became a text"))
    payload: Payload = {"method": method, part: file, "caption": whole["text"]}
    if "reply_markup" in whole:
        payload["reply_markup"] = whole["reply_markup"]
    return Rendered((payload,), words.degraded)
