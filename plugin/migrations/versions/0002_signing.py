"""What happens in signing, and the files that belong to a document."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

OWNER = ["stegvis_documents.tenant", "stegvis_documents.id"]


def upgrade() -> None:
    """Makes both tables, and the rule that one party signs once in a round."""
    op.create_table(
        "stegvis_signing_events",
        sa.Column("tenant", sa.Text, nullable=False),
        sa.Column("document_id", sa.Uuid, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("party", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "document_id", "number", name="pk_stegvis_signing_events"),
        sa.ForeignKeyConstraint(
            ["tenant", "document_id"], OWNER, name="fk_stegvis_signing_events_tenant_document_id", ondelete="CASCADE"
        ),
    )
    op.create_index(
        "uq_stegvis_signing_events_party",
        "stegvis_signing_events",
        ["tenant", "document_id", "round", "party"],
        unique=True,
        sqlite_where=sa.text("kind = 'approved'"),
        postgresql_where=sa.text("kind = 'approved'"),
    )
    op.create_table(
        "stegvis_artefacts",
        sa.Column("tenant", sa.Text, nullable=False),
        sa.Column("document_id", sa.Uuid, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "document_id", "name", name="pk_stegvis_artefacts"),
        sa.ForeignKeyConstraint(
            ["tenant", "document_id"], OWNER, name="fk_stegvis_artefacts_tenant_document_id", ondelete="CASCADE"
        ),
    )
