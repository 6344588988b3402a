"""Alembic's way in; the connection is always the caller's, and the caller ends the transaction."""

from alembic import context

from stegvis.plugin.storage.tables import PREFIX, VERSION_TABLE, metadata


def ours(name: str | None, kind: str, _parents: object) -> bool:
    """Whether a table is one of ours: a host's tables beside them are no business of these migrations."""
    return kind != "table" or (name is not None and name.startswith(PREFIX))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    include_name=ours,
    compare_type=True,
    compare_server_default=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
