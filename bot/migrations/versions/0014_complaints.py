"""Complaints: what is wrong, what she wishes, when it was settled; and ratings."""

import sqlalchemy as sa
from alembic import op

revision = "complaints"
down_revision = "documents"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_AT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("ticket", sa.Column("reason", sa.String(length=12), nullable=True))
    op.add_column("ticket", sa.Column("wish", sa.String(length=12), nullable=True))
    op.add_column("ticket", sa.Column("closed_at", _AT, nullable=True))
    op.execute("UPDATE ticket SET closed_at = answered_at WHERE state = 'closed'")
    op.create_table(
        "rating",
        sa.Column("id", _ID, nullable=False),
        sa.Column("seller_order_id", _ID, nullable=False),
        sa.Column("stars", _ID, nullable=False),
        sa.Column("words", sa.String(length=500), nullable=True),
        sa.Column("let_through", sa.Boolean(), nullable=False),
        sa.Column("at", _AT, nullable=False),
        sa.ForeignKeyConstraint(["seller_order_id"], ["seller_order.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("seller_order_id"),
    )


def downgrade() -> None:
    op.drop_table("rating")
    for column in ("closed_at", "wish", "reason"):
        op.drop_column("ticket", column)
