"""The command line: one verb a line.

Results go to standard output (or a file), everything else to standard error. Modules that cost time to import are
imported where they are used: `mahdar read` of one article has to start at once.
"""

import json
import os
import select
import signal
import stat
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

import mahdar
from mahdar.commands import chronicle, correct, maintenance, search, show
from mahdar.commands.styling import style_of
from mahdar.commands.telling import complain as _complain
from mahdar.commands.telling import fail as _fail

if TYPE_CHECKING:
    from mahdar.record import Article, Record
    from mahdar.sources import InputError
    from mahdar.sources.aside import Shelf
    from mahdar.views.text import Style

app = typer.Typer(
    name="mahdar",
    help="Read Arabic news; keep who met whom, who said what, who visited, signed, gave, condemned.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

PIECE = getattr(select, "PIPE_BUF", 512)
"""Bytes that a pipe takes whole or not at all."""
KINDS_NAMED = 8
"""How many kinds of files that were passed over are named."""
LONG_WORK = 1.0
"""Seconds after which work is long enough for a progress bar."""


class Format(StrEnum):
    """How records are written."""

    text = "text"
    json = "json"
    jsonl = "jsonl"


def _contact(text: str | None) -> str | None:
    if text is None:
        return None
    from mahdar.sources.fetching import Manners

    try:
        return Manners(contact=text).contact
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


Contact = Annotated[
    str | None,
    typer.Option(
        metavar="WHO",
        envvar="MAHDAR_CONTACT",
        callback=_contact,
        help="Address or page of yours, told to the servers asked.",
    ),
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from this machine and private networks, too.")
]

Issues = Annotated[Path | None, typer.Option(metavar="FILE", help="A TOML file with issues of your own.")]
AsideFile = Annotated[
    Path | None,
    typer.Option("--aside", metavar="FILE", help="Keep articles in other languages here, as JSON Lines."),
]
ReprintsFile = Annotated[
    Path | None,
    typer.Option("--reprints", metavar="FILE", help="Tell reprints of texts met before; keep what tells them here."),
]


def main() -> None:
    """Run the command line; what a user or the machine did wrong ends in one line, not in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        # an ASCII terminal would refuse Arabic; what it then shows is its own affair
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app()
    except BrokenPipeError:
        # the reader has seen enough (`| head`); keep Python from complaining once more at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        _fail(f"{error.filename}: {error.strerror}" if error.filename else str(error))


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"mahdar {mahdar.__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    pass


def _date(text: str | None) -> str | None:
    from mahdar.sources.articles import ArticleError, day_of

    try:
        return day_of(text)
    except ArticleError:
        raise typer.BadParameter(f"{text!r} is no ISO date (2024-12-11)") from None


def _columns(text: str | None) -> dict[str, str]:
    """The map that an option says: title=headline,text=body."""
    from mahdar.sources import FIELDS

    columns = {}
    for pair in text.split(",") if text else ():
        field, equals, name = (part.strip() for part in pair.partition("="))
        if not equals or not name:
            raise typer.BadParameter(f"{pair!r} is no FIELD=NAME (title=headline,text=body)")
        if field not in FIELDS:
            raise typer.BadParameter(f"{field!r} is no field of an article: {', '.join(FIELDS)}")
        columns[field] = name
    return columns


@app.command()
def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, addresses; - for stdin.")],
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", callback=_date, help="Date of the articles that have none of their own."),
    ] = None,
    source: Annotated[str | None, typer.Option(help="Outlet of the articles that name none.")] = None,
    columns: Annotated[
        str | None,
        typer.Option(
            metavar="FIELD=NAME,...", help="What your tables and JSON call a field: text=body,title=headline."
        ),
    ] = None,
    format: Annotated[Format, typer.Option(help="For people, as a JSON list, as JSON Lines.")] = Format.text,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here.")] = None,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="Processes that read at the same time.")] = 1,
    issues: Issues = None,
    reprints: ReprintsFile = None,
    aside: AsideFile = None,
    contact: Contact = None,
    allow_private: AllowPrivate = False,
    db: Annotated[str | None, typer.Option(metavar="FILE|URL", help="Keep the records in this database.")] = None,
) -> None:
    """Read articles: who met whom, who said what, when and where.

    PATH is a document (.txt, .docx, .pdf, .html, .eml), JSON, JSON Lines, a table (.csv, .tsv), a feed or a list
    of feeds (.xml, .opml), a mailbox (.mbox), a web archive (.warc), any of them packed (.gz), a .zip archive or
    a folder of them, an address (https://...) of a page, a feed or a document, or what a pipe holds (-).
    docs/sources.md says what is taken from each.
    """
    from mahdar.sources import count_articles, read_paths

    if db is not None and (output is not None or format is not Format.text):
        raise typer.BadParameter("--db keeps the records: neither --output nor --format goes with it")
    _check_distinct(output, aside, reprints)
    if issues is not None:
        _check_issues(issues)
    names = _columns(columns)
    passed: Counter[str] = Counter()
    with (
        _placing(reprints) as placed,
        _output(output, paths) as (out, skip),
        _shelf(aside, paths) as (shelf, kept),
        _bar(lambda: count_articles(paths), None if db else out) as advance,
    ):
        found = read_paths(
            paths,
            published=published,
            source=source,
            columns=names,
            skip=skip | kept,
            passed=passed,
            allow_private=allow_private,
            contact=contact,
        )
        if db is not None:
            articles, errors = _keep(db, map(placed, found), issues, jobs, shelf, advance)
        else:
            articles, errors = _write_out(map(placed, found), issues, jobs, shelf, format, out, advance)
    _sum_up(articles, errors, passed, shelf)
    if errors:
        sys.exit(1)


def _write_out(
    found: "Iterable[Article | InputError]",
    issues: Path | None,
    jobs: int,
    shelf: "Shelf",
    format: Format,
    out: TextIO,
    advance: "Callable[[int], None]",
) -> tuple[int, int]:
    """Write the records of articles; how many articles were read, and how many inputs could not be."""
    from mahdar.parallel import WorkerDiedError, ordered_map
    from mahdar.sources import AsideError, InputError

    articles = errors = 0
    write = partial(_written, _writer(format, out), issues)
    with _listed(format, out) as separator:
        try:
            for result in ordered_map(write, found, jobs):
                if isinstance(result, InputError):
                    errors += not isinstance(result, AsideError)
                    _set_aside(shelf, result)
                else:
                    with _uninterrupted():
                        _write(out, separator() + result)
                    articles += 1
                advance(1)
        except WorkerDiedError as error:
            _fail(str(error))
    return articles, errors


def _keep(
    db: str,
    found: "Iterable[Article | InputError]",
    issues: Path | None,
    jobs: int,
    shelf: "Shelf",
    advance: "Callable[[int], None]",
) -> tuple[int, int]:
    """Keep articles in a database and say how many; how many articles were met, and how many inputs were none."""
    from mahdar.memory.database import DatabaseError, open_database
    from mahdar.memory.joined import join_waiting
    from mahdar.memory.keeping import keep
    from mahdar.memory.writing import Written
    from mahdar.parallel import WorkerDiedError
    from mahdar.sources import AsideError, InputError

    errors, kept = 0, Written()
    try:
        with open_database(db, create=True) as database:
            try:
                for outcome in keep(database, found, issues, jobs):
                    if isinstance(outcome, InputError):
                        errors += not isinstance(outcome, AsideError)
                        _set_aside(shelf, outcome)
                        advance(1)
                    else:
                        kept += outcome
                        advance(outcome.total)
            finally:
                print(f"{database.name}: {kept}")
            for _ in join_waiting(database):
                pass
    except (DatabaseError, WorkerDiedError) as error:
        _fail(str(error))
    return kept.total, errors


def _sum_up(articles: int, errors: int, passed: Counter[str], shelf: "Shelf") -> None:
    """Say at the end what came of many inputs, where that is not plain from what was printed."""
    if errors and articles + errors > 1:
        _complain(f"read {_counted(articles, 'article')}; {_counted(errors, 'input')} could not be read")
    if str(shelf):
        _complain(shelf)
    if passed:
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in passed.most_common(KINDS_NAMED))
        _complain(f"passed over: {kinds}{', and others' if len(passed) > KINDS_NAMED else ''}")


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _check_distinct(*files: Path | None) -> None:
    """No two of the files that are written are one."""
    given = [file.resolve() for file in files if file is not None]
    twice = next((file for file in given if given.count(file) > 1), None)
    if twice is not None:
        _fail(f"{twice}: cannot be written for two purposes")


@contextmanager
def _placing(file: Path | None) -> "Iterator[Callable[[Article | InputError], Article | InputError]]":
    """What tells of an article whether its text was met before, if a file is given to remember that in."""
    if file is None:
        yield lambda found: found
        return
    from mahdar.record import Article
    from mahdar.reprints import Reprints, ReprintsError

    try:
        with Reprints(file) as index:
            yield lambda found: index.placed(found) if isinstance(found, Article) else found
    except ReprintsError as error:
        _fail(str(error))


def _set_aside(shelf: "Shelf", wrong: object) -> None:
    """Say what came out in place of a record, and keep it if it is an article in another language."""
    from mahdar.sources import AsideError

    if isinstance(wrong, AsideError):
        shelf.put(wrong)
    _complain(wrong)


@contextmanager
def _shelf(file: Path | None, paths: Iterable[str]) -> "Iterator[tuple[Shelf, set[tuple[int, int]]]]":
    """Where articles in other languages are set aside, and which file that is."""
    from mahdar.sources.aside import Shelf

    if file is None:
        yield Shelf(), set()
        return
    with _output(file, paths) as (out, identity):
        yield Shelf(out), identity


def _check_issues(file: Path) -> None:
    from mahdar.reading.statements.positions import IssuesError
    from mahdar.reading.statements.positions import issues as issues_of

    try:
        issues_of(file)
    except IssuesError as error:
        _fail(str(error))


def _written(
    write: "Callable[[Record], str]", issues: Path | None, found: "Article | InputError"
) -> "str | InputError":
    """One article read and written out; runs in the workers, so that only text travels back."""
    from mahdar.reading.reader import read_article
    from mahdar.sources import InputError

    if isinstance(found, InputError):
        return found
    try:
        return write(read_article(found, issues))
    except Exception as error:  # a fault of ours in one article must not lose the others
        return InputError(found.id, None, f"could not be read, a fault of Mahdar: {type(error).__name__}: {error}")


def _writer(format: Format, out: TextIO) -> "Callable[[Record], str]":
    if format is Format.text:
        return partial(_as_text, style_of(out))
    return _as_line if format is Format.jsonl else _as_json


def _as_line(record: "Record") -> str:
    return record.to_json() + "\n"


def _as_json(record: "Record") -> str:
    return json.dumps(record.to_dict(), ensure_ascii=False, indent=2)


def _as_text(style: "Style", record: "Record") -> str:
    from mahdar.views.text import render

    return render(record, style) + "\n"


def _write(out: TextIO, text: str) -> None:
    """Write in pieces that a pipe takes whole or not at all: of a longer one an interrupt may lose the rest."""
    out.flush()
    data = text.encode(out.encoding, out.errors or "strict")
    for start in range(0, len(data), PIECE):
        out.buffer.write(data[start : start + PIECE])
        out.buffer.flush()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """A record is written whole: Ctrl-C waits until it is, unless it is pressed again."""
    pressed = False

    def later(*_: object) -> None:
        nonlocal pressed
        if pressed:
            raise KeyboardInterrupt
        pressed = True

    usual = signal.signal(signal.SIGINT, later)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)
    if pressed:
        raise KeyboardInterrupt


@contextmanager
def _listed(format: Format, out: TextIO) -> "Iterator[Callable[[], str]]":
    """What stands before each record, and what closes the list, also when the work is interrupted."""
    first = True

    def separator() -> str:
        nonlocal first
        before = {Format.text: ("", "\n"), Format.json: ("", ",\n"), Format.jsonl: ("", "")}[format][not first]
        first = False
        return before

    if format is Format.json:
        out.write("[\n")
    try:
        yield separator
    finally:
        if format is Format.json:
            out.write("\n]\n")


@contextmanager
def _output(file: Path | None, paths: Iterable[str]) -> "Iterator[tuple[TextIO, set[tuple[int, int]]]]":
    """The stream to write to, and which file that is: it must not be read as an input."""
    if file is None:
        yield sys.stdout, _identity(sys.stdout)
        return
    # opened without emptying it: it may be one of the inputs
    with file.open("a", encoding="utf-8", errors="backslashreplace") as out:
        identity = _identity(out)
        for path in paths:
            with suppress(OSError):
                status = os.stat(path)  # noqa: PTH116 - "-" and odd names too
                if (status.st_dev, status.st_ino) in identity:
                    _fail(f"{path}: is also the output")
        if identity:
            out.truncate(0)
        yield out, identity


def _identity(out: TextIO) -> set[tuple[int, int]]:
    """Which file a stream writes to; nothing for what is none."""
    try:
        status = os.fstat(out.fileno())
    except OSError:
        return set()
    return {(status.st_dev, status.st_ino)} if stat.S_ISREG(status.st_mode) else set()


@contextmanager
def _bar(count: "Callable[[], int | None]", out: TextIO | None) -> "Iterator[Callable[[int], None]]":
    """A progress bar on standard error, for people who wait: never in a pipe, never over the results."""
    if not sys.stderr.isatty() or (out is not None and out.isatty()):
        yield lambda _: None
        return
    began, shown, done = time.monotonic(), None, 0

    def advance(count_done: int) -> None:
        nonlocal shown, done
        done += count_done
        if shown is None and time.monotonic() - began > LONG_WORK:
            shown = _rich_bar(count())
            shown.start()
        if shown is not None:
            shown.update(shown.task_ids[0], completed=done)

    try:
        yield advance
    finally:
        if shown is not None:
            shown.stop()


def _rich_bar(total: int | None) -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    bar = Progress(
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    bar.add_task("reading", total=total)
    return bar


@app.command()
def watch(
    feeds: Annotated[list[str], typer.Argument(metavar="FEEDS...", help="OPML lists of feeds; addresses of feeds.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Add records to this file, as JSON Lines.")
    ] = None,
    every: Annotated[float, typer.Option(min=1, metavar="MIN", help="Minutes from one round to the next.")] = 15,
    once: Annotated[bool, typer.Option("--once", help="Ask each feed once, then end.")] = False,
    chosen: Annotated[
        Format | None, typer.Option("--format", help="Without -o: for people (text) or as JSON Lines (jsonl).")
    ] = None,
    state: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where what was seen is kept; usually beside the output.")
    ] = None,
    issues: Issues = None,
    reprints: ReprintsFile = None,
    aside: AsideFile = None,
    contact: Contact = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Watch feeds: read what is new in them, again and again, until Ctrl-C or SIGTERM.

    The next start goes on where this one ended; docs/watching.md says how.
    """
    from mahdar.sources.aside import Shelf
    from mahdar.sources.fetching import Client, Manners
    from mahdar.watching import Lines, ListError, OutputError, StateError, Stopping, Stream, Watch, feeds_of

    form = chosen or (Format.text if output is None else Format.jsonl)
    if form is Format.json or (output is not None and form is not Format.jsonl):
        raise typer.BadParameter("a file gets JSON Lines (jsonl), standard output text or jsonl")
    _check_distinct(output, state, aside, reprints)
    if issues is not None:
        _check_issues(issues)
    # once, as the next round comes anyway
    client = Client(Manners(contact=contact, allow_private=allow_private, tries=1))
    written = partial(_written, _writer(form, sys.stdout), issues)
    try:
        with (
            _placing(reprints) as placed,
            nullcontext() if aside is None else aside.open("a", encoding="utf-8") as kept,
            nullcontext(Stream(partial(_write_apart, form))) if output is None else Lines(output) as out,
            Stopping() as stopping,
        ):
            failed = Watch(
                feeds=partial(feeds_of, feeds),
                client=client,
                read=lambda article: written(placed(article)),
                output=out,
                stopping=stopping,
                say=partial(print, file=sys.stderr),
                complain=partial(_set_aside, Shelf(kept)),
                every=every * 60,
                state_file=state or (output and output.with_name(f"{output.name}.state.json")),
            ).run(once=once)
    except (ListError, OutputError, StateError) as error:
        _fail(str(error))
    if failed:
        sys.exit(1)


def _write_apart(format: Format, record: str) -> None:
    _write(sys.stdout, record + "\n" if format is Format.text else record)


@app.command()
def explain(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="A file with one article; - for stdin")],
    sentence: Annotated[int | None, typer.Option(min=1, metavar="N", help="Only this sentence.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", callback=_date, help="Date of the article if it has none.")
    ] = None,
) -> None:
    """Show every stage of the reading, and for each record the rule and the words that made it."""
    from mahdar.sources import InputError, read_paths

    found = read_paths([article], published=published)
    first = next(found, None)
    if first is None:
        _fail(f"{article}: no article in it")
    if isinstance(first, InputError):
        _fail(str(first))
    from mahdar.reading.explain import explain as explained

    try:
        print(explained(first, sentence=sentence))
    except ValueError as error:
        _fail(f"{article}: {error}")
    if next(found, None) is not None:
        _complain(f"{article}: holds more than one article; this is the first")


