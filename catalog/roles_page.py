"""`docs/roles.md`, written from the table that decides (`catalog.roles`)."""

from pathlib import Path

from catalog.roles import ACTS, GROUP_ROLES, MEANS, OFFICE_ROLES, PRISON, UNDER_THEM, Act, may

PAGE = Path(__file__).parent.parent / "docs" / "roles.md"


def page() -> str:
    """The whole page as text."""
    return "\n".join([
        "# Who may do what",
        "",
        "Written by `python -m catalog.roles_page` from `catalog/roles.py`, the table that decides in the chat and on",
        "the command line. A role comes with the one-time code by which a person joins; a person may have several, in",
        "several groups. Who may not is told so, and the attempt stands in the office's book.",
        "",
        *_table("Of a group", GROUP_ROLES),
        "",
        "¹ not in a prison workshop, whose lead may work beside inmates. Nobody joins it as a member.",
        "",
        *_table("Of the office", OFFICE_ROLES),
        "",
        f"An officer or a lead brings in and sends away: {', '.join(UNDER_THEM)}. The office any contact of any group;",
        "only the admin (and whoever holds the machine) those of the office. Nobody ends her own rights in a chat.",
        "",
        "On the command line whoever holds the machine may do everything; `haat office --as 7 …` leaves a",
        "person of the office the rights of her role and writes her commands down in her name.",
        "",
    ])  # fmt: skip


def _table(title: str, roles: tuple[str, ...]) -> list[str]:
    """The acts that anybody of these roles may do."""
    acts = [act for act in ACTS if any(may(role, act) for role in roles)]
    head = [f"## {title}", "", _row("act", *roles, "what it is"), "|---" * (len(roles) + 2) + "|"]
    return [*head, *[_row(act, *[_mark(role, act) for role in roles], MEANS[act]) for act in acts]]


def _mark(role: str, act: Act) -> str:
    if not may(role, act):
        return "–"
    return "yes" if may(role, act, PRISON) else "yes¹"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
