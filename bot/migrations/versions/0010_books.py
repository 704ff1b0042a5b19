"""The books are closed to changes; how many people share a group's proceeds."""

import sqlalchemy as sa
from alembic import op

revision = "books"
down_revision = "bookings"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TABLES = ("ledger_entry", "ledger_line")
_FUNCTION = """CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the books are append-only'; END $$"""


def upgrade() -> None:
    op.create_table(
        "headcount",
        sa.Column("id", _ID, nullable=False),
        sa.Column("group_id", sa.String(length=40), nullable=False),
        sa.Column("receiver", sa.String(length=16), nullable=False),
        sa.Column("people", _ID, nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("set_by", sa.String(length=40), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["producer_group.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_headcount_group_id"), "headcount", ["group_id"])
    if op.get_bind().dialect.name == "sqlite":
        for table in _TABLES:
            for verb in ("update", "delete"):
                op.execute(
                    f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} "
                    "BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END"
                )
        return
    op.execute(_FUNCTION)
    for table in _TABLES:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION append_only()"
        )


def downgrade() -> None:
    op.drop_table("headcount")
    sqlite = op.get_bind().dialect.name == "sqlite"
    for table in _TABLES:
        for name in (f"{table}_no_update", f"{table}_no_delete") if sqlite else (f"{table}_append_only",):
            op.execute(f"DROP TRIGGER {name}" + ("" if sqlite else f" ON {table}"))
