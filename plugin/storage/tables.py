"""The tables. Personal data lies in `payload` alone, sealed; SQL never looks into it."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    Uuid,
    text,
)
from sqlalchemy.types import TypeDecorator

PREFIX = "stegvis_"
VERSION_TABLE = "stegvis_alembic_version"

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcMoment(TypeDecorator[datetime]):
    """An aware time, in UTC on both engines; SQLite has no time zones of its own."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        """Refuses a time without zone."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a stored time must have a time zone")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        """The same moment, in UTC."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


definitions = Table(
    PREFIX + "definitions",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("content", Text, nullable=False),
    Column("stored", UtcMoment, nullable=False),
)

documents = Table(
    PREFIX + "documents",
    metadata,
    Column("tenant", Text, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("form", Text, nullable=False),
    Column("definition_sha256", Text, ForeignKey(definitions.c.sha256), nullable=False),
    Column("version", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("created", UtcMoment, nullable=False),
    Column("created_by", Text, nullable=False),
    Column("changed", UtcMoment, nullable=False),
    Column("changed_by", Text, nullable=False),
    Column("replaces", Uuid),
    Column("secret", LargeBinary, nullable=False),
    Column("case_id", Uuid),
    Column("digest", LargeBinary),
    Index(None, "tenant", "state", "id"),
    Index("ix_stegvis_documents_case", "tenant", "case_id", "form", "id"),
)

cases = Table(
    PREFIX + "cases",
    metadata,
    Column("tenant", Text, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("programme", Text, nullable=False),
    Column("responsible", Text, nullable=False),
    Column("closed", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("opened", UtcMoment, nullable=False),
    Column("opened_by", Text, nullable=False),
    Column("changed", UtcMoment, nullable=False),
    Column("stale", Boolean, nullable=False),
    Column("secret", LargeBinary, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Index("ix_stegvis_cases_closed", "tenant", "closed", "id"),
    Index("ix_stegvis_cases_responsible", "tenant", "responsible", "closed", "id"),
    Index("ix_stegvis_cases_programme", "tenant", "programme", "closed", "id"),
)
Index(
    "ix_stegvis_cases_stale",
    cases.c.tenant,
    cases.c.id,
    sqlite_where=text("stale = 1"),
    postgresql_where=text("stale"),
)

case_events = Table(
    PREFIX + "case_events",
    metadata,
    Column("tenant", Text, primary_key=True),
    Column("case_id", Uuid, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcMoment, nullable=False),
    Column("who", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    ForeignKeyConstraint(["tenant", "case_id"], [cases.c.tenant, cases.c.id], ondelete="CASCADE"),
)

case_tokens = Table(
    PREFIX + "case_tokens",
    metadata,
    Column("tenant", Text, primary_key=True),
    Column("token", LargeBinary, primary_key=True),
    Column("case_id", Uuid, primary_key=True),
    ForeignKeyConstraint(["tenant", "case_id"], [cases.c.tenant, cases.c.id], ondelete="CASCADE"),
    Index("ix_stegvis_case_tokens_case", "tenant", "case_id"),
)

dues = Table(
    PREFIX + "dues",
    metadata,
    Column("tenant", Text, primary_key=True),
    Column("case_id", Uuid, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("responsible", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("shown_from", Date, nullable=False),
    Column("what", Text, nullable=False),
    Column("document_id", Uuid),
    ForeignKeyConstraint(["tenant", "case_id"], [cases.c.tenant, cases.c.id], ondelete="CASCADE"),
    Index("ix_stegvis_dues_responsible", "tenant", "responsible", "day", "case_id"),
    Index("ix_stegvis_dues_day", "tenant", "day", "case_id"),
)

stays = Table(
    PREFIX + "stays",
    metadata,
    Column("tenant", Text, primary_key=True),
    Column("case_id", Uuid, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("place", LargeBinary, nullable=False),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    ForeignKeyConstraint(["tenant", "case_id"], [cases.c.tenant, cases.c.id], ondelete="CASCADE"),
    Index("ix_stegvis_stays_place", "tenant", "place", "last"),
)

entries = Table(
    PREFIX + "entries",
    metadata,
    Column("tenant", Text, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("register", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("retired", Boolean, nullable=False),
    Column("changed", UtcMoment, nullable=False),
    Column("changed_by", Text, nullable=False),
    Column("secret", LargeBinary, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Index("ix_stegvis_entries_register", "tenant", "register", "id"),
)

entry_events = Table(
    PREFIX + "entry_events",
    metadata,
    Column("tenant", Text, primary_key=True),
    Column("entry_id", Uuid, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcMoment, nullable=False),
    Column("who", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    ForeignKeyConstraint(["tenant", "entry_id"], [entries.c.tenant, entries.c.id], ondelete="CASCADE"),
)

search_keys = Table(
    PREFIX + "search_keys",
    metadata,
    Column("tenant", Text, primary_key=True),
    Column("secret", LargeBinary, nullable=False),
)

revisions = Table(
    PREFIX + "revisions",
    metadata,
    Column("tenant", Text, primary_key=True),
    Column("document_id", Uuid, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("payload", LargeBinary, nullable=False),
    ForeignKeyConstraint(["tenant", "document_id"], [documents.c.tenant, documents.c.id], ondelete="CASCADE"),
)

requests = Table(
    PREFIX + "requests",
    metadata,
    Column("tenant", Text, primary_key=True),
    Column("once_sha256", Text, primary_key=True),
    Column("verb", Text, nullable=False),
    Column("document_id", Uuid, nullable=False),
    Column("version", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("at", UtcMoment, nullable=False),
    Column("who", Text, nullable=False),
    Column("fingerprint", LargeBinary, nullable=False),
)

logs = Table(
    PREFIX + "logs",
    metadata,
    Column("tenant", Text, primary_key=True),
    Column("length", Integer, nullable=False),
    Column("head", Text, nullable=False),
)

events = Table(
    PREFIX + "events",
    metadata,
    Column("tenant", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcMoment, nullable=False),
    Column("who", Text, nullable=False),
    Column("verb", Text, nullable=False),
    Column("document_id", Uuid),
    Column("version", Integer),
    Column("reason", LargeBinary),
    Column("person", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Index(None, "tenant", "document_id", "number"),
)

signing_events = Table(
    PREFIX + "signing_events",
    metadata,
    Column("tenant", Text, primary_key=True),
    Column("document_id", Uuid, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("round", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("party", Text, nullable=False),
    Column("at", UtcMoment, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    ForeignKeyConstraint(["tenant", "document_id"], [documents.c.tenant, documents.c.id], ondelete="CASCADE"),
)
Index(
    "uq_stegvis_signing_events_party",
    *(signing_events.c[name] for name in ("tenant", "document_id", "round", "party")),
    unique=True,
    sqlite_where=signing_events.c.kind == "approved",
    postgresql_where=signing_events.c.kind == "approved",
)

artefacts = Table(
    PREFIX + "artefacts",
    metadata,
    Column("tenant", Text, primary_key=True),
    Column("document_id", Uuid, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("media_type", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("at", UtcMoment, nullable=False),
    Column("content", LargeBinary, nullable=False),
    ForeignKeyConstraint(["tenant", "document_id"], [documents.c.tenant, documents.c.id], ondelete="CASCADE"),
)
