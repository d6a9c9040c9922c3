"""Gold articles from files → articles in the database, each with its whole record decided."""

import json
from pathlib import Path

from mahdar.memory import deciding
from mahdar.memory.database import Database
from mahdar.memory.deciding import By, DecisionError
from mahdar.memory.decisions import Decision
from mahdar.memory.gold import record_of_gold
from mahdar.memory.identity import content_hash, storable
from mahdar.memory.keeping import keep
from mahdar.memory.ledger import decisions_on
from mahdar.record import RecordError
from mahdar.sources import ArticleError, InputError, article_from


class GoldError(ValueError):
    """Why a file cannot be taken, in one line that names it."""


def import_file(database: Database, file: Path, by: By) -> Decision | None:
    """Settle the record of a gold article, which is read first if it is not there; None if it is settled so already.

    Raises GoldError.
    """
    try:
        given = json.loads(file.read_text(encoding="utf-8"))
        article = storable(article_from(given, default_id=file.stem))
        record = record_of_gold(article, given["gold"])
    except OSError as error:
        raise GoldError(f"{file}: {error.strerror}") from None
    except (ArticleError, RecordError) as error:
        raise GoldError(f"{file}: {error}") from None
    except (ValueError, TypeError, KeyError, AttributeError):
        raise GoldError(f"{file}: not a gold article") from None
    digest = content_hash(article)
    for outcome in keep(database, [article]):
        if isinstance(outcome, InputError):
            raise GoldError(str(outcome))
    made = deciding.settled(record)
    with database.reading() as connection:
        standing = decisions_on(connection, [digest]).get(digest, [])
    if standing and standing[-1].verb == "settle" and standing[-1].value == made:
        return None
    try:
        return deciding.settle(database, digest, record, by)
    except DecisionError as error:
        raise GoldError(f"{file}: {error}") from None
