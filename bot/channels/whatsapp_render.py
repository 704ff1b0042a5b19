"""A message as WhatsApp payloads: `{"type": kind, kind: {…}}`, what the messages endpoint takes. Pure.

A picture is named as `{"media": name}`; sending turns that into an uploaded id. Texts are plain: characters that
WhatsApp would format are swapped for look-alikes, so that nobody's words can pretend to be ours.
"""

from collections.abc import Iterable
from typing import Any, assert_never

import regex

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
from bot.channels import whatsapp_payments as bills
from bot.channels.channel import Labels, Rendered
from bot.channels.graphemes import ELLIPSIS, blank, clean, cut, split

Payload = dict[str, Any]
Options = tuple[Option[str], ...]
# hi-Latn is how people type Hindi; approved templates exist in the two languages Meta knows.
TEMPLATE_LANGUAGES = {"en": "en", "hi": "hi", "hi-Latn": "hi"}
_LOOKALIKES = {"*": "∗", "_": "ˍ", "~": "∼", "`": "ʼ", ">": "›"}
# Addresses keep their signs; a sign inside a word or alone between blanks formats nothing.
_FORMATTING = regex.compile(
    r"""https?://\S+
      | (?<=[\p{L}\p{M}\p{N}])[*_~](?=[\p{L}\p{M}\p{N}])
      | (?<!\S)[*_~](?!\S)
      | ([*_~`])
      | ^(>)""",
    regex.VERBOSE | regex.MULTILINE,
)


def render(message: Spoken, language: str, window_open: bool, labels: Labels, own_bills: bool = False) -> Rendered:
    """Every payload within WhatsApp's limits; outside the 24-hour window a notice becomes its template. `own_bills`:
    Meta has opened payments for this account."""
    match message:
        case Text(body=body):
            return _texts(body)
        case Buttons(body=body, options=options):
            return _choice(body, options, labels("channel-choose", language))
        case Menu(body=body, button=button, options=options):
            return _list(body, options, button)
        case Card(picture=picture, body=body, options=options):
            return _card(picture, body, options, labels("channel-choose", language))
        case Picture(media=media, caption=caption):
            return _captioned("image", {"media": media}, caption)
        case Document(media=media, filename=filename, caption=caption):
            name = cut(clean(filename), limits.WA_FILENAME) or media
            return _captioned("document", {"media": media, "filename": name}, caption)
        case Pay(body=body):
            lead, last = _lead(body, limits.WA_BUTTONS_BODY)
            return _joined(lead, _one((bills.order_details if own_bills else bills.link)(message, last)))
        case Paid(body=body) if own_bills and len(plain(body)) <= limits.WA_BUTTONS_BODY:
            return _one(bills.order_status(message, plain(body)))
        case Paid(body=body):
            return _texts(body)
        case AskLocation(body=body):
            lead, last = _lead(body, limits.WA_LOCATION_BODY)
            action = {"name": "send_location"}
            return _joined(lead, _one(_interactive("location_request_message", last, action)))
        case Notice(inside=inside):
            return render(inside, language, True, labels, own_bills) if window_open else _template(message, language)
        case _:
            assert_never(message)


def plain(text: str) -> str:
    """`text` as it should be read: nothing in it formats, controls or hides."""

    def swap(found: "regex.Match[str]") -> str:
        mark = found[1] or found[2]
        return _LOOKALIKES[mark] if mark else found[0]

    return _FORMATTING.sub(swap, clean(text))


def _one(payload: Payload, *degraded: str) -> Rendered:
    return Rendered((payload,), degraded)


def _joined(*parts: Rendered) -> Rendered:
    together = tuple(payload for part in parts for payload in part.payloads)
    return Rendered(together, tuple(dict.fromkeys(how for part in parts for how in part.degraded)))


def _text(body: str) -> Payload:
    return {"type": "text", "text": {"body": body, "preview_url": False}}


def _texts(body: str) -> Rendered:
    body = plain(body)
    if blank(body):
        return Rendered((), ("empty text left out",))
    pieces = split(body, limits.WA_TEXT)
    return Rendered(tuple(map(_text, pieces)), ("text split",) if len(pieces) > 1 else ())


def _lead(body: str, limit: int) -> tuple[Rendered, str]:
    """What goes before an interactive message because its body takes `limit` only, and that body."""
    body = plain(body)
    if blank(body):
        return Rendered((), ("empty body",)), ELLIPSIS
    *before, last = split(body, limits.WA_TEXT, last=limit)
    return Rendered(tuple(map(_text, before)), ("body split",) if before else ()), last


def _interactive(kind: str, body: str, action: Payload, header: Payload | None = None) -> Payload:
    inner: Payload = {"type": kind, "header": header, "body": {"text": body}, "action": action}
    return {"type": "interactive", "interactive": {name: part for name, part in inner.items() if part is not None}}


def _choice(body: str, options: Options, choose: str, picture: str | None = None) -> Rendered:
    """Reply buttons when all fit whole; else a list, where a long label has room in its description."""
    titles = _button_titles(options)
    if titles is None:
        return _joined(Rendered((), ("buttons became a list",)), _list(body, options, choose))
    if not titles:
        return _texts(body)
    lead, last = _lead(body, limits.WA_BUTTONS_BODY)
    buttons = [
        {"type": "reply", "reply": {"id": _identified(option), "title": title}}
        for option, title in zip(options, titles, strict=True)
    ]
    header = {"type": "image", "image": {"media": picture}} if picture else None
    return _joined(lead, _one(_interactive("button", last, {"buttons": buttons}, header)))


