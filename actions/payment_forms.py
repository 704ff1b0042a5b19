"""The shop's unasked messages about money, one function each, as in actions.notice_forms. Pure."""

from dataclasses import dataclass
from datetime import date

from actions import notice_forms as forms
from actions.messages import Buttons, Charge, Inside, Notice, Paid, Pay, Phrase, Quoted, Text, say
from catalog.money import Money

_Value = str | date | Money | Phrase


@dataclass(frozen=True)
class Bill:
    """What is asked of a buyer: for which order, until when (`by` the day, `until` seconds since 1970), and the ways
    to pay it. `page` is the shop's own address, `upi` the one for UPI apps, `payee` as the bank shows him."""

    number: str
    charges: tuple[Charge[Phrase], ...]
    by: date
    until: int
    page: str
    upi: str
    reference: str
    payee: str

    @property
    def amount(self) -> Money:
        return Money(sum(charge.paise for charge in self.charges))


def pay_request(bill: Bill, items: Phrase) -> Notice[Phrase]:
    """To the buyer, when every group of a seller has answered: what was agreed, and how to pay it."""
    told: dict[str, _Value] = {"number": bill.number, "items": items, "amount": bill.amount, "by": bill.by}
    return _notice("pay_request", _pay("notice-pay-request", bill, **told), **told, page=bill.page)


def pay_reminder(bill: Bill) -> Notice[Phrase]:
    told: dict[str, _Value] = {"number": bill.number, "amount": bill.amount, "by": bill.by}
    return _notice("pay_reminder", _pay("notice-pay-reminder", bill, **told), **told, page=bill.page)


def payment_received(number: str, amount: Money, reference: str, at: int) -> Notice[Phrase]:
    body = say("notice-payment-received", number=number, amount=amount)
    return _notice("payment_received", Paid(body, reference, "processing", at), number=number, amount=amount)


def payment_expired(number: str, amount: Money, reference: str) -> Notice[Phrase]:
    """Nothing came in time: the order is over, and she must not pay any more."""
    body = say("notice-payment-expired", number=number, amount=amount)
    return _notice("payment_expired", Paid(body, reference, "canceled"), number=number, amount=amount)


def payment_late(number: str, amount: Money) -> Notice[Phrase]:
    """Money came when the order was over: it goes back."""
    return _plain("payment_late", number=number, amount=amount)


def refund_asked(number: str, amount: Money) -> Notice[Phrase]:
    return _plain("refund_asked", number=number, amount=amount)


def refund_sent(number: str, amount: Money, reference: str) -> Notice[Phrase]:
    return _plain("refund_sent", number=number, amount=amount, reference=Quoted(reference))


def refund_done(number: str, amount: Money, reference: str) -> Notice[Phrase]:
    return _plain("refund_done", number=number, amount=amount, reference=Quoted(reference))


def cod_confirm(order_id: int, number: str, items: Phrase, amount: Money) -> Notice[Phrase]:
    """To the buyer, two hours after an order to be paid at the door: one tap, or it is not packed."""
    options = (forms.button("cod-yes", "cod_yes", order_id), forms.button("notice-cancel", "cancel_order", number))
    told: dict[str, _Value] = {"number": number, "items": items, "amount": amount}
    return _notice("cod_confirm", Buttons(say("notice-cod-confirm", **told), options), **told)


def cod_lapsed(number: str, items: Phrase) -> Notice[Phrase]:
    return _plain("cod_lapsed", number=number, items=items)


def order_secured(number: str, items: Phrase, how: str) -> Notice[Phrase]:
    """To those who pack: it is paid ("paid"), or the buyer has said she will take it ("cod")."""
    return _plain("order_secured", number=number, items=items, how=say("notice-secured-how", how=how))


def money_morning(payments: int, refunds: int) -> Notice[Phrase]:
    """To the office, each morning on which money is stuck."""
    told: dict[str, _Value] = {"payments": str(payments), "refunds": str(refunds)}
    body = Buttons(say("notice-money-morning", **told), (forms.button("office-money", "money"),))
    return _notice("money_morning", body, **told)


def payee_proposed(payee_id: int, seller: Phrase, vpa: str, name: str) -> Notice[Phrase]:
    """To the office: somebody wants a seller's money to go there; a second person must say yes."""
    told: dict[str, _Value] = {"seller": seller, "vpa": vpa, "name": Quoted(name)}
    body = Buttons(say("notice-payee-proposed", **told), (forms.button("office-see-payee", "payee", payee_id),))
    return _notice("payee_proposed", body, **told)


def _pay(key: str, bill: Bill, **told: _Value) -> Pay[Phrase]:
    return Pay(
        body=say(key, payee=Quoted(bill.payee), **told),
        label=say("pay-button", amount=bill.amount),
        page=bill.page,
        upi=bill.upi,
        reference=bill.reference,
        charges=bill.charges,
        until=bill.until,
        over=say("pay-over", number=bill.number),
    )


def _plain(template: str, **told: _Value) -> Notice[Phrase]:
    return _notice(template, Text(say("notice-" + template.replace("_", "-"), **told)), **told)


def _notice(template: str, inside: Inside[Phrase], **told: _Value) -> Notice[Phrase]:
    params = (say("notice-value", value=v) if isinstance(v, str | date | Money) else v for v in told.values())
    return Notice(template, tuple(params), inside)
