"""What a message leads to: one action. Pure: the state of the talk and what was understood decide."""

from dataclasses import dataclass

import regex

from actions.heard import Heard
from actions.meaning import Listing, Meaning
from actions.payloads import Payload, read
from actions.state import GOODS_QUESTIONS, State
from catalog.codes import code_in
from catalog.joining_code import joining_code
from catalog.lexicon import phrases
from catalog.pickup_code import pickup_code
from catalog.spelling import normalise, tokens
from orders.linking_code import link_code

# Questions about work that is booked or offered, answered in her own words.
JOBS = frozenset({"job_place", "job_phone", "job_name", "work_place", "work_phone", "work_name"})
# Questions whose next text is the answer as it stands, read by the action answered_<question>.
OWN_WORDS = JOBS | frozenset(
    {"reply", "price", "hsn", "stock", "fact", "declaration", "vpa", "payee_name", "refund_reference"}
    | {"goods_name", "split", "split_paper", "mend", "rating_words"}
)
# Questions whose answer is itself a number (or words that may look like an option).
FREE_QUESTIONS = OWN_WORDS | frozenset(
    {"quantity", "pincode", "phone", "part", "tracking", "order_ref", "name", "address", "draft"}
)
# Of these, the ones a small number may answer itself: "2" is two kilos there, not the second button.
NUMBERS = FREE_QUESTIONS - JOBS - {"name", "address", "pincode", "phone", "mend"}
# Questions that a row of digits answers, rightly or wrongly, whatever else a number may mean.
DIGITS = frozenset({"pincode", "phone"})
# Questions whose answer may be a bare number or code, but also words that need understanding.
COUNTED = frozenset({"part", "tracking", "draft", "outlet"})
# While a producer tells of new goods: what her words may be about besides, when they surely are.
DRAFTS = frozenset({"draft", "draft_card"})
OF_DRAFTS = frozenset({"producer_new_product", "producer_stock_update", "producer_price_change"})
SURELY = 0.8
ASIDES = frozenset({"talk_to_human", "stop_messages", "switch_language", "start_again"})
FORM_QUESTIONS = frozenset({"name", "address", "pincode", "district", "phone", "payment", "confirm"})
# What is known by its command wherever a shop has one.
COMMANDS = {
    "/seller": "seller", "/grievance": "grievance", "/terms": "terms", "/privacy": "privacy",
    "/mydata": "show_my_data", "/erase": "delete_my_data",
    "/stop": "stop_messages", "stop": "stop_messages", "unsubscribe": "stop_messages", "स्टॉप": "stop_messages",
}  # fmt: skip
FETCH_WORDS = 14
DUTY_WORDS = 8  # longer messages say more than that question
UNSURE_BELOW = 0.45
# What a producer's words are read as when she asks for goods as a buyer does.
BUYING = frozenset({"search_product", "add_to_cart", "ask_price"})
# What her words say to a practice order, as the action "practice" takes it.
PRACTISED = {
    "producer_accept_order": "accept", "confirm": "accept", "producer_partial_accept": "part",
    "producer_reject_order": "decline", "deny": "decline", "producer_mark_ready": "ready",
    "producer_mark_dispatched": "sent",
}  # fmt: skip
_ORDINALS = {
    "pehla": 1, "pehli": 1, "pahla": 1, "pahli": 1, "first": 1, "1st": 1, "पहला": 1, "पहली": 1, "पहले": 1,
    "dusra": 2, "dusri": 2, "doosra": 2, "doosri": 2, "second": 2, "2nd": 2, "दूसरा": 2, "दूसरी": 2,
    "teesra": 3, "teesri": 3, "tisra": 3, "tisri": 3, "third": 3, "3rd": 3, "तीसरा": 3, "तीसरी": 3,
    "chautha": 4, "chauthi": 4, "fourth": 4, "4th": 4, "चौथा": 4, "चौथी": 4,
}  # fmt: skip
_FILLERS = frozenset({"wala", "wali", "vala", "vali", "one", "number", "no", "the", "वाला", "वाली", "नंबर"})
_FILLERS |= {"st", "nd", "rd", "th", "option", "wale", "वाले", "नम्बर"}
_BARE = regex.compile(r"[\p{Nd}.,]+|(?=\D*\d)[A-Za-z0-9\-]{6,40}")
_DIGITS = regex.compile(r"[\p{Nd} +\-]{1,9}")  # a full number of ten is read as a phone by its form
# A bank's number for a UPI payment, alone or called so; a telephone number with 91 before it is not taken for one.
_UTR = regex.compile(
    r"(?i)(?:(?:utr|rrn|upi|ref|txn|transaction|no|number|id|यूटीआर|नंबर)[ .:#\-]*)*(?!91[6-9])\p{Nd}{12}"
)
_NUMBER = regex.compile(r"(\p{Nd}{1,2})[.)]?")


