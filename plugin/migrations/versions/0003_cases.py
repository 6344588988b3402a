"""Cases: what is noted in them, what falls due, and what they are found by; documents know their case."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

OWNER = ["stegvis_cases.tenant", "stegvis_cases.id"]


def upgrade() -> None:
    """Makes the tables, and two columns of documents."""
    op.add_column("stegvis_documents", sa.Column("case_id", sa.Uuid))
    op.add_column("stegvis_documents", sa.Column("digest", sa.LargeBinary))
    op.create_index("ix_stegvis_documents_case", "stegvis_documents", ["tenant", "case_id", "form", "id"])
    _cases()
    _of_a_case(
        "case_events",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        key=["tenant", "case_id", "number"],
    )
    _of_a_case("case_tokens", sa.Column("token", sa.LargeBinary, nullable=False), key=["tenant", "token", "case_id"])
    op.create_index("ix_stegvis_case_tokens_case", "stegvis_case_tokens", ["tenant", "case_id"])
    _dues()
    op.create_table(
        "stegvis_search_keys",
        sa.Column("tenant", sa.Text, nullable=False),
        sa.Column("secret", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("tenant", name="pk_stegvis_search_keys"),
    )


def _cases() -> None:
    op.create_table(
        "stegvis_cases",
        sa.Column("tenant", sa.Text, nullable=False),
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("programme", sa.Text, nullable=False),
        sa.Column("responsible", sa.Text, nullable=False),
        sa.Column("closed", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("opened", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_by", sa.Text, nullable=False),
        sa.Column("changed", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stale", sa.Boolean, nullable=False),
        sa.Column("secret", sa.LargeBinary, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "id", name="pk_stegvis_cases"),
    )
    op.create_index("ix_stegvis_cases_closed", "stegvis_cases", ["tenant", "closed", "id"])
    op.create_index("ix_stegvis_cases_responsible", "stegvis_cases", ["tenant", "responsible", "closed", "id"])
    op.create_index("ix_stegvis_cases_programme", "stegvis_cases", ["tenant", "programme", "closed", "id"])
    op.create_index(
        "ix_stegvis_cases_stale",
        "stegvis_cases",
        ["tenant", "id"],
        sqlite_where=sa.text("stale = 1"),
        postgresql_where=sa.text("stale"),
    )


def _dues() -> None:
    _of_a_case(
        "dues",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("responsible", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("shown_from", sa.Date, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("document_id", sa.Uuid),
        key=["tenant", "case_id", "number"],
    )
    op.create_index("ix_stegvis_dues_responsible", "stegvis_dues", ["tenant", "responsible", "day", "case_id"])
    op.create_index("ix_stegvis_dues_day", "stegvis_dues", ["tenant", "day", "case_id"])


def _of_a_case(name: str, *columns: "sa.Column[object]", key: list[str]) -> None:
    op.create_table(
        f"stegvis_{name}",
        sa.Column("tenant", sa.Text, nullable=False),
        sa.Column("case_id", sa.Uuid, nullable=False),
        *columns,
        sa.PrimaryKeyConstraint(*key, name=f"pk_stegvis_{name}"),
        sa.ForeignKeyConstraint(
            ["tenant", "case_id"], OWNER, name=f"fk_stegvis_{name}_tenant_case_id", ondelete="CASCADE"
        ),
    )
