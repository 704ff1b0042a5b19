"""Every unasked message has a template with the same parameters and buttons, within Meta's limits."""

import re
from collections.abc import Callable
from datetime import date
from inspect import getmembers, isfunction, signature

import pytest

from actions import complaint_forms as cares
from actions import fetch_notices as fetched
from actions import job_notices as jobs
from actions import notice_forms as forms
from actions import payment_forms as bills
from actions import reach_forms as reaches
from actions.messages import Charge, Notice, Phrase, Quoted, options_of, say
from bot.speech import speech
from bot.templates import BODY, BUTTON, BUTTONS, PARAMETER, Template, load, submission
from catalog.money import Money
from catalog.words import LANGUAGES, Language, Words
from orders.booking_tables import Booking, Worker

ITEM = forms.Item(Words("Kullu shawl", "कुल्लू शॉल", "Kullu shawl"), "piece", 3000)
ABOUT = forms.About(7, "HT-1001", Words("Kanda workshop", "कंडा", "Kanda"), (ITEM,), date(2026, 11, 26))
OTHER = Words("Anmol group", "अनमोल समूह", "Anmol samuh")
TO = forms.Receiver("Sunita", "Ward 3, Nadaun", "177033", "+919816012345")
ITEMS = forms.items((ITEM,))
BILL = bills.Bill(
    "HT-1001", (Charge(say("pay-delivery"), 95000),), date(2026, 11, 24), 1_795_500_000, "https://h.test/pay/x",
    "upi://pay?pa=shop@bank", "HT1001P1R1", "HIMKARA",
)  # fmt: skip
BOOKING = Booking(id=7, number="HB-7", class_id="plumber", day=date(2026, 11, 26), pincode="177033",
                  district="Hamirpur", person_id=1)  # fmt: skip
WORKER = Worker(id=3, class_id="plumber", name="Ramesh", phone="+919816012345", pincode="177033", district="Hamirpur")
# one call for every function of notice_forms that makes a notice
MADE: dict[str, Callable[[], Notice[Phrase]]] = {
    "new_order": lambda: forms.new_order(ABOUT),
    "order_reminder": lambda: forms.order_reminder(ABOUT),
    "order_answered": lambda: forms.order_answered(ABOUT, "officer", "accept"),
    "order_to_send": lambda: forms.order_to_send(ABOUT, TO),
    "order_packed": lambda: forms.order_packed(ABOUT, TO),
    "part_taken": lambda: forms.part_taken(ABOUT),
    "order_stopped": lambda: forms.order_stopped(ABOUT),
    "order_accepted": lambda: forms.order_accepted(ABOUT),
    "part_offered": lambda: forms.part_offered(ABOUT, (ITEM,), Money(95000)),
    "part_reminder": lambda: forms.part_reminder(ABOUT, Money(95000)),
    "part_unanswered": lambda: forms.part_unanswered(ABOUT),
    "order_declined": lambda: forms.order_declined(ABOUT),
    "order_ready": lambda: forms.order_ready(ABOUT),
    "order_dispatched": lambda: forms.order_dispatched(ABOUT, Quoted("India Post"), "EM123456785IN"),
    "order_sent": lambda: forms.order_sent(ABOUT),
    "order_delivered": lambda: forms.order_delivered(ABOUT),
    "order_cancelled": lambda: forms.order_cancelled(ABOUT),
    "order_waiting": lambda: forms.order_waiting(ABOUT),
    "part_settled": lambda: forms.part_settled(ABOUT, "take_part"),
    "other_offered": lambda: forms.other_offered(ABOUT, "anmol", OTHER, date(2026, 11, 27)),
    "order_rerouted": lambda: forms.order_rerouted(ABOUT, OTHER, date(2026, 11, 27)),
    "order_passed_over": lambda: forms.order_passed_over(ABOUT),
    "order_ended": lambda: forms.order_ended(ABOUT, "expire"),
    "order_late": lambda: forms.order_late(ABOUT),
    "order_delayed": lambda: forms.order_delayed(ABOUT),
    "return_moved": lambda: forms.return_moved(ABOUT, "agree_return"),
    "return_work": lambda: forms.return_work(ABOUT, "agree_return"),
    "office_alert": lambda: forms.office_alert(3, "T-3", "enquiry", Quoted("Kursi?")),
    "misheard_week": lambda: forms.misheard_week(12, Quoted("kuch toh batao")),
    "job_offered": lambda: jobs.job_offered(BOOKING),
    "job_taken": lambda: jobs.job_taken(BOOKING, WORKER),
    "job_nobody": lambda: jobs.job_nobody(BOOKING),
    "job_stopped": lambda: jobs.job_stopped(BOOKING),
    "job_was_it": lambda: jobs.job_was_it(BOOKING),
    "worker_offered": lambda: jobs.worker_offered(WORKER),
    "worker_settled": lambda: jobs.worker_settled(OTHER, True),
    "complaint_told": lambda: cares.complaint_told("HT-1001", (ITEM,), "broken", "money"),
    "complaint_overdue": lambda: cares.complaint_overdue(3, "T-3", "unanswered", "phati hui"),
    "rating_asked": lambda: cares.rating_asked(ABOUT),
    "calls_morning": lambda: reaches.calls_morning(2, OTHER),
    "contact_confirm": lambda: reaches.contact_confirm(),
    "goods_proposed": lambda: forms.goods_proposed("amla-candy", OTHER, OTHER),
    "goods_live": lambda: forms.goods_live(OTHER),
    "office_answer": lambda: forms.office_answer("T-3", "Haan"),
    "pay_request": lambda: bills.pay_request(BILL, ITEMS),
    "pay_reminder": lambda: bills.pay_reminder(BILL),
    "payment_received": lambda: bills.payment_received("HT-1001", Money(95000), "HT1001P1R1", 1_795_500_000),
    "payment_expired": lambda: bills.payment_expired("HT-1001", Money(95000), "HT1001P1R1"),
    "payment_late": lambda: bills.payment_late("HT-1001", Money(95000)),
    "refund_asked": lambda: bills.refund_asked("HT-1001", Money(95000)),
    "refund_sent": lambda: bills.refund_sent("HT-1001", Money(95000), "632812345678"),
    "refund_done": lambda: bills.refund_done("HT-1001", Money(95000), "632812345678"),
    "cod_confirm": lambda: bills.cod_confirm(7, "HT-1001", ITEMS, Money(95000)),
    "cod_lapsed": lambda: bills.cod_lapsed("HT-1001", ITEMS),
    "order_secured": lambda: bills.order_secured("HT-1001", ITEMS, "paid"),
    "money_morning": lambda: bills.money_morning(3, 1),
    "pickup_accepted": lambda: fetched.pickup_accepted(ABOUT, Quoted("Himkara, Shimla")),
    "pickup_ready": lambda: fetched.pickup_ready(ABOUT, Quoted("Himkara, Shimla"), "A7C4FK"),
    "pickup_to_bring": lambda: fetched.pickup_to_bring(ABOUT, TO),
    "payee_proposed": lambda: bills.payee_proposed(3, ABOUT.group, "shop@bank", "HIMKARA"),
}
TEMPLATES = load()


