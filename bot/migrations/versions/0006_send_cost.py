"""What each send costs."""

import sqlalchemy as sa
from alembic import op

revision = "send_cost"
down_revision = "goods_declared"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "send_cost",
        sa.Column("id", _ID, nullable=False),
        sa.Column("outbox_id", _ID, nullable=False),
        sa.Column("part", _ID, nullable=False),
        sa.Column("channel", sa.String(length=12), nullable=False),
        sa.Column("party", sa.String(length=8), nullable=False),
        sa.Column("category", sa.String(length=12), nullable=False),
        sa.Column("micro_rupees", _ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("outbox_id", "part"),
    )
    op.create_index(op.f("ix_send_cost_at"), "send_cost", ["at"])


def downgrade() -> None:
    op.drop_table("send_cost")
