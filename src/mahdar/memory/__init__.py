"""The memory: from records of single articles to one chronicle."""
