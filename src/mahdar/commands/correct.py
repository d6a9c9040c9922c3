"""`mahdar correct`: what a person decides about records; nothing of it is lost, all of it can be taken back."""

import getpass
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mahdar.commands.opening import DbOption, opened
from mahdar.commands.show import ArticleArgument
from mahdar.commands.telling import complain, fail

if TYPE_CHECKING:
    from mahdar.memory.database import Database
    from mahdar.memory.deciding import By
    from mahdar.memory.decisions import Decision
    from mahdar.record import Record

app = typer.Typer(name="correct", help="Accept, reject, edit, add, merge, split; list, undo; export and import gold.")

PartArgument = Annotated[str, typer.Argument(metavar="PART", help="Its id in `mahdar show`: a1, e1, s1.")]
WhoOption = Annotated[str | None, typer.Option("--who", envvar="MAHDAR_WHO", help="Who decides; else the user's name.")]
WhyOption = Annotated[str | None, typer.Option("--why", help="For those who come after.")]


@contextmanager
def _deciding(db: str, who: str | None, why: str | None) -> "Iterator[tuple[Database, By]]":
    from mahdar.memory.deciding import By, DecisionError
    from mahdar.record import RecordError

    try:
        with opened(db) as database:
            yield database, By(who or getpass.getuser(), why)
    except (DecisionError, RecordError) as error:
        fail(error)


def _tell(decision: "Decision") -> None:
    print(f"decision {decision.number} (`mahdar correct undo {decision.number}` takes it back)")


@app.command()
def accept(
    article: ArticleArgument,
    part: PartArgument,
    who: WhoOption = None,
    why: WhyOption = None,
    db: DbOption = "mahdar.db",
) -> None:
    """A part of the record is right as it is."""
    from mahdar.memory import deciding

    with _deciding(db, who, why) as (database, by):
        _tell(deciding.accept(database, article, part, by))


@app.command()
def reject(
    article: ArticleArgument,
    part: PartArgument,
    who: WhoOption = None,
    why: WhyOption = None,
    db: DbOption = "mahdar.db",
) -> None:
    """There is nothing like a part of the record."""
    from mahdar.memory import deciding

    with _deciding(db, who, why) as (database, by):
        _tell(deciding.reject(database, article, part, by))


@app.command()
def edit(
    article: ArticleArgument,
    part: PartArgument,
    changes: Annotated[list[str], typer.Argument(metavar="FIELD=VALUE...", help="date=2024-12-10 recipients=a1,KAZ")],
    who: WhoOption = None,
    why: WhyOption = None,
    db: DbOption = "mahdar.db",
) -> None:
    """Set fields of a part: FIELD=VALUE; lists with commas; nothing after = empties it; JSON is taken too."""
    from mahdar.memory import deciding

    with _deciding(db, who, why) as (database, by):
        _tell(deciding.edit(database, article, part, dict(map(_change, changes)), by))


LISTS = {"actors", "recipients", "targets", "contexts", "issues"}
"""Fields whose value is a list of words."""


def _change(given: str) -> tuple[str, Any]:
    name, equals, value = given.partition("=")
    if not equals:
        raise typer.BadParameter(f"{given!r}: FIELD=VALUE expected")
    if value.startswith(("{", "[")) or value in {"true", "false"}:
        try:
            return name, json.loads(value)
        except ValueError as error:
            raise typer.BadParameter(f"{given!r:.60}: broken JSON: {error}") from None
    if name in LISTS:
        return name, [one.strip() for one in value.split(",") if one.strip()]
    return name, value or None


@app.command()
def add(
    article: ArticleArgument,
    what: Annotated[str, typer.Argument(metavar="actor|event|statement")],
    given: Annotated[str, typer.Argument(metavar="JSON", help="In the form of tests/gold, words quoted; - for stdin.")],
    who: WhoOption = None,
    why: WhyOption = None,
    db: DbOption = "mahdar.db",
) -> None:
    """Add what was missed; it may refer to actors by their ids, to countries by their codes."""
    from mahdar.memory import deciding

    try:
        value = json.loads(sys.stdin.read() if given == "-" else given)
    except ValueError as error:
        raise typer.BadParameter(f"broken JSON: {error}") from None
    with _deciding(db, who, why) as (database, by):
        with database.reading() as connection:
            stored = deciding.find(connection, article)
        record, number = _with(stored.record, what, value)
        _tell(deciding.add(database, stored.hash, record, number, by))