def _button_titles(options: Options) -> list[str] | None:
    """One title a button, or None when they are too many, too long or not to be told apart."""
    titles = [_first_fitting((option.label, option.short), limits.WA_BUTTON_TITLE) for option in options]
    told_apart = len(set(titles)) == len(titles) and len({option.id for option in options}) == len(options)
    if len(options) > limits.WA_BUTTONS or not told_apart:
        return None
    whole = [title for title in titles if title is not None]
    return whole if len(whole) == len(titles) else None


def _first_fitting(words: Iterable[str | None], limit: int) -> str | None:
    cleaned = (" ".join(clean(word).split()) for word in words if word)
    return next((word for word in cleaned if not blank(word) and len(word) <= limit), None)


def _identified(option: Option[str]) -> str:
    """The option's payload. One beyond the limits was not written by `actions.payloads`: a bug, said loudly."""
    if not option.id or len(option.id.encode()) > LIMIT_BYTES:
        raise ValueError(f"not a payload: {option.id!r}")
    return option.id


def _list(body: str, options: Options, button: str) -> Rendered:
    """One list of up to ten rows; more options make more lists, their numbers running on."""
    if not options:
        return _texts(body)
    lead, last = _lead(body, limits.WA_LIST_BODY)
    opener = _first_fitting((button,), limits.WA_LIST_BUTTON) or cut(clean(button), limits.WA_LIST_BUTTON) or "☰"
    seen: set[str] = set()
    rows, degraded = [], list(lead.degraded)
    for number, option in enumerate(options, 1):
        row, changed = _row(number, option)
        degraded += changed
        if option.id in seen:  # refused by WhatsApp; its number still works
            degraded.append("repeated row left out")
            continue
        seen.add(option.id)
        rows.append(row)
    payloads = list(lead.payloads)
    for start in range(0, len(rows), limits.WA_LIST_ROWS):
        action = {"button": opener, "sections": [{"rows": rows[start : start + limits.WA_LIST_ROWS]}]}
        payloads.append(_interactive("list", ELLIPSIS if start else last, action))
    if len(rows) > limits.WA_LIST_ROWS:
        degraded.append("list split")
    return Rendered(tuple(payloads), tuple(dict.fromkeys(degraded)))


def _row(number: int, option: Option[str]) -> tuple[Payload, list[str]]:
    """A row: its number, its label or short form; what the title lacks stands in the description."""
    label = " ".join(clean(option.label).split())
    room = limits.WA_ROW_TITLE - len(f"{number} ")
    name = _first_fitting((label, option.short), room)
    degraded = []
    if name is None and not blank(label):
        name = cut(label, room)
        degraded.append("row title cut")
    row: Payload = {"id": _identified(option), "title": f"{number} {name}" if name else str(number)}
    hint = " ".join(clean(option.hint).split()) if option.hint else ""
    details = [part for part in (label if name != label else "", hint) if not blank(part)]
    if details:
        description = cut(" · ".join(details), limits.WA_ROW_DESCRIPTION)
        row["description"] = description
        if description.endswith(ELLIPSIS):
            degraded.append("row description cut")
    return row, degraded


def _card(picture: str | None, body: str, options: Options, choose: str) -> Rendered:
    """Picture, words and buttons in one message where they fit; else one after the other."""
    if picture is None:
        return _choice(body, options, choose)
    if not options:
        return _captioned("image", {"media": picture}, body)
    if _button_titles(options) is not None and len(plain(body)) <= limits.WA_BUTTONS_BODY:
        return _choice(body, options, choose, picture)
    image = _one({"type": "image", "image": {"media": picture}}, "card split")
    return _joined(image, _choice(body, options, choose))


def _captioned(kind: str, media: Payload, caption: str) -> Rendered:
    caption = plain(caption)
    if blank(caption):
        return _one({"type": kind, kind: media})
    if len(caption) <= limits.WA_CAPTION:
        return _one({"type": kind, kind: {**media, "caption": caption}})
    return _joined(_one({"type": kind, kind: media}, "caption became a text"), _texts(caption))


def _template(notice: Notice[str], language: str) -> Rendered:
    """The approved template. Its parameters may hold no line breaks (error 132012); none may be empty (131008)."""
    params = [" ".join(" · ".join(plain(param).splitlines()).split()) for param in notice.params]
    degraded = []
    if sum(map(len, params)) > limits.WA_TEMPLATE_PARAMS:
        params = [cut(param, limits.WA_TEMPLATE_PARAMS // len(params)) for param in params]
        degraded.append("template parameters cut")
    components: list[Payload] = []
    if params:
        texts = [{"type": "text", "text": "–" if blank(param) else param} for param in params]
        components.append({"type": "body", "parameters": texts})
    options = notice.inside.options if isinstance(notice.inside, Buttons) else ()
    for index, option in enumerate(options[: limits.WA_TEMPLATE_BUTTONS]):
        payload = [{"type": "payload", "payload": _identified(option)}]
        components.append({"type": "button", "sub_type": "quick_reply", "index": str(index), "parameters": payload})
    code = TEMPLATE_LANGUAGES.get(language, "hi")
    template: Payload = {"name": notice.template, "language": {"code": code}, "components": components}
    return _one({"type": "template", "template": template}, *degraded)
