"""`python bench/archive.py FILE` reads a web archive in this fresh process and prints, as JSON, how that went.

First the articles are only taken out of their pages: how many a second, and how large the process was after a tenth of
the file and at its end. Then they are read, too.
"""

import json
import resource
import sys
from pathlib import Path
from time import process_time

from mahdar.reading.reader import read_article
from mahdar.record import Article
from mahdar.sources import read_paths

EARLY = 0.1


def main() -> None:
    file = Path(sys.argv[1])
    peaks = []
    start = process_time()
    for count, _ in enumerate(read_paths([file]), 1):
        peaks.append((count, _peak()))
    extracting = process_time() - start
    start = process_time()
    for found in read_paths([file]):
        if not isinstance(found, Article):
            sys.exit(str(found))
        read_article(found)
    both = process_time() - start
    pages, end = peaks[-1]
    figures = {
        "megabytes": file.stat().st_size / 1_000_000,
        "pages": pages,
        "extracted": pages / extracting,
        "read": pages / both,
        "growth": end / peaks[int(pages * EARLY)][1],
        "extracting_peak": end,
        "peak": _peak(),
    }
    print(json.dumps(figures))


def _peak() -> float:
    """The largest resident size so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1_000)


if __name__ == "__main__":
    main()
