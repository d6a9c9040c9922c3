"""The benchmark: `make bench`, or `build/installed/bin/python bench/run.py [--corpus FILE] [--articles N] [--json]`.

Reads the same articles with Mahdar, with a bare scan for the lexicon's forms and with spaCy's tokenizer, on one core.
What is measured is the Mahdar of the Python that runs this; --plain adds another one's figures.
docs/benchmark.md says how to read the figures. It asserts nothing: the aims stand beside the figures.
"""

import argparse
import contextlib
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import timing
from corpus import LENGTH, load

from mahdar.reading.lexicon import lexicon
from mahdar.record import Article

HERE = Path(__file__).resolve().parent
WARM_UP = Article("warm-up", "استقبل الوزير السفير اليوم في بيروت، وقال إن اللقاء مفيد.", published="2024-12-11")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the report; `aim` is None for what is only told."""

    name: str
    value: float
    unit: str
    aim: str | None = None
    holds: bool | None = None
    note: str = ""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the reading against the bare scan and spaCy's tokenizer.")
    parser.add_argument(
        "--corpus", metavar="FILE", help="real articles (.jsonl with title, text), not our own recombined"
    )
    parser.add_argument("--articles", type=int, default=1_000, metavar="N", help="how many (default 1000)")
    parser.add_argument("--plain", metavar="PYTHON", help="a Python whose Mahdar is not compiled, to measure beside")
    parser.add_argument("--archive", type=int, default=1_000, metavar="MB", help="size of the web archive (0: none)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    one_core = _one_core()
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "articles.jsonl"
        _python(
            "corpus.py",
            str(corpus),
            "--articles",
            str(options.articles),
            *(("--corpus", options.corpus) if options.corpus else ()),
        )
        # Other processes first: a child's peak counts what its parent held when it was started.
        with _step("peak memory"):
            peak = float(_python("peak.py", str(corpus)))
        with _step("start-up"):
            start = timing.start_up(corpus)
        beside = None
        if options.plain:
            with _step("the reading in plain Python"):
                beside = json.loads(_python("plain.py", str(corpus), python=options.plain))
        crawl = None
        if options.archive:
            with _step("a web archive"):
                archive = Path(folder) / "crawl.warc"
                _python("crawl.py", str(corpus), str(archive), "--megabytes", str(options.archive))
                crawl = json.loads(_python("archive.py", str(archive)))
                archive.unlink()
        articles = list(load(str(corpus)))
    if not articles:
        sys.exit("no articles")
    with _step("reading, scan and tokenizer"):
        # spaCy first: the lexicon takes what is there when it is built out of the garbage collector's sight.
        tokenize = timing.tokenizer()
        read = timing.Reader()
        forms = timing.forms_of(lexicon())
        scan = timing.scanner(forms)
        for work in (read, scan, tokenize):
            work(WARM_UP)
        reading, scanning, tokenizing = timing.take_turns((read, scan, tokenize), articles)
    faults = dict(read.faults)
    figures = []
    for label, pick in (("new articles", timing.first), ("articles seen before", timing.again)):
        aims = label == "new articles"
        a, b, c = pick(reading), pick(scanning), pick(tokenizing)
        for name, times in (("full reading", a), ("bare lexicon scan", b), ("spaCy's tokenizer", c)):
            milliseconds = (
                f"{1000 * median(times):.2f} ms an article, {1000 * min(times):.2f} to {1000 * max(times):.2f} by block"
            )
            figures.append(Figure(f"{label}: {name}", 1 / median(times), "articles/s", note=milliseconds))
        to_spacy, to_scan = timing.ratios(a, b, c)
        figures.append(_aimed(f"{label}: reading's speed / spaCy's", to_spacy, "", ">=", 0.5, aims))
        figures.append(_aimed(f"{label}: reading's time / scan's", to_scan, "", "<=", 25, aims))
        if aims and beside:
            note = f"{1000 * beside['seconds']:.2f} ms an article; start-up {beside['start']:.2f} s"
            figures.append(Figure("  the same in plain Python: speed / spaCy's", beside["to_spacy"], "", note=note))
            figures.append(Figure("  the same in plain Python: time / scan's", beside["to_scan"], ""))
    with _step("growth"):
        whole = timing.whole(articles)
        for length, samples in ((1, 15), (10, 5)):
            if len(whole) >= 10 * length:
                ratios = timing.growth(read, whole, length, samples)
                name = f"growth: {10 * length * LENGTH:,} characters / 10 x {length * LENGTH:,}"
                figures.append(
                    _aimed(name, median(ratios), "", "<=", 1.3, note=f"{min(ratios):.2f} to {max(ratios):.2f}")
                )
    figures.append(_aimed("start-up: `mahdar read` of one article", start, "s", "<", 1.5))
    figures.append(_aimed("peak memory of a process that reads them", peak, "MB", "<", 400))
    if crawl:
        figures += _of_archive(crawl)
    about = {
        "articles": len(articles),
        "characters": round(sum(len(article.text) for article in articles) / len(articles)),
        "corpus": options.corpus or "the project's own articles, recombined",
        "strings": _strings(articles),
        "forms": len(forms),
        "one_core": one_core,
        "compiled": timing.compiled(),
        "python": platform.python_version(),
        "spacy": version("spacy"),
        "ahocorasick_rs": version("ahocorasick_rs"),
        "faults": faults,
    }
    if options.json:
        print(
            json.dumps(
                {"about": about, "figures": [asdict(figure) for figure in figures]}, ensure_ascii=False, indent=1
            )
        )
    else:
        _print(about, figures, options.articles)


def _print(about: dict[str, Any], figures: list[Figure], wanted: int) -> None:
    tokens, distinct = about["strings"]
    print(f"{about['articles']:,} articles of {about['characters']:,} characters on average: {about['corpus']}")
    if about["articles"] < wanted:
        print(f"  (fewer than the {wanted:,} asked for: the corpus gives no more)")
    if not about["corpus"].startswith("the project"):
        print(f"  (long ones cut, short ones joined with the next, to about {LENGTH:,} characters)")
    print(f"  {tokens:,} strings between blanks, {distinct:,} distinct")
    print(f"the reading is {'compiled' if about['compiled'] else 'plain Python, not compiled'}")
    print(f"scan: {about['forms']:,} forms of the lexicon; folding is part of it")
    print(f"Python {about['python']}, spaCy {about['spacy']}, ahocorasick_rs {about['ahocorasick_rs']}; ", end="")
    print("one core" if about["one_core"] else "one process (this system cannot be told to use one core)")
    width = max(len(figure.name) for figure in figures)
    print()
    for figure in figures:
        digits = 0 if figure.value >= 100 else 2
        mark = "" if figure.holds is None else "holds" if figure.holds else "MISSED"
        aim = f"aim {figure.aim:<8} {mark:<7}" if figure.aim else ""
        value = f"{figure.value:>10,.{digits}f} {figure.unit:<10}"
        print(f"{figure.name:<{width}} {value} {aim}{f'({figure.note})' if figure.note else ''}".rstrip())
    if about["faults"]:
        one, why = next(iter(about["faults"].items()))
        print(f"\n{len(about['faults'])} articles could NOT be read, the first {one}: {why}")


def _of_archive(crawl: dict[str, float]) -> list[Figure]:
    note = f"{crawl['pages']:,} pages in {crawl['megabytes']:,.0f} MB"
    memory = f"{crawl['extracting_peak']:.0f} MB at its end"
    return [
        Figure("web archive: articles taken out", crawl["extracted"], "pages/s", note=note),
        Figure("web archive: taken out and read", crawl["read"], "pages/s"),
        _aimed("web archive: memory at its end / after a tenth", crawl["growth"], "", "<=", 1.1, note=memory),
        _aimed("web archive: peak memory, reading too", crawl["peak"], "MB", "<", 400),
    ]


def _aimed(name: str, value: float, unit: str, sign: str, bound: float, applies: bool = True, note: str = "") -> Figure:
    if not applies:
        return Figure(name, value, unit, note=note)
    holds = {"<": value < bound, "<=": value <= bound, ">=": value >= bound}[sign]
    return Figure(name, value, unit, f"{sign} {bound:g}", holds, note)


def _one_core() -> bool:
    """Keep this process and those it starts on one processor, where the system allows it."""
    with contextlib.suppress(AttributeError, OSError):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
        return True
    return False


def _python(script: str, *arguments: str, python: str = sys.executable) -> str:
    """The output of a script of this folder, run in a fresh process."""
    command = [python, str(HERE / script), *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def _strings(articles: list[Article]) -> tuple[int, int]:
    """How many strings between blanks the articles have, and how many distinct ones."""
    distinct: set[str] = set()
    count = 0
    for article in articles:
        strings = article.text.split()
        count += len(strings)
        distinct.update(strings)
    return count, len(distinct)


@contextmanager
def _step(name: str) -> Iterator[None]:
    """Say on standard error what is measured, and how long that took."""
    start = perf_counter()
    print(f"measuring {name} ...", end=" ", file=sys.stderr, flush=True)
    yield
    print(f"{perf_counter() - start:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
