"""Work that is booked: who can be called home, what was asked for, who was asked."""

import sqlalchemy as sa
from alembic import op

revision = "bookings"
down_revision = "product_draft"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_AT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "worker",
        sa.Column("id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("class_id", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("pincode", sa.String(length=6), nullable=False),
        sa.Column("district", sa.String(length=60), nullable=True),
        sa.Column("phone", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("ticket_id", _ID, nullable=True),
        sa.Column("asked_at", _AT, nullable=True),
        sa.Column("since", _AT, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("person_id", "class_id"),
    )
    op.create_index(op.f("ix_worker_person_id"), "worker", ["person_id"])
    op.create_index(op.f("ix_worker_class_id"), "worker", ["class_id"])
    op.create_table(
        "booking",
        sa.Column("id", _ID, nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("cause", sa.String(length=160), nullable=False),
        sa.Column("order_id", _ID, nullable=True),
        sa.Column("class_id", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("line", sa.String(length=400), nullable=False),
        sa.Column("pincode", sa.String(length=6), nullable=False),
        sa.Column("district", sa.String(length=60), nullable=True),
        sa.Column("phone", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("worker_id", _ID, nullable=True),
        sa.Column("made_at", _AT, nullable=False),
        sa.Column("changed_at", _AT, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["order_id"], ["order.id"]),
        sa.ForeignKeyConstraint(["worker_id"], ["worker.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
        sa.UniqueConstraint("cause"),
    )
    op.create_index(op.f("ix_booking_person_id"), "booking", ["person_id"])
    op.create_table(
        "booking_offer",
        sa.Column("id", _ID, nullable=False),
        sa.Column("booking_id", _ID, nullable=False),
        sa.Column("worker_id", _ID, nullable=False),
        sa.Column("asked_at", _AT, nullable=False),
        sa.Column("answer", sa.String(length=8), nullable=True),
        sa.Column("answered_at", _AT, nullable=True),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"]),
        sa.ForeignKeyConstraint(["worker_id"], ["worker.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("booking_id", "worker_id"),
    )
    op.create_index(op.f("ix_booking_offer_booking_id"), "booking_offer", ["booking_id"])


def downgrade() -> None:
    op.drop_table("booking_offer")
    op.drop_table("booking")
    op.drop_table("worker")