def _with(record: "Record", what: str, value: Any) -> "tuple[Record, str]":
    """The record with one part more, and its id."""
    from dataclasses import replace

    from mahdar.memory.gold import actor_of_gold, event_of_gold, statement_of_gold
    from mahdar.record import RecordError

    number = "new"
    try:
        if what == "actor":
            return replace(record, actors=(*record.actors, actor_of_gold(record.text, {**value, "id": number}))), number
        if what == "event":
            return replace(record, events=(*record.events, event_of_gold(record.text, value, number))), number
        if what == "statement":
            said = statement_of_gold(record.text, value, number)
            return replace(record, statements=(*record.statements, said)), number
    except (KeyError, TypeError, AttributeError) as error:
        raise RecordError(f"not in the gold form: {type(error).__name__} {error}") from None
    raise typer.BadParameter(f"{what!r}: actor, event or statement expected")


@app.command()
def merge(
    article: ArticleArgument,
    part: PartArgument,
    other_article: ArticleArgument,
    other_part: PartArgument,
    who: WhoOption = None,
    why: WhyOption = None,
    db: DbOption = "mahdar.db",
) -> None:
    """Two actors, or two events, are one: of one article or of two."""
    from mahdar.memory import deciding

    with _deciding(db, who, why) as (database, by):
        _tell(deciding.merge(database, (article, part), (other_article, other_part), by))


@app.command()
def split(
    article: ArticleArgument,
    part: PartArgument,
    other_article: ArticleArgument,
    other_part: PartArgument,
    who: WhoOption = None,
    why: WhyOption = None,
    db: DbOption = "mahdar.db",
) -> None:
    """Two actors, or two events, are not one: of two articles or of one."""
    from mahdar.memory import deciding

    with _deciding(db, who, why) as (database, by):
        _tell(deciding.split(database, (article, part), (other_article, other_part), by))


@app.command()
def undo(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="As `mahdar correct list` shows it.")],
    who: WhoOption = None,
    why: WhyOption = None,
    db: DbOption = "mahdar.db",
) -> None:
    """Take a decision back."""
    from mahdar.memory import deciding

    with _deciding(db, who, why) as (database, by):
        _tell(deciding.undo(database, number, by))


@app.command("list")
def list_decisions(
    article: Annotated[str | None, typer.Argument(metavar="ARTICLE", help="Only decisions on this one.")] = None,
    db: DbOption = "mahdar.db",
) -> None:
    """List all decisions: who decided what, when and why."""
    from mahdar.memory.deciding import find
    from mahdar.memory.ledger import every_decision

    with _deciding(db, "nobody", None) as (database, _), database.reading() as connection:
        wanted = find(connection, article).hash if article else None
        for one in every_decision(connection):
            if wanted is None or one.article == wanted:
                print(_line(one))


def _line(one: "Decision") -> str:
    parts = [f"{one.number}", one.made, one.who, one.verb]
    if one.verb == "undo":
        parts.append(str(one.value["number"]))
    for pointer in (one.part, one.other):
        if pointer:
            parts.append(f"{pointer.article[:8]} {pointer.what} {pointer.kind} {pointer.start}-{pointer.end}")
    if one.hash and one.verb == "settle":
        parts.append(one.hash[:8])
    return "  ".join([*parts, *([json.dumps(one.why, ensure_ascii=False)] if one.why else [])])


@app.command("export")
def export_gold(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Made if it is not there.")],
    db: DbOption = "mahdar.db",
) -> None:
    """Write every article that somebody decided about, as it stands now, in the form of tests/gold."""
    from mahdar.memory.gold import gold_of
    from mahdar.memory.ledger import decided_hashes
    from mahdar.memory.stored import load

    with _deciding(db, "nobody", None) as (database, _), database.reading() as connection:
        folder.mkdir(parents=True, exist_ok=True)
        hashes = decided_hashes(connection)
        for stored in load(connection, hashes=hashes):
            text = json.dumps(gold_of(stored.record), ensure_ascii=False, indent=1)
            (folder / f"{stored.hash}.json").write_text(text + "\n", encoding="utf-8")
        print(f"{folder}: {len(hashes)} article{'' if len(hashes) == 1 else 's'}")


@app.command("import")
def import_gold(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Gold articles, or folders of them.")],
    who: WhoOption = None,
    why: WhyOption = None,
    db: DbOption = "mahdar.db",
) -> None:
    """Take gold articles as what their whole records are; articles that are not there yet are read."""
    from mahdar.memory.imports import GoldError, import_file

    errors = done = 0
    with _deciding(db, who, why) as (database, by):
        for file in _files(paths):
            try:
                import_file(database, file, by)
                done += 1
            except GoldError as error:
                errors += 1
                complain(error)
        print(f"{database.name}: {done} article{'' if done == 1 else 's'} settled")
    if errors:
        sys.exit(1)


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.glob("*.json")) if path.is_dir() else [path]
