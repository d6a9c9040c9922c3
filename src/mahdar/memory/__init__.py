"""One memory: articles and records in a database, what people decided about them, and the chronicle made from both."""
