"""Registers: their entries and what is noted of them; the places that cases take."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "stegvis_stays",
        sa.Column("tenant", sa.Text, nullable=False),
        sa.Column("case_id", sa.Uuid, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("place", sa.LargeBinary, nullable=False),
        sa.Column("first", sa.Date, nullable=False),
        sa.Column("last", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "case_id", "number", name="pk_stegvis_stays"),
        _of("stays", "case_id", "cases"),
    )
    op.create_index("ix_stegvis_stays_place", "stegvis_stays", ["tenant", "place", "last"])
    op.create_table(
        "stegvis_entries",
        sa.Column("tenant", sa.Text, nullable=False),
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("register", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("retired", sa.Boolean, nullable=False),
        sa.Column("changed", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Text, nullable=False),
        sa.Column("secret", sa.LargeBinary, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "id", name="pk_stegvis_entries"),
    )
    op.create_index("ix_stegvis_entries_register", "stegvis_entries", ["tenant", "register", "id"])
    op.create_table(
        "stegvis_entry_events",
        sa.Column("tenant", sa.Text, nullable=False),
        sa.Column("entry_id", sa.Uuid, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "entry_id", "number", name="pk_stegvis_entry_events"),
        _of("entry_events", "entry_id", "entries"),
    )
    op.execute(
        "UPDATE stegvis_cases SET stale = true WHERE NOT closed"
    )  # the places they take are counted at the next list


def _of(table: str, column: str, owner: str) -> sa.ForeignKeyConstraint:
    name = f"fk_stegvis_{table}_tenant_{column}"
    return sa.ForeignKeyConstraint(
        ["tenant", column], [f"stegvis_{owner}.tenant", f"stegvis_{owner}.id"], name=name, ondelete="CASCADE"
    )
