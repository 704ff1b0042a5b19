"""Outlets where goods are fetched, the codes for it, and the days on which a part is to arrive."""

import sqlalchemy as sa
from alembic import op

revision = "pickup"
down_revision = "closed_days"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "outlet",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("seller_id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("short", sa.JSON(), nullable=False),
        sa.Column("place", sa.JSON(), nullable=False),
        sa.Column("district", sa.String(length=60), nullable=True),
        sa.Column("state", sa.String(length=60), nullable=False),
        sa.Column("pincode", sa.String(length=6), nullable=True),
        sa.Column("line", sa.String(length=300), nullable=True),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("serves", sa.String(length=8), nullable=False),
        sa.Column("opens", sa.String(length=5), nullable=True),
        sa.Column("closes", sa.String(length=5), nullable=True),
        sa.Column("closed_on", sa.String(length=9), nullable=True),
        sa.Column("from_day", sa.Date(), nullable=True),
        sa.Column("until_day", sa.Date(), nullable=True),
        sa.Column("gives_source", sa.String(length=80), nullable=True),
        sa.Column("source", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["producer_group.id"]),
        sa.ForeignKeyConstraint(["seller_id"], ["seller.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("seller_order") as table:
        table.add_column(sa.Column("outlet_id", sa.String(length=40), nullable=True))
        table.add_column(sa.Column("arrives_from", sa.Date(), nullable=True))
        table.add_column(sa.Column("arrives_by", sa.Date(), nullable=True))
        table.add_column(sa.Column("arrives_sample", sa.Boolean(), nullable=False, server_default=sa.false()))
        table.create_foreign_key("seller_order_outlet", "outlet", ["outlet_id"], ["id"])
    with op.batch_alter_table("seller_order") as table:
        table.alter_column("arrives_sample", server_default=None)
    op.create_table(
        "pickup_code",
        sa.Column("seller_order_id", BIG, nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["seller_order_id"], ["seller_order.id"]),
        sa.PrimaryKeyConstraint("seller_order_id"),
        sa.UniqueConstraint("code_hash"),
    )
    op.create_table(
        "pickup_guess",
        sa.Column("id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_pickup_guess_person_id"), "pickup_guess", ["person_id"])


def downgrade() -> None:
    op.drop_table("pickup_guess")
    op.drop_table("pickup_code")
    with op.batch_alter_table("seller_order") as table:
        table.drop_constraint("seller_order_outlet", type_="foreignkey")
        for column in ("arrives_sample", "arrives_by", "arrives_from", "outlet_id"):
            table.drop_column(column)
    op.drop_table("outlet")
