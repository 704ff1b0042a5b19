"""Whose part of an order it was at each move; the group a cart's line was shown with."""

import sqlalchemy as sa
from alembic import op

revision = "rerouting"
down_revision = "send_cost"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("journal_entry", sa.Column("group_id", sa.String(length=40), nullable=True))
    op.add_column("cart_line", sa.Column("group_id", sa.String(length=40), nullable=True))
    op.add_column("cart_line", sa.Column("matched_for", sa.String(length=60), nullable=True))


def downgrade() -> None:
    op.drop_column("cart_line", "matched_for")
    op.drop_column("cart_line", "group_id")
    op.drop_column("journal_entry", "group_id")
