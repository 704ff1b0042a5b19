"""Who sells, who is paid, what was paid and what goes back, the ledger; tax and sums of each part of an order."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "seller",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("gst_status", sa.String(length=16), nullable=True),
        sa.Column("gstin", sa.String(length=15), nullable=True),
        sa.Column("enrolment", sa.String(length=20), nullable=True),
        sa.Column("pan_on_file", sa.Boolean(), nullable=False),
        sa.Column("address", sa.String(length=300), nullable=True),
        sa.Column("pincode", sa.String(length=6), nullable=True),
        sa.Column("phone", sa.String(length=16), nullable=True),
        sa.Column("email", sa.String(length=120), nullable=True),
        sa.Column("grievance_name", sa.String(length=120), nullable=True),
        sa.Column("grievance_role", sa.String(length=80), nullable=True),
        sa.Column("grievance_contact", sa.String(length=120), nullable=True),
        sa.Column("source", sa.String(length=80), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "payee",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("seller_id", sa.String(length=40), nullable=False),
        sa.Column("vpa", sa.String(length=80), nullable=True),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("gateway_account", sa.String(length=60), nullable=True),
        sa.Column("proposed_by", sa.String(length=40), nullable=False),
        sa.Column("confirmed_by", sa.String(length=40), nullable=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["seller_id"],
            ["seller.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("payee", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_payee_seller_id"), ["seller_id"], unique=False)

    op.create_table(
        "payment",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.Column("reference", sa.String(length=35), nullable=False),
        sa.Column("order_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("seller_id", sa.String(length=40), nullable=True),
        sa.Column("method", sa.String(length=8), nullable=False),
        sa.Column("amount_paise", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("gateway_id", sa.String(length=60), nullable=True),
        sa.Column("utr", sa.String(length=22), nullable=True),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paid_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paid_by", sa.String(length=40), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["order.id"],
        ),
        sa.ForeignKeyConstraint(
            ["seller_id"],
            ["seller.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("gateway_id"),
        sa.UniqueConstraint("reference"),
        sa.UniqueConstraint("token"),
        sa.UniqueConstraint("utr"),
    )
    with op.batch_alter_table("payment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_payment_order_id"), ["order_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_payment_seller_id"), ["seller_id"], unique=False)
        batch_op.create_index("payment_open", ["state", "expires_at"], unique=False)

    op.create_table(
        "split_rule",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("group_id", sa.String(length=40), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("shares", sa.JSON(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("set_by", sa.String(length=40), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["producer_group.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("split_rule", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_split_rule_group_id"), ["group_id"], unique=False)

    op.create_table(
        "ledger_entry",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("cause", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("seller_id", sa.String(length=40), nullable=True),
        sa.Column("group_id", sa.String(length=40), nullable=True),
        sa.Column("order_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("seller_order_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("memo", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["producer_group.id"],
        ),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["order.id"],
        ),
        sa.ForeignKeyConstraint(
            ["seller_id"],
            ["seller.id"],
        ),
        sa.ForeignKeyConstraint(
            ["seller_order_id"],
            ["seller_order.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("cause"),
    )
    with op.batch_alter_table("ledger_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ledger_entry_group_id"), ["group_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_ledger_entry_order_id"), ["order_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_ledger_entry_seller_id"), ["seller_id"], unique=False)

    op.create_table(
        "refund",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("cause", sa.String(length=120), nullable=False),
        sa.Column("payment_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("seller_order_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("amount_paise", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("reference", sa.String(length=60), nullable=True),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(
            ["payment_id"],
            ["payment.id"],
        ),
        sa.ForeignKeyConstraint(
            ["seller_order_id"],
            ["seller_order.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("cause"),
    )
    with op.batch_alter_table("refund", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_refund_payment_id"), ["payment_id"], unique=False)

    op.create_table(
        "ledger_line",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("entry_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("account", sa.String(length=80), nullable=False),
        sa.Column("paise", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["ledger_entry.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("ledger_line", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ledger_line_account"), ["account"], unique=False)
        batch_op.create_index(batch_op.f("ix_ledger_line_entry_id"), ["entry_id"], unique=False)

    with op.batch_alter_table("order_line", schema=None) as batch_op:
        batch_op.add_column(sa.Column("hsn", sa.String(length=8), nullable=True))
        batch_op.add_column(sa.Column("rate_bp", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.add_column(
            sa.Column(
                "taxable_paise",
                sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
                nullable=False,
                server_default="0",
            )
        )
        batch_op.add_column(
            sa.Column(
                "cgst_paise", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False, server_default="0"
            )
        )
        batch_op.add_column(
            sa.Column(
                "sgst_paise", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False, server_default="0"
            )
        )
        batch_op.add_column(
            sa.Column(
                "igst_paise", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False, server_default="0"
            )
        )

    with op.batch_alter_table("producer_group", schema=None) as batch_op:
        batch_op.add_column(sa.Column("seller_id", sa.String(length=40), nullable=True))
        batch_op.create_foreign_key("producer_group_seller", "seller", ["seller_id"], ["id"])

    with op.batch_alter_table("seller_order", schema=None) as batch_op:
        batch_op.add_column(sa.Column("seller_id", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("place_of_supply", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("delivery", sa.String(length=8), nullable=False, server_default="post"))
        batch_op.add_column(
            sa.Column(
                "goods_paise", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False, server_default="0"
            )
        )
        batch_op.add_column(
            sa.Column(
                "delivery_paise",
                sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
                nullable=False,
                server_default="0",
            )
        )
        batch_op.create_foreign_key("seller_order_seller", "seller", ["seller_id"], ["id"])
    # What older orders said of themselves: no tax was told, the goods of a part are the sum of its lines.
    op.execute("UPDATE order_line SET taxable_paise = amount_paise")
    op.execute(
        "UPDATE seller_order SET goods_paise = COALESCE("
        "(SELECT SUM(amount_paise) FROM order_line WHERE order_line.seller_order_id = seller_order.id), 0)"
    )


def downgrade() -> None:
    with op.batch_alter_table("seller_order", schema=None) as batch_op:
        batch_op.drop_constraint("seller_order_seller", type_="foreignkey")
        batch_op.drop_column("delivery_paise")
        batch_op.drop_column("goods_paise")
        batch_op.drop_column("delivery")
        batch_op.drop_column("place_of_supply")
        batch_op.drop_column("seller_id")

    with op.batch_alter_table("producer_group", schema=None) as batch_op:
        batch_op.drop_constraint("producer_group_seller", type_="foreignkey")
        batch_op.drop_column("seller_id")

    with op.batch_alter_table("order_line", schema=None) as batch_op:
        batch_op.drop_column("igst_paise")
        batch_op.drop_column("sgst_paise")
        batch_op.drop_column("cgst_paise")
        batch_op.drop_column("taxable_paise")
        batch_op.drop_column("rate_bp")
        batch_op.drop_column("hsn")

    with op.batch_alter_table("ledger_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ledger_line_entry_id"))
        batch_op.drop_index(batch_op.f("ix_ledger_line_account"))

    op.drop_table("ledger_line")
    with op.batch_alter_table("refund", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_refund_payment_id"))

    op.drop_table("refund")
    with op.batch_alter_table("ledger_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ledger_entry_seller_id"))
        batch_op.drop_index(batch_op.f("ix_ledger_entry_order_id"))
        batch_op.drop_index(batch_op.f("ix_ledger_entry_group_id"))

    op.drop_table("ledger_entry")
    with op.batch_alter_table("split_rule", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_split_rule_group_id"))

    op.drop_table("split_rule")
    with op.batch_alter_table("payment", schema=None) as batch_op:
        batch_op.drop_index("payment_open")
        batch_op.drop_index(batch_op.f("ix_payment_seller_id"))
        batch_op.drop_index(batch_op.f("ix_payment_order_id"))

    op.drop_table("payment")
    with op.batch_alter_table("payee", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_payee_seller_id"))

    op.drop_table("payee")
    op.drop_table("seller")
