"""Alembic's way in: runs on the connection and in the transaction that storage.migrate has opened."""

from alembic import context

from storage.tables import metadata

# Alembic imports this file for its effect; without a connection there is nothing to run on.
connection = context.config.attributes["connection"]

context.configure(
    connection=connection,
    target_metadata=metadata,
    transactional_ddl=True,
    # Batch mode would rebuild tables: with foreign keys on that deletes their children. It stays off.
    render_as_batch=False,
    compare_type=True,
    compare_server_default=False,
)
context.run_migrations()
