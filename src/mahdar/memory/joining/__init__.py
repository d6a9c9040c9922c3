"""Who is who, and same event or not: from the records of single articles to one chronicle.

Pure functions over plain data: no database, no clock, the same result whatever the order of the articles.
"""
