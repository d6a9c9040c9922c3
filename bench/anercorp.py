"""Persons on ANERcorp (Benajiba and others, 2007), exact spans: how well names are found in news of every kind.

    python bench/anercorp.py FILE [--part train|test] [--errors]

FILE holds one token and one tag (B-PERS, I-PERS, ... O) a line, blank lines between documents. It may be one part of
the corpus, or the whole of it: then --part cuts it as the CAMeL splits do, the last sixth of the words being the test
part. The corpus is not ours to pass on; the test part is for the final figure only.
"""

import argparse
from bisect import bisect_left
from pathlib import Path

from mahdar.reading.stages import read_stages
from mahdar.record import Article

TEST_WORDS = 25_008  # of the whole corpus in the CAMeL splits

Span = tuple[int, int]
Document = list[tuple[str, str]]


def documents(file: Path) -> list[Document]:
    """The (token, tag) pairs of a file, by document."""
    out: list[Document] = [[]]
    for line in file.read_text(encoding="utf-8").splitlines():
        token, _, tag = line.strip().rpartition(" ")
        if token:
            out[-1].append((token.strip(), tag))
        elif out[-1]:
            out.append([])
    return [document for document in out if document]


def part_of(whole: list[Document], part: str | None) -> list[Document]:
    """The first five sixths of the words, or the last; all of them where no part is asked for."""
    if part is None:
        return whole
    border = sum(map(len, whole)) - TEST_WORDS
    out: list[Document] = []
    seen = 0
    for document in whole:
        cut = min(max(border - seen, 0), len(document))
        out.append(document[:cut] if part == "train" else document[cut:])
        seen += len(document)
    return [document for document in out if document]


def tagged(document: Document) -> set[Span]:
    """The persons by the tags: (first token, last token + 1)."""
    spans: set[Span] = set()
    first = None
    for k, (_, tag) in enumerate([*document, ("", "O")]):
        if first is not None and tag != "I-PERS":
            spans.add((first, k))
            first = None
        if tag == "B-PERS" or (tag == "I-PERS" and first is None):
            first = k
    return spans


def found(document: Document) -> set[Span]:
    """The persons that Mahdar names."""
    starts: list[int] = []
    text = ""
    for token, _ in document:
        starts.append(len(text))
        text += token + " "
    scene = read_stages(Article("document", text.rstrip())).scene
    spans: set[Span] = set()
    for mention in scene.mentions:
        if mention.kind == "person" and mention.name:
            first, last = mention.name
            begin, end = scene.tokens.starts[first], scene.tokens.ends[last - 1]
            spans.add((bisect_left(starts, begin + 1) - 1, bisect_left(starts, end)))
    return spans


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--part", choices=["train", "test"])
    parser.add_argument("--errors", action="store_true", help="list what was made up and missed (train part only)")
    arguments = parser.parse_args()
    right = made_up = missed = 0
    for document in part_of(documents(arguments.file), arguments.part):
        gold, ours = tagged(document), found(document)
        right += len(gold & ours)
        made_up += len(ours - gold)
        missed += len(gold - ours)
        if arguments.errors and arguments.part == "train":
            for kind, spans in (("made up", ours - gold), ("missed", gold - ours)):
                for first, last in sorted(spans):
                    words = [token for token, _ in document]
                    around = " ".join(words[max(0, first - 4) : first]), " ".join(words[last : last + 3])
                    print(f"{kind:8} {around[0]} [{' '.join(words[first:last])}] {around[1]}")
    precision, recall = right / max(right + made_up, 1), right / max(right + missed, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f"persons: precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  ({right + missed} in the corpus)")


if __name__ == "__main__":
    main()
