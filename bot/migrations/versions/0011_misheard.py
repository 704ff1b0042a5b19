"""Words the shop did not understand."""

import sqlalchemy as sa
from alembic import op

revision = "misheard"
down_revision = "books"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "misheard",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.Column("awaiting", sa.String(length=24), nullable=True),
        sa.Column("script", sa.String(length=10), nullable=False),
        sa.Column("words", sa.String(length=320), nullable=False),
        sa.Column("best", sa.String(length=40), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("did", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_misheard_at"), "misheard", ["at"])


def downgrade() -> None:
    op.drop_table("misheard")
