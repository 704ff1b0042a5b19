"""What a text must not give away: who is in prison and why, a victim, anybody's phone, papers or face. Pure.

The press has printed names and offences at prison stalls; this shop never does (docs and needs: prisons). The same
rules read the catalogue and the texts when the tree is tested, and whatever a producer or the office types to buyers.
"""

import re
from functools import lru_cache

_ONE = (
    r"(?:inmates?|prisoners?|convicts?|detenus?|under-?\s?trials?|utp|qaidi|kaidi|bandi|bandhi|"
    r"विचाराधीन\s+(?:क़?ैदी|कैदी|बंदी)|क़?ैदी|क़ैदी|कैदी|बंदी|बन्दी|सज़ायाफ़्ता|सजायाफ्ता)"
)
# Words that may follow "kaidi" or कैदी and are no name: grammar, work, and the same word again.
_NO_NAME = (
    r"(?:bhaiyo|bhai log|log|logo|ko|ke|ka|ki|ne|se|me|hain|hai|aur|bhi|yahan|jo|kaam|kaun|kyun|kya|the|wala|wale|"
    r"को|के|का|की|ने|से|में|हैं|है|और|भी|यहाँ|जो|काम|लोग|लोगों|कौन|क्या|नहीं|वाला|वाले|कल्याण|सुधार)"
)
_RULES = {
    "number": rf"(?i){_ONE}\s*(?:no\b|number|nambar|id\b|#|sankhya|नं|नंबर|नम्बर|संख्या|क्रमांक)",
    "name": (
        rf"(?i:{_ONE})\s+(?:(?i:named|called|shri|bhai)\s+)?[A-Z][a-z]+\b|"
        rf"(?:क़?ैदी|क़ैदी|कैदी|बंदी|बन्दी)\s+(?:श्री|श्रीमती|नाम)\s|"
        rf"(?:क़?ैदी|क़ैदी|कैदी|बंदी|बन्दी)\s+(?!{_NO_NAME}(?![\u0900-\u097f]))[\u0900-\u097f]{{2,}}\s+(?:[\u0900-\u097f]+\s+)?(?:ने|की|का|के|बहुत)(?![\u0900-\u097f])"
    ),
    "cell": (
        r"(?i)\b(?:barrack|cell)\s*(?:no\.?|number)?\s*\d|(?:बैरक|कोठरी)\s*(?:नं|नंबर|संख्या)?\s*[\d०-९]|"
        r"सेल\s*(?:नं|नंबर|संख्या)\s*[\d०-९]"
    ),
    "offence": (
        r"(?i)\b(?:murder\w*|homicide|rap(?:e|ed|ist)s?|robber\w*|dacoit\w*|burglar\w*|kidnap\w*|ndps|pocso|smuggl\w*|"
        r"thieves|theft|dowry death|killed a |he killed|hatya|qatl|katl|balatkar|dakaiti|taskari|apharan|khoon kar\w*|"
        r"chori ke (?:iljaam|ilzaam|case|jurm))\b|"
        r"हत्या|क़त्ल|कत्ल|बलात्कार|डकैती|दुष्कर्म|तस्करी|अपहरण|ख़?ून करने|चोरी के (?:इल्ज़?ाम|केस|जुर्म)"
    ),
    "section": (r"(?i)\b(?:ipc|bns|crpc|u/s|under section|dhara)\s*\d|convicted under|(?:धारा|आईपीसी)\s*[\d०-९]{2,3}"),
    "sentence": (
        r"(?i)life (?:sentence|imprisonment|term|convict)|\blifer\b|sentenced|serving (?:a|his|her) |years? in jail|"
        r"death row|\bparole\b|on bail\b|umar ?qaid|umarkaid|saza kaa?t|zamanat par|jamanat par|convicted (?:for|of)|"
        r"उम्र ?क़?ैद|उम्र ?क़ैद|उम्र कैद|आजीवन कारावास|सज़?ा काट|सज़ा काट|सजा काट|सज़ा वाल|पैरोल|ज़?मानत पर|ज़मानत पर|फाँसी"
    ),
    "victim": (
        r"(?i)\bvictim(?!s' families)(?:'s)?\b|पीड़ित(?!ों? के परिवार|\s+परिवारों)|peedit(?! parivaron)|मृतक|"
        r"man he killed"
    ),
    "phone": r"(?<![\d.])(?:\+?91[\s-]?)?[6-9]\d{4}[\s-]?\d{5}(?![\d.])",
    "papers": r"(?<!\d)[2-9]\d{3}[\s-]\d{4}[\s-]\d{4}(?!\d)|\b[A-Z]{5}\d{4}[A-Z]\b",
    "person": (
        r"\b(?:Mr|Mrs|Ms|Shri|Smt|Sh)\.? (?!Anna\b|Ganesh\b)[A-Z][a-z]+|"
        r"(?:श्री|श्रीमती|सुश्री)\s+(?!गणेश|अन्न)[\u0900-\u097f]+"
    ),
    "picture": r"(?i)\bIMG_\d|\bDSC_?\d|\.jpe?g\b",
}


# Kinds that nobody may say to a buyer; a phone number or a name may be the office's own.
OF_PRISONERS = frozenset({"number", "name", "cell", "offence", "section", "sentence", "victim"})


@lru_cache(maxsize=1)
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(rule)) for kind, rule in _RULES.items())


def leaks(text: str) -> list[tuple[str, str]]:
    """(kind, the words) of everything that must not be said, in the order of the rules; empty for a clean text."""
    return [(kind, found[0]) for kind, rule in _compiled() for found in rule.finditer(text)]


def tells_of_a_prisoner(text: str) -> bool:
    """Whether words meant for a buyer say who is in prison, why or for how long, or speak of a victim."""
    return any(kind in OF_PRISONERS for kind, _ in leaks(text))
