"""Whether notices of orders were seen, and whom the office must call."""

import sqlalchemy as sa
from alembic import op

revision = "reaching"
down_revision = "contact_confirmed"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "told",
        sa.Column("id", _ID, nullable=False),
        sa.Column("outbox_id", _ID, nullable=False),
        sa.Column("seller_order_id", _ID, nullable=False),
        sa.Column("contact_id", _ID, nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("rung", sa.String(length=8), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.String(length=8), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"]),
        sa.ForeignKeyConstraint(["seller_order_id"], ["seller_order.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("outbox_id"),
    )
    op.create_index(op.f("ix_told_seller_order_id"), "told", ["seller_order_id"])
    op.create_table(
        "call_wish",
        sa.Column("id", _ID, nullable=False),
        sa.Column("seller_order_id", _ID, nullable=False),
        sa.Column("contact_id", _ID, nullable=True),
        sa.Column("why", sa.String(length=8), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"]),
        sa.ForeignKeyConstraint(["seller_order_id"], ["seller_order.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "call_wish_open",
        "call_wish",
        ["seller_order_id"],
        unique=True,
        sqlite_where=sa.text("done_at IS NULL"),
        postgresql_where=sa.text("done_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_table("call_wish")
    op.drop_table("told")
