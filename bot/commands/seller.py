"""`haat seller …`: who sells by law, and what the office says of them."""

from datetime import datetime
from typing import Annotated

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import utc_now
from bot.commands import door
from bot.commands.acts import AsJson, Refused, Row, perform, show, tell
from catalog.tables import Seller
from orders import office_book, sellers, statutes

cli = typer.Typer(no_args_is_help=True, callback=door.enter)


async def all_sellers(db: AsyncSession) -> list[Row]:
    """Every seller, and how many things about him nobody has said yet."""
    rules = statutes.rules()
    return [
        {
            "id": row.id,
            "name": row.name["en"],
            "state": row.state,
            "gst": row.gst_status,
            "source": row.source,
            "missing": len(sellers.wanting(row, rules)),
        }
        for row in await sellers.all_sellers(db)
    ]


async def one(db: AsyncSession, seller_id: str) -> Row:
    """All that is known of a seller, and what is missing. Raises Refused."""
    row = await db.get(Seller, seller_id)
    if row is None:
        raise Refused(f"There is no seller {seller_id}; `haat seller list` names them.")
    known = {
        "id": row.id,
        "kind": row.kind,
        "name": row.name["en"],
        "state": row.state,
        "source": row.source,
        "pan": "on file" if row.pan_on_file else None,
    }
    said = {what: getattr(row, what) for what in sellers.WHAT if what != "pan"}
    return {**known, **said, "missing": list(sellers.wanting(row, statutes.rules()))}


async def set_facts(db: AsyncSession, seller_id: str, facts: dict[str, str], now: datetime) -> Row:
    """Takes what the office says, all or nothing, and notes it in the office's book. Raises Refused."""
    if not facts:
        raise Refused("Nothing to write: `haat seller set --help` names what can be said.")
    try:
        await sellers.tell(db, seller_id, facts)
    except (ValueError, LookupError) as wrong:
        raise Refused(f"Not written: {wrong}.") from wrong
    for what, said in facts.items():
        await office_book.note(db, office_book.CLI, what, f"seller {seller_id}", said, now)
    return await one(db, seller_id)


async def assign(db: AsyncSession, group_id: str, seller_id: str, now: datetime) -> Row:
    try:
        await sellers.assign(db, group_id, seller_id)
    except LookupError as wrong:
        raise Refused(f"Not written: {wrong}.") from wrong
    await office_book.note(db, office_book.CLI, "seller", group_id, seller_id, now)
    return {"group": group_id, "seller": seller_id}


@cli.command("list")
def list_command(as_json: AsJson = False) -> None:
    """Every seller."""
    show(perform(all_sellers), as_json)


@cli.command("show")
def show_command(seller_id: str, as_json: AsJson = False) -> None:
    """What is known of one seller."""
    row = perform(lambda db: one(db, seller_id))
    facts = [{"what": what, "said": said} for what, said in row.items() if what != "missing"]
    show([row] if as_json else [*facts, {"what": "missing", "said": ", ".join(row["missing"]) or None}], as_json)


@cli.command("set")
def set_command(
    seller_id: str,
    gst: Annotated[str | None, typer.Option(help="registered, composition or unregistered.")] = None,
    gstin: Annotated[str | None, typer.Option(help="Of a registered seller.")] = None,
    enrolment: Annotated[str | None, typer.Option(help="Of an unregistered one (Notification 34/2023).")] = None,
    pan: Annotated[str | None, typer.Option(help="yes when its PAN is on file; the number is not kept.")] = None,
    address: Annotated[str | None, typer.Option()] = None,
    pincode: Annotated[str | None, typer.Option()] = None,
    phone: Annotated[str | None, typer.Option()] = None,
    email: Annotated[str | None, typer.Option()] = None,
    grievance_name: Annotated[str | None, typer.Option(help="Who takes complaints.")] = None,
    grievance_role: Annotated[str | None, typer.Option(help="That person's post.")] = None,
    grievance_contact: Annotated[str | None, typer.Option(help="Phone or e-mail.")] = None,
    as_json: AsJson = False,
) -> None:
    """Writes what the office says of a seller; a GST status ends what was made up for practice."""
    said = {"gst_status": gst, "gstin": gstin, "enrolment": enrolment, "pan": pan, "address": address,
            "pincode": pincode, "phone": phone, "email": email, "grievance_name": grievance_name,
            "grievance_role": grievance_role, "grievance_contact": grievance_contact}  # fmt: skip
    facts = {what: words for what, words in said.items() if words is not None}
    row = perform(lambda db: set_facts(db, seller_id, facts, utc_now()))
    missing = ", ".join(row["missing"])
    tell(row, as_json, f"Noted. Still missing: {missing}." if missing else f"Noted. {seller_id} is complete.")


@cli.command("assign")
def assign_command(group_id: str, seller_id: str, as_json: AsJson = False) -> None:
    """Says who sells what a group makes from now on."""
    row = perform(lambda db: assign(db, group_id, seller_id, utc_now()))
    tell(row, as_json, f"{seller_id} sells what {group_id} makes.")
