"""A contact may have to confirm anew who it is."""

import sqlalchemy as sa
from alembic import op

revision = "contact_confirmed"
down_revision = "pickup"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("contact", sa.Column("suspended_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("contact", sa.Column("doubt", sa.String(length=12), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("contact") as contact:
        contact.drop_column("doubt")
        contact.drop_column("suspended_at")