def test_every_notice_is_here_and_has_a_template() -> None:
    makes = {
        name
        for module in (forms, bills, jobs, cares, fetched, reaches)
        for name, function in getmembers(module, isfunction)
        if not name.startswith("_")
        and function.__module__ == module.__name__
        and "Notice" in str(signature(function).return_annotation)
    }
    assert makes == set(MADE) == set(TEMPLATES)


@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_notice_and_template_match(name: str, language: Language) -> None:
    notice = MADE[name]()
    spoken = speech().message(notice, language)
    assert isinstance(spoken, Notice)
    assert notice.template == name
    template = TEMPLATES[name]
    for text in template.texts.values():
        assert len(spoken.params) == text.parameters
        assert len(options_of(spoken)) == len(text.buttons)
    assert not any(re.search(r"[\n\t]|\s{4}", param) or not param.strip() for param in spoken.params)
    assert all(len(option.short or option.label) <= 20 for option in options_of(spoken))
    if language in template.texts:
        labels = [option.short or option.label for option in options_of(spoken)]
        assert labels == list(template.texts[language].buttons)  # the same tap inside and outside the window


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
def test_within_metas_limits(template: Template) -> None:
    assert re.fullmatch(r"[a-z0-9_]{1,512}", template.name)
    for text in template.texts.values():
        assert len(PARAMETER.sub("", text.body)) <= BODY - 700  # room for the parameters
        assert [int(n) for n in PARAMETER.findall(text.body)] == list(range(1, text.parameters + 1))
        assert not re.match(r"\W*\{\{", text.body)
        assert not re.search(r"\}\}\W*$", text.body)
        assert not re.search(r"\}\}\W*\{\{", text.body)
        assert len(text.example) == text.parameters
        assert len(text.buttons) <= BUTTONS
        assert all(0 < len(label) <= BUTTON for label in text.buttons)
        assert len(set(text.buttons)) == len(text.buttons)
        assert "\n\n\n" not in text.body


def test_what_is_submitted() -> None:
    english, hindi = submission(TEMPLATES["new_order"])
    assert (english["name"], english["category"], english["language"]) == ("new_order", "UTILITY", "en")
    assert hindi["language"] == "hi"
    body, buttons = english["components"]
    assert body["type"] == "BODY"
    assert len(body["example"]["body_text"][0]) == 3
    assert [button["type"] for button in buttons["buttons"]] == ["QUICK_REPLY"] * 3
    assert len(submission(TEMPLATES["order_stopped"])[0]["components"]) == 1


def test_long_orders_are_told_within_the_limit() -> None:
    many = forms.About(7, "HT-1001", ABOUT.group, (ITEM,) * 20, ABOUT.by)
    for language in LANGUAGES:
        spoken = speech().message(forms.new_order(many), language)
        assert isinstance(spoken, Notice)
        assert "14" in spoken.params[1]
        assert len(spoken.inside.body) <= 1024
