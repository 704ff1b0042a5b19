"""A shelf to understand against: one product for every word of the word lists, and the groups of the real shop."""

from catalog.lexicon import listed
from catalog.search import Entry, Index

_GROUPS = {
    "kanda": (
        "Kanda jail workshop",
        "कंडा जेल कार्यशाला",
        "kanda jail",
        "कंडा जेल",
        "Shimla",
        "शिमला",
        "Himkara",
        "हिमकारा",
    ),
    "nahan": ("Nahan jail workshop", "नाहन जेल कार्यशाला", "nahan bakery", "नाहन बेकरी", "Sirmaur", "Himkara", "हिमकारा"),
    "kaithu": ("Kaithu jail bakery", "कैथू जेल बेकरी", "kaithu jail", "Shimla", "Himkara", "हिमकारा"),
    "anmol": ("Anmol self-help group", "अनमोल स्वयं सहायता समूह", "Bhoranj", "भोरंज", "Hamirpur", "हमीरपुर"),
    "beur": ("Mukti Beur", "मुक्ति बेउर", "Patna", "पटना", "Bihar", "बिहार", "Mukti", "मुक्ति"),
}


def entries() -> list[Entry]:
    """Every term made by one group or another; shawls and bakery goods by two workshops each."""
    makers = ("kanda", "anmol", "beur")
    found = [
        Entry(term.upper().replace(" ", "-"), term, (term,), groups=(group,), group_words=_GROUPS[group])
        for number, term in enumerate(listed("products"))
        if term not in ("shawl", "pickle", "biscuits")
        for group in (makers[number % 3],)
    ]
    return [
        *found,
        _made("SHAWL-KANDA", "shawl", ("Kullu shawl", "कुल्लू शॉल"), "kanda"),
        _made("SHAWL-NAHAN", "shawl", ("Plain shawl", "सादी शॉल"), "nahan"),
        _made("BISCUIT-NAHAN", "biscuits", ("Atta biscuits", "आटा बिस्कुट"), "nahan"),
        _made("BISCUIT-KAITHU", "biscuits", ("Kaithu biscuits", "कैथू बिस्कुट"), "kaithu"),
        _made("PICKLE-MANGO", "pickle", ("Mango pickle", "आम का अचार"), "anmol", flavour="mango"),
        _made("PICKLE-LEMON", "pickle", ("Lemon pickle", "नींबू का अचार"), "anmol", flavour="lemon"),
    ]


def _made(sku: str, term: str, names: tuple[str, ...], group: str, **attrs: str) -> Entry:
    return Entry(sku, term, names, groups=(group,), group_words=_GROUPS[group], attrs=attrs)


def shelf() -> Index:
    return Index(entries())
