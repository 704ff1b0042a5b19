"""How far a contact has come in the lessons."""

import sqlalchemy as sa
from alembic import op

revision = "training"
down_revision = "reaching"
branch_labels = None
depends_on = None

_COUNT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("contact", sa.Column("lessons", _COUNT, server_default="0", nullable=False))
    op.add_column("contact", sa.Column("practised_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("contact") as contact:
        contact.drop_column("practised_at")
        contact.drop_column("lessons")
