"""Phone numbers as people type them. Pure; Indian unless a country code says otherwise."""

import phonenumbers


def read(text: str) -> str | None:
    """E.164 ("+919816012345"), or None when no valid number can be read."""
    try:
        number = phonenumbers.parse(text, "IN")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def within(text: str) -> tuple[str, str] | None:
    """The first number inside a longer text, E.164, and the text without it; None when there is none."""
    found = next(iter(phonenumbers.PhoneNumberMatcher(text, "IN")), None)
    if found is None:
        return None
    number = phonenumbers.format_number(found.number, phonenumbers.PhoneNumberFormat.E164)
    return number, " ".join((text[: found.start] + " " + text[found.end :]).split()).strip(" ,.-")


def shown(e164: str) -> str:
    """As it is read aloud: "98160 12345" in India, with the country code elsewhere."""
    number = phonenumbers.parse(e164)
    if number.country_code == 91:
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL).removeprefix("0")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