@app.command()
def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Folder of gold articles")],
    records: Annotated[Path | None, typer.Argument(metavar="RECORDS", help="JSON Lines of records")] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List what was made up and what was missed.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The figures as JSON.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Only check the gold articles.")] = False,
    export: Annotated[bool, typer.Option("--export", help="Only write the articles, without their gold.")] = False,
) -> None:
    """Compare records with gold articles: precision, recall and F1 of the facts."""
    from mahdar import scoring

    try:
        articles = scoring.load_gold(gold)
        if check:
            wrong = [f"{a['id']}: {line}" for a in articles for line in scoring.check(a)]
            print("\n".join(wrong) or f"{len(articles)} articles, all quoted strings found")
            sys.exit(bool(wrong))
        if export:
            for article in articles:
                print(json.dumps(scoring.exported(article), ensure_ascii=False))
            return
        if records is None:
            raise typer.BadParameter("RECORDS is missing")
        tally = scoring.score(articles, scoring.load_records(records))
    except scoring.ScoreError as error:
        _fail(str(error))
    if as_json:
        print(json.dumps(tally.table(), indent=1))
        return
    if errors:
        print("\n".join(tally.errors))
    print(f"{'':22} {'prec':>6} {'recall':>6} {'F1':>6}   {'tp':>5} {'fp':>5} {'fn':>5}")
    for fact, f in tally.table().items():
        print(
            f"{fact:22} {f['precision']:6.3f} {f['recall']:6.3f} {f['f1']:6.3f}   "
            f"{f.get('tp', 0):5} {f.get('fp', 0):5} {f.get('fn', 0):5}"
        )


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    from mahdar.record import schema as record_schema

    print(json.dumps(record_schema(), ensure_ascii=False, indent=2))


# the help names the commands in this order
app.command()(search.search)
app.command()(show.show)
app.add_typer(correct.app)
for command in (chronicle.chronicle, chronicle.who, chronicle.doubts, maintenance.join, maintenance.rebuild):
    app.command()(command)
app.command()(maintenance.check)
app.command()(maintenance.backup)


if __name__ == "__main__":
    main()
