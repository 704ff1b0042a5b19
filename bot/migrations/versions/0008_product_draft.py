"""Goods that producers tell of in the chat, until the office puts them on the shelf."""

import sqlalchemy as sa
from alembic import op

revision = "product_draft"
down_revision = "rerouting"
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "product_draft",
        sa.Column("id", _BIG, primary_key=True),
        sa.Column("group_id", sa.String(40), sa.ForeignKey("producer_group.id"), nullable=False),
        sa.Column("person_id", _BIG, sa.ForeignKey("person.id"), nullable=False, index=True),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("name", sa.String(60)),
        sa.Column("hindi", sa.String(60)),
        sa.Column("pack_milli", _BIG),
        sa.Column("pack_unit", sa.String(12)),
        sa.Column("unit", sa.String(12)),
        sa.Column("price_paise", _BIG),
        sa.Column("stock_milli", _BIG),
        sa.Column("lead_days", _BIG),
        sa.Column("category_id", sa.String(40), sa.ForeignKey("category.id")),
        sa.Column("sku", sa.String(40), sa.ForeignKey("product.sku")),
        sa.Column("ticket_id", _BIG, sa.ForeignKey("ticket.id")),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("product_draft")
