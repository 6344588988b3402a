"""Documents, their versions, the one-time keys and the log."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

REFUSAL = "stegvis_events is append-only"


def upgrade() -> None:
    """Makes every table of the first release."""
    _documents()
    _revisions()
    _requests()
    _log()
    if op.get_bind().dialect.name == "sqlite":
        _append_only_on_sqlite()
    else:
        _append_only_on_postgresql()


def _documents() -> None:
    op.create_table(
        "stegvis_definitions",
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("stored", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_stegvis_definitions"),
    )
    op.create_table(
        "stegvis_documents",
        sa.Column("tenant", sa.Text, nullable=False),
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("definition_sha256", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.Text, nullable=False),
        sa.Column("changed", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Text, nullable=False),
        sa.Column("replaces", sa.Uuid),
        sa.Column("secret", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "id", name="pk_stegvis_documents"),
        sa.ForeignKeyConstraint(
            ["definition_sha256"], ["stegvis_definitions.sha256"], name="fk_stegvis_documents_definition_sha256"
        ),
    )
    op.create_index("ix_stegvis_documents_tenant_state_id", "stegvis_documents", ["tenant", "state", "id"])


def _revisions() -> None:
    op.create_table(
        "stegvis_revisions",
        sa.Column("tenant", sa.Text, nullable=False),
        sa.Column("document_id", sa.Uuid, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "document_id", "version", name="pk_stegvis_revisions"),
        sa.ForeignKeyConstraint(
            ["tenant", "document_id"],
            ["stegvis_documents.tenant", "stegvis_documents.id"],
            name="fk_stegvis_revisions_tenant_document_id",
            ondelete="CASCADE",
        ),
    )


def _requests() -> None:
    op.create_table(
        "stegvis_requests",
        sa.Column("tenant", sa.Text, nullable=False),
        sa.Column("once_sha256", sa.Text, nullable=False),
        sa.Column("verb", sa.Text, nullable=False),
        sa.Column("document_id", sa.Uuid, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("fingerprint", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "once_sha256", name="pk_stegvis_requests"),
    )


def _log() -> None:
    op.create_table(
        "stegvis_logs",
        sa.Column("tenant", sa.Text, nullable=False),
        sa.Column("length", sa.Integer, nullable=False),
        sa.Column("head", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("tenant", name="pk_stegvis_logs"),
    )
    op.create_table(
        "stegvis_events",
        sa.Column("tenant", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("verb", sa.Text, nullable=False),
        sa.Column("document_id", sa.Uuid),
        sa.Column("version", sa.Integer),
        sa.Column("reason", sa.LargeBinary),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("previous", sa.Text, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "number", name="pk_stegvis_events"),
    )
    op.create_index(
        "ix_stegvis_events_tenant_document_id_number", "stegvis_events", ["tenant", "document_id", "number"]
    )


def _append_only_on_sqlite() -> None:
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER stegvis_events_no_{act.lower()} BEFORE {act} ON stegvis_events "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        )


def _append_only_on_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION stegvis_events_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER stegvis_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON stegvis_events "
        "FOR EACH STATEMENT EXECUTE FUNCTION stegvis_events_append_only()"
    )