@dataclass(frozen=True)
class Step:
    """One action with its arguments (claims, if they came from a button)."""

    action: str
    args: tuple[str, ...] = ()


def option_chosen(text: str, state: State) -> str | None:
    """The payload of the shown option that `text` names by its number, ordinal, label or short label.

    A number answers an open question for a number rather than the list above it."""
    if not state.shown:
        return None
    wanted = normalise(text)
    if not wanted:
        return None
    if state.awaiting not in NUMBERS or state.about.get("numbered"):
        position = _position(text, wanted)
        if position is not None and 1 <= position <= len(state.shown):
            return state.shown[position - 1][0]
    for payload, *labels in state.shown:
        if any(label and normalise(label) == wanted for label in labels):
            return payload
    return None


def _position(text: str, wanted: str) -> int | None:
    number = _NUMBER.fullmatch(text.strip())
    if number:
        return int(number.group(1))
    words = [word for word in wanted.split() if word not in _FILLERS]
    if len(words) != 1:
        return None
    if words[0].isdecimal() and len(words[0]) <= 2:  # "2nd", "number 2", "2 वाली"
        return int(words[0])
    original = {normalise(word): position for word, position in _ORDINALS.items()}
    return original.get(words[0])


def tapped(heard: Heard, state: State) -> Step | None:
    """The step that needs no understanding: a button, a deep link, a command, a number, a label, a kind of message."""
    if heard.kind == "tap" or (heard.payload and heard.kind == "text"):
        payload = read(heard.payload or "")
        return step_of(payload, state) if payload else Step("old_button")
    if heard.kind == "deep_link" and joining_code(heard.payload or ""):
        return Step("join", (heard.payload or "",))
    if heard.kind == "deep_link":
        return Step("scan", (heard.payload or "",)) if heard.payload else Step("greet")
    if heard.kind in ("location", "contact"):
        return Step(f"heard_{heard.kind}")
    if heard.kind in ("voice", "picture", "video", "document", "sticker", "unsupported"):
        return None if heard.text.strip() else Step(f"heard_{heard.kind}")
    if heard.kind in ("order", "edited"):
        return Step(f"heard_{heard.kind}")
    if not heard.text.strip():
        return Step("empty_message")
    if heard.text.strip().lower() in COMMANDS:
        return Step(COMMANDS[heard.text.strip().lower()])
    if link_code(heard.text):  # first: its letters may hold what looks like a printed code
        return Step("link")
    # A printed code opens its product; a bare word of that shape may be the tracking number we asked for.
    printed = code_in(heard.text, alone=state.awaiting not in FREE_QUESTIONS)
    if printed:
        return Step("scan", (printed,))
    if state.awaiting not in FREE_QUESTIONS and _UTR.fullmatch(heard.text.strip()):
        return Step("claim_paid")
    chosen = option_chosen(heard.text, state)
    if chosen:
        payload = read(chosen)
        return step_of(payload, state) if payload else None
    if state.awaiting in OWN_WORDS:
        return Step(f"answered_{state.awaiting}")
    if state.awaiting not in FREE_QUESTIONS and pickup_code(heard.text):
        return Step("hand_code")
    fetching = fetches(heard.text, state)
    if fetching is not None:
        return fetching
    if state.awaiting in DIGITS and _DIGITS.fullmatch(heard.text.strip()):
        return Step(f"give_{state.awaiting}")
    if state.awaiting in FORM_QUESTIONS and _NUMBER.fullmatch(heard.text.strip()):
        return Step("resume")  # "2" is nobody's name, and no other amount either
    if state.awaiting in COUNTED and _BARE.fullmatch(heard.text.strip()):
        return Step(f"answered_{state.awaiting}")
    if state.awaiting not in FREE_QUESTIONS and joining_code(heard.text):
        return Step("join")
    if state.side == "producer" and state.awaiting not in FREE_QUESTIONS and (asked := duty(heard.text, "group/asked")):
        return asked
    return None if state.awaiting in FREE_QUESTIONS else duty(heard.text)


