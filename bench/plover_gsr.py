"""ASSAULT and PROTEST on the public PLOVER gold for Arabic: sentences of news of every kind, found or not.

    python bench/plover_gsr.py FOLDER [--rows even|odd] [--errors]

FOLDER holds assault_gsr.csv and protest_gsr.csv of openeventdata/arabic_event_gsr. A sentence counts as telling of the
file's type where all its annotators said so ("yes"), as not telling of it where most said no; those with too few
annotations to say ("ambiguous") are left out. It is found where an event of that type is read in it. Rows count from
0; the even ones may be looked at, the odd ones are for the final figure only. The data is not ours to pass on.
"""

import argparse
import csv
from collections import Counter
from pathlib import Path

from mahdar.reading.reader import read_article
from mahdar.record import Article

TYPES = ("ASSAULT", "PROTEST")
UNDECIDED = "ambiguous"


def sentences(folder: Path, kind: str, rows: str | None) -> list[tuple[str, bool]]:
    """(sentence, whether it tells of an event of the type) for the rows asked for."""
    with (folder / f"{kind.lower()}_gsr.csv").open(encoding="utf-8", newline="") as file:
        whole = list(csv.DictReader(file))
    chosen = whole if rows is None else whole[rows == "odd" :: 2]
    return [(row["text"], row["label"] == "yes") for row in chosen if row["label"] != UNDECIDED]


def found(text: str, kind: str) -> list[str]:
    """The words by which Mahdar reads events of a type in a sentence."""
    record = read_article(Article("sentence", text))
    return [event.triggers[0].of(text) for event in record.events if event.type == kind]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rows", choices=["even", "odd"])
    parser.add_argument("--errors", action="store_true", help="show what is missed and what is made up")
    asked = parser.parse_args()
    print("          prec recall    F1     tp    fp    fn")
    for kind in TYPES:
        counts: Counter[str] = Counter()
        for text, gold in sentences(asked.folder, kind, asked.rows):
            words = found(text, kind)
            outcome = ("tp" if gold else "fp") if words else ("fn" if gold else "tn")
            counts[outcome] += 1
            if asked.errors and outcome in ("fp", "fn"):
                print(outcome, kind, " / ".join(words), "|", text)
        tp, fp, fn = (counts[key] for key in ("tp", "fp", "fn"))
        precision, recall = tp / (tp + fp or 1), tp / (tp + fn or 1)
        f1 = 2 * tp / (2 * tp + fp + fn or 1)
        print(f"{kind:<8} {precision:5.3f}  {recall:5.3f} {f1:5.3f} {tp:6} {fp:5} {fn:5}")


if __name__ == "__main__":
    main()
