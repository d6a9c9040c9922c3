"""The reading: an article in, a record out."""

from pathlib import Path

from mahdar.reading.collector import no_collecting
from mahdar.reading.recording import record_of
from mahdar.reading.stages import read_stages
from mahdar.reading.statements.positions import issues
from mahdar.record import Article, Record


def read_article(article: Article, issues_file: Path | None = None) -> Record:
    """The record of one article. Never raises for what a text holds; `issues_file`: issues of the user's own, which
    raises IssuesError if it cannot be used."""
    known = issues(issues_file)
    # Nearly all that is made on the way is gone at the end: walking it in between finds nothing and costs a tenth.
    with no_collecting():
        return record_of(read_stages(article), known)
