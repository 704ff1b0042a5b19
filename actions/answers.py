"""What a message tells about the order's form: name, address, pincode, phone, payment. Writes only into the form."""

import re
from dataclasses import asdict

from actions import outlets
from actions.items import slot
from actions.messages import Phrase, Quoted, say
from actions.state import Form
from actions.turn import Turn
from orders import envelope, phones, pincodes

NAME_LONGEST, LINE_LONGEST = 120, 400
WHOLE = 3  # words of an address
_PAYMENTS = {"cod": "cod", "upi": "upi", "online": "upi"}
# Parts of WhatsApp's Indian address form that lead to the door, in the order of an envelope.
_PLACE = ("house_number", "floor_number", "tower_number", "building_name", "address", "landmark_area", "city")
_PIN = re.compile(r"(?<!\d)[1-9]\d{2}\s?\d{3}(?!\d)")
_DIGITS = {0x0966 + n: ord(str(n)) for n in range(10)}


def absorb(turn: Turn) -> tuple[bool, Phrase | None]:
    """Takes every answer the message holds, whichever was asked. Returns whether anything was taken, and what is to
    be said when one could not be (a pincode the post does not know, a number that is no phone number)."""
    form, problems = turn.state.form, list[Phrase]()
    before = asdict(form)
    told = _told(turn)
    if outlets.wish(turn.heard.text) == "fetch" and form.outlet is None and turn.heard.kind == "text":
        form.fetch = turn.heard.text[:200]
    _where_to(form, told)
    named_district = turn.state.awaiting == "district" and _take_district(form, turn.heard.text)
    if named_district and len(told.get("address", "").split()) < 3:  # its name is not the way to her door
        told.pop("address", None)
    if "name" in told:
        form.name = told["name"][:NAME_LONGEST]
    if "address" in told:
        form.line, form.address_id = told["address"][:LINE_LONGEST], None
    if "pincode" in told and not take_pincode(form, told["pincode"]):
        problems.append(say("checkout-pincode-unknown", pincode=told["pincode"][:12]))
    if "phone" in told and not take_phone(form, told["phone"]):
        problems.append(say("checkout-phone-odd"))
    if "payment" in told and slot(turn, "aspect") != "question":
        if told["payment"] in _PAYMENTS:
            form.payment = _PAYMENTS[told["payment"]]
        else:
            problems.append(say("checkout-payment-only"))
    odd = settle_district(form, "" if turn.meaning and turn.meaning.items else turn.heard.text)
    problems += [odd] if odd else []
    return asdict(form) != before, problems[0] if problems else None


def _where_to(form: Form, told: dict[str, str]) -> None:
    """What she fetches has no address; but whoever tells a whole one wants it sent there."""
    if form.fetch is None and (told.get("pincode") or len(told.get("address", "").split()) >= WHOLE):
        form.outlet = None
    elif form.fetch is not None or form.outlet is not None:
        told.pop("address", None)
        told.pop("pincode", None)


def _told(turn: Turn) -> dict[str, str]:
    """The answers by their questions: of WhatsApp's own address form, and of the understanding."""
    filled = turn.heard.extra.get("form") or {}
    names = {"name": "name", "phone": "phone_number", "pincode": "in_pin_code"}
    told = {question: str(filled[key]) for question, key in names.items() if filled.get(key)}
    where = [str(filled[key]) for key in _PLACE if filled.get(key)]
    if where:
        told["address"] = ", ".join(where)
    for question in ("name", "address", "pincode", "phone", "payment"):
        said = slot(turn, question)
        if said and question not in told:
            told[question] = _whole_line(turn, said) if question == "address" else said
    return told


def _whole_line(turn: Turn, found: str) -> str:
    """The line of the envelope when only its town was found: "12 Mall Road Shimla 171001" is more than "Shimla"."""
    if (turn.meaning and turn.meaning.items) or len(found.split()) > 2:
        return found
    for chunk in re.split(r"[,\n;]", turn.heard.text.translate(_DIGITS)):
        rest = _PIN.sub(" ", chunk)
        if found.casefold() in chunk.casefold() and re.search(r"(?<!\d)\d{1,4}(?!\d)", rest):
            return " ".join(rest.split())
    return found


def _take_district(form: Form, text: str) -> bool:
    area = pincodes.named(pincodes.areas(form.pincode or ""), text)
    if area is not None:
        form.district, form.state = area.district, area.state
    return area is not None


def take_pincode(form: Form, text: str) -> bool:
    """Whether the post knows it; a new one forgets the old district."""
    pincode = re.sub(r"\D", "", text.translate(_DIGITS))
    if not pincodes.areas(pincode):
        return False
    if pincode != form.pincode:
        form.pincode, form.district, form.state, form.address_id = pincode, None, None, None
    return True


def take_phone(form: Form, text: str) -> bool:
    number = phones.read(text)
    if number is not None:
        form.phone = number
    return number is not None


def settle_district(form: Form, said: str = "") -> Phrase | None:
    """District and state as far as they are certain: the pincode's only ones, or those the address names. A pincode
    that lies elsewhere than the address is taken back once, with what is to be said about it."""
    if form.pincode is None and form.doubted and form.line and not envelope.told(form.line, form.doubted).differs:
        form.pincode = form.doubted  # the address was what was wrong, and is put right
    if form.pincode is None:
        return None
    areas, where = pincodes.areas(form.pincode), envelope.told(form.line or "", form.pincode)
    if where.differs and form.doubted != form.pincode:
        form.doubted, form.pincode, form.district, form.state = form.pincode, None, None, None
        return say(
            "checkout-pincode-differs", pincode=form.doubted, district=areas[0].district, place=Quoted(where.differs)
        )
    if form.district is not None:
        return None
    if where.district is None:
        area = areas[0] if len(areas) == 1 else pincodes.named(areas, said)
        where = envelope.Told(area.district, area.state) if area else where
    form.district, form.state = where.district, where.state or form.state
    return None


def keep_pincode(form: Form) -> None:
    """She says that it is right, whatever the address seems to say."""
    form.pincode = form.doubted or form.pincode
    settle_district(form)


def plain_answer(turn: Turn, asked: str) -> Phrase | None:
    """The whole message as the answer to `asked`, when the understanding found no such slot in it (or was away).
    Returns what is to be said when it cannot be one."""
    form, text = turn.state.form, " ".join(turn.heard.text.split())
    if turn.heard.kind != "text" or not text:
        return None
    match asked:
        case "name":
            if sum(letter.isdigit() for letter in text) > 3 or not any(letter.isalpha() for letter in text):
                return say("checkout-name-odd")
            form.name = text[:NAME_LONGEST]
        case "address":
            found = _PIN.search(text.translate(_DIGITS))
            if found and take_pincode(form, found.group()):
                text = (text[: found.start()] + text[found.end() :]).strip(" ,.-")
            if len(text) < 3:
                return None
            form.line, form.address_id = text[:LINE_LONGEST], None
            return settle_district(form)
        case "pincode":
            if not take_pincode(form, text):
                return say("checkout-pincode-unknown", pincode=text[:12])
            return settle_district(form)
        case "phone":
            if not take_phone(form, text.translate(_DIGITS)):
                return say("checkout-phone-odd")
    return None
