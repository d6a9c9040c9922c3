"""`python bench/plain.py FILE` prints, as JSON, how the Mahdar of this Python reads the articles of a file.

`bench/run.py` runs it with a Python whose Mahdar is not compiled. One round, in which every article is new.
"""

import json
import sys
from pathlib import Path
from statistics import median

import timing
from corpus import load

from mahdar.reading.lexicon import lexicon


def main() -> None:
    if timing.compiled():
        sys.exit("bench/plain.py: the reading of this Python is compiled")
    start = timing.start_up(Path(sys.argv[1]))
    articles = list(load(sys.argv[1]))
    tokenize = timing.tokenizer()
    read = timing.Reader()
    scan = timing.scanner(timing.forms_of(lexicon()))
    for work in (read, scan, tokenize):
        work(articles[0])
    reading, scanning, tokenizing = map(timing.first, timing.take_turns((read, scan, tokenize), articles[1:], 1))
    to_spacy, to_scan = timing.ratios(reading, scanning, tokenizing)
    print(json.dumps({"seconds": median(reading), "to_spacy": to_spacy, "to_scan": to_scan, "start": start}))


if __name__ == "__main__":
    main()
