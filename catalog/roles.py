"""Who may do what: the one table of roles and acts, and who may appoint whom. Pure.

`docs/roles.md` is written from it (`python -m catalog.roles_page`). What a role may do depends on nothing but this
table and the kind of its group; whether a person has the role, `catalog.contacts` reads from the database.
"""

from typing import Literal, get_args

OFFICE = "office"
PRISON = "prison_workshop"

Act = Literal[
    "answer", "ready", "dispatch", "handover", "see_buyer", "stock", "price", "draft", "goods", "earnings",
    "desk", "see_orders", "move_orders", "tickets", "complaints", "publish", "money", "workers", "sellers", "reports",
    "calls", "appoint", "office",
    "invite", "revoke",
]  # fmt: skip
ACTS: tuple[Act, ...] = get_args(Act)

# What each act is, for the page and for whoever reads the table.
MEANS: dict[Act, str] = {
    "answer": "accept an order, offer a part of it, decline it",
    "ready": "say that it is made and packed",
    "dispatch": "send it, with the parcel's number",
    "handover": "hand it to the buyer, with what is paid at the door",
    "see_buyer": "the buyer's name, address and phone, after acceptance",
    "stock": "count what is on the shelf",
    "price": "change a price that is the group's own",
    "draft": "tell of new goods, for the office to look at",
    "goods": "the group's holidays and what else it says of its work",
    "earnings": "what the group has earned",
    "desk": "the office's menu",
    "see_orders": "every order, as it stands",
    "move_orders": "move an order for a group that answered on the phone, or give it to another",
    "tickets": "read, answer and close what waits, but complaints",
    "complaints": "read, answer and close complaints",
    "publish": "look at new goods, fill values in, let them sell",
    "money": "confirm payments and refunds, say who is paid",
    "workers": "take workers in",
    "sellers": "who sells by law",
    "reports": "what groups earned, and the sums",
    "calls": "whom to call, and who never answers",
    "appoint": "codes of the office itself, and their end",
    "office": "everything of the office that has no line of its own",
    "invite": "a joining code for somebody of the group; for the office of any group",
    "revoke": "end somebody's rights, or ask for a fresh code",
}
_ORDERS: frozenset[Act] = frozenset({"answer", "ready", "dispatch", "handover", "see_buyer"})
_GOODS: frozenset[Act] = frozenset({"stock", "price", "draft", "goods", "earnings"})
_PEOPLE: frozenset[Act] = frozenset({"invite", "revoke"})
_APPOINT: frozenset[Act] = frozenset({"appoint"})
_DESK: frozenset[Act] = frozenset(
    {"desk", "see_orders", "move_orders", "tickets", "complaints", "publish", "money", "workers", "sellers", "reports",
     "calls", "office"}
)  # fmt: skip

MAY: dict[str, frozenset[Act]] = {
    "officer": _ORDERS | _GOODS | _PEOPLE,
    "lead": _ORDERS | _GOODS | _PEOPLE,
    "deputy": frozenset[Act]({"answer", "ready"}) | _GOODS,
    "dispatcher": frozenset({"ready", "dispatch", "handover", "see_buyer"}),
    "member": frozenset({"ready", "draft"}),
    "stall": frozenset({"stock", "handover"}),
    OFFICE: frozenset[Act](_DESK | _PEOPLE),
    "admin": frozenset[Act](_DESK | _PEOPLE | _APPOINT),
    "district": frozenset(
        {"desk", "see_orders", "move_orders", "tickets", "complaints", "workers", "reports", "calls", "invite"}
    ),
    "grievance": frozenset({"desk", "see_orders", "complaints", "reports"}),
}
ROLES = tuple(MAY)
OFFICE_ROLES = (OFFICE, "admin", "district", "grievance")
GROUP_ROLES = tuple(role for role in ROLES if role not in OFFICE_ROLES)
# Whom an officer or a lead may bring in or send away by herself: who leads a group is the office's to say.
UNDER_THEM = ("deputy", "dispatcher", "member", "stall")
# A prison workshop's lead may work beside inmates, who never see where a buyer lives, nor bring anybody in
# (security.md 6). Its members are inmates, who have no part in a chat at all.
_PRISON_NEVER: dict[str, frozenset[Act]] = {
    "lead": frozenset[Act]({"dispatch", "handover", "see_buyer"}) | _PEOPLE,
    "member": frozenset(ACTS),
}


def may(role: str, act: Act, group_kind: str | None = None) -> bool:
    """Whether a contact of this role may do this; `group_kind` narrows it for prison workshops."""
    if group_kind == PRISON and act in _PRISON_NEVER.get(role, frozenset()):
        return False
    return act in MAY.get(role, frozenset())


def roles_of(group_id: str, group_kind: str) -> tuple[str, ...]:
    """The roles there are in a group of this kind."""
    if group_id == OFFICE:
        return OFFICE_ROLES
    return tuple(role for role in GROUP_ROLES if any(may(role, act, group_kind) for act in ACTS))


def appoints(role: str, act: Act, kind: str | None, to: str) -> bool:
    """Whether somebody of `role` (in a group of this kind) may bring in (`act` "invite") or send away ("revoke") one of
    the role `to`, where both are of one group, or the first is of the office."""
    if not may(role, act, kind):
        return False
    if role in OFFICE_ROLES:
        return to in GROUP_ROLES or may(role, "appoint")
    return to in UNDER_THEM
