"""Stage 3, phrases: who and what the text names, and where.

A name is found by where it stands (after an office or an honorific), by its parts, and by not being an ordinary word;
once found it is known in the whole article.
"""

from mahdar.reading.phrases.scan import scan_text

__all__ = ["scan_text"]
