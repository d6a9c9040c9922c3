"""What Alembic runs: the steps, on the connection that it was given."""

from alembic import context

from mahdar.memory.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=True)
context.run_migrations()
