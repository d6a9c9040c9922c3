"""The commands that work on a database, and how all commands speak to the user."""