def fetches(text: str, state: State) -> Step | None:
    """A buyer who comes for the goods herself, or has lost the code for them: data/lexicon/pickup/words.yml. A message
    that names goods as well is understood as a whole."""
    words = tokens(text)
    if state.side != "buyer" or len(words) > FETCH_WORDS or phrases("products").first(words):
        return None
    asked = phrases("pickup/words").first(words)
    if asked == "home" and state.awaiting == "outlet":
        return Step("send_home")
    return Step("fetch" if asked == "fetch" else "pickup_again") if asked in ("fetch", "renew") else None


def duty(text: str, which: str = "law/duties") -> Step | None:
    """A short question that the law wants answered at once, whoever understands or not: data/lexicon/law/duties.yml;
    or one that a contact of a group asks (group/asked.yml)."""
    words = tokens(text)
    asked = phrases(which).first(words) if len(words) <= DUTY_WORDS else None
    return Step(asked) if asked else None


def step_of(payload: Payload, state: State) -> Step:
    """A payload as a step; "yes"/"no" buttons mean the open question's own answers."""
    if payload.verb in ("confirm", "deny"):
        return answer(payload.verb, state)
    return Step(payload.verb, payload.args)


def answer(task: str, state: State) -> Step:
    """Yes or no to the one question last asked; without a question it stays the plain word."""
    claimed = read(str(state.about.get("yes" if task == "confirm" else "no", "")))
    if claimed and state.awaiting in ("confirm", "pincode", "draft_card", "job", "job_confirm"):
        return Step(claimed.verb, claimed.args)
    if task == "confirm" and (state.awaiting in FORM_QUESTIONS or state.awaiting in GOODS_QUESTIONS):
        return Step("resume")  # a yes says nothing about a name or an amount: the question stands
    if state.awaiting == "producer_answer":
        return Step("producer_accept_order" if task == "confirm" else "producer_reject_order")
    return Step(task)


def meant(meaning: Meaning, state: State) -> Step:
    """What an understood text leads to."""
    if meaning.waits:
        return Step("wait")
    if meaning.parts:
        return meant(meaning.parts[0], state)
    if state.side == "producer" and meaning.task in PRACTISED and practises(state):
        return Step("practice", (PRACTISED[meaning.task],))
    if meaning.plain and state.side == "buyer":
        return Step("change_cart")
    if meaning.task in ("confirm", "deny"):
        return answer(meaning.task, state)
    if state.awaiting in DRAFTS:
        elsewhere = meaning.task.startswith("producer_") or meaning.task in ASIDES
        if not elsewhere or meaning.task in OF_DRAFTS or meaning.confidence < SURELY:
            return Step("answered_draft")
    if state.side == "producer" and meaning.task in BUYING | OF_DRAFTS and _tells_goods(meaning.listing):
        return Step("producer_new_product")
    if state.side == "producer" and meaning.task in BUYING:
        return Step("want_to_buy")
    if state.awaiting in COUNTED - DRAFTS:
        return Step(f"answered_{state.awaiting}")
    answers = state.awaiting is not None and meaning.task.startswith(("give_", "choose_", "producer_"))
    if meaning.confidence < UNSURE_BELOW and not answers:
        return Step("unsure")
    return Step(meaning.task)


def practises(state: State) -> bool:
    """Whether the practice order is what she was shown last: then her words are practice too."""
    return any(payload.startswith("v1:practice:") for payload, *_ in state.shown)


def _tells_goods(told: Listing) -> bool:
    """A name, a price and an amount: nobody says all three of goods that stand on the shelf already."""
    return bool(told.name and told.price_paise) and (told.stock_milli is not None or told.pack_milli is not None)


def unread(state: State) -> Step:
    """What a text leads to while nobody understands: the form's plain answers go on, the rest is told honestly."""
    if state.awaiting in ("name", "address", "pincode", "phone"):
        return Step(f"give_{state.awaiting}")
    if state.awaiting == "quantity":
        return Step("add_to_cart")
    return Step("nlu_away")
