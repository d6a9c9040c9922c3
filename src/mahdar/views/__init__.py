"""What people look at, as plain data and plain text: no HTML here."""
