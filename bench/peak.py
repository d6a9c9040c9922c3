"""`python bench/peak.py FILE` reads the articles of a file in this fresh process and prints its peak memory in MB."""

import resource
import sys

from corpus import load
from timing import Reader


def main() -> None:
    read = Reader()
    for article in load(sys.argv[1]):
        read(article)
    assert "spacy" not in sys.modules
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(peak / (1_000_000 if sys.platform == "darwin" else 1_000))


if __name__ == "__main__":
    main()
