"""What packed food declares, what a rate of tax depends on, certificates; rates the office says."""

import sqlalchemy as sa
from alembic import op

revision = "goods_declared"
down_revision = "0004"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "tax_rate",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("hsn", sa.String(length=8), nullable=False),
        sa.Column("rate_bp", NUMBER, nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("set_by", sa.String(length=40), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("tax_rate", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tax_rate_hsn"), ["hsn"], unique=False)
    with op.batch_alter_table("product", schema=None) as batch_op:
        batch_op.add_column(sa.Column("tax_tags", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("food", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("declarations", sa.JSON(), nullable=False, server_default="{}"))
        batch_op.add_column(sa.Column("certificates", sa.JSON(), nullable=False, server_default="{}"))
        batch_op.drop_column("handloom_mark")  # nobody could fill it


def downgrade() -> None:
    with op.batch_alter_table("product", schema=None) as batch_op:
        batch_op.add_column(sa.Column("handloom_mark", sa.String(length=80), nullable=True))
        batch_op.drop_column("certificates")
        batch_op.drop_column("declarations")
        batch_op.drop_column("food")
        batch_op.drop_column("tax_tags")
    with op.batch_alter_table("tax_rate", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tax_rate_hsn"))
    op.drop_table("tax_rate")
