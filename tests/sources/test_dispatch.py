"""Which kind an input is of, and that no bytes of any kind do worse than an error."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.record import Article
from mahdar.sources import InputError, read_paths
from mahdar.sources.kinds import BY_SUFFIX, GZIP, KINDS, kind_of, kind_of_text, named_kind
from tests.sources.made import PARAGRAPHS, TITLE, letter, packed, page, response


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", TITLE)
        archive.writestr("b.html", page())
    return out.getvalue()


def word() -> bytes:
    document = docx.Document()
    document.add_paragraph(TITLE)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
ANSWER = response("https://n.example/1", page().encode())
BEGINNINGS = {
    ".txt": TITLE.encode(),
    ".json": b'[{"text": "x"}',
    ".jsonl": b'{"text": "x"}\n{',
    ".csv": f'text,id\n"{TITLE}',
    ".html": page().encode(),
    ".xml": b"<rss><channel><item><title>x</title>",
    ".opml": b'<opml><body><outline text="x"/>',
    ".eml": letter(TITLE, page()).as_bytes(),
    ".mbox": b"From x\n" + letter(TITLE).as_bytes() + b"\n\nFrom y\n",
    ".mhtml": letter(None, page()).as_bytes(),
    ".pdf": PDF,
    ".docx": word(),
    ".zip": zipped(),
    ".txt.gz": packed(TITLE.encode()),
    ".warc": ANSWER * 2,
    ".warc.gz": packed(ANSWER, ANSWER),
    "": b"",
}


def test_every_kind_can_be_read_and_is_tried_below() -> None:
    assert len(BY_SUFFIX) == sum(len(kind.suffixes) for kind in KINDS)
    assert {named_kind(f"x{suffix}") for suffix in BEGINNINGS} - {None} == set(KINDS)
    for kind in KINDS:
        assert callable(kind.reader())


@pytest.mark.parametrize(
    ("name", "start", "suffix"),
    [
        ("a.txt", b"\xd8\xa7", ".txt"),
        ("a.TXT", b"%PDF-1.7", ".pdf"),
        ("a.docx", b"PK\x03\x04", ".docx"),
        ("a.zip", b"PK\x03\x04", ".zip"),
        ("a.warc.gz", b"\x1f\x8b", ".warc.gz"),
        ("a.warc.gz", b"WARC/1.0", ".warc"),
        ("a.jsonl.gz", b"\x1f\x8b", ".gz"),
        ("no suffix", b"WARC/1.1", ".warc"),
        ("folder.x/a", b"text", None),
        ("a.pdf", b"<html>", None),
    ],
)
def test_a_sign_tells_more_than_a_name(name: str, start: bytes, suffix: str | None) -> None:
    assert kind_of(name, start) is (BY_SUFFIX[suffix] if suffix else None)


@pytest.mark.parametrize(
    ("line", "suffix"),
    [
        (b'{"id": 1}\n', ".jsonl"),
        (b"\xef\xbb\xbf{\n", ".json"),
        (b"[\n", ".json"),
        (b"[x]\n", ".txt"),
        (b"  <!DOCTYPE html>\n", ".html"),
        (b"From a@b Wed\n", ".mbox"),
        (b"From: <Saved by Blink>\n", ".mhtml"),
        (b"message-id: <1>\n", ".eml"),
        (b"X-Mailer: y\n", ".eml"),
        (TITLE.encode(), ".txt"),
    ],
)
def test_the_first_line_tells_the_rest(line: bytes, suffix: str) -> None:
    assert kind_of_text(line, {}) is BY_SUFFIX[suffix]
    assert kind_of_text(b"headline,body", {"text": "body"}) is BY_SUFFIX[".csv"]
    assert named_kind("x.gz") is GZIP


@settings(max_examples=300)
@given(st.data())
def test_no_bytes_do_worse_than_an_error(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    suffix = data.draw(st.sampled_from(sorted(BEGINNINGS)))
    start = BEGINNINGS[suffix]
    content = bytearray(start.encode() if isinstance(start, str) else start)
    for _ in range(data.draw(st.integers(0, 4))):
        at, size = data.draw(st.integers(0, len(content))), data.draw(st.integers(0, 40))
        content[at : at + size] = data.draw(st.binary(max_size=40))
    file = tmp_path_factory.getbasetemp() / f"any{suffix}"
    file.write_bytes(content)
    for found in read_paths([file]):
        assert isinstance(found, Article) or (isinstance(found, InputError) and "\n" not in str(found))


def test_reading_a_text_imports_nothing_that_is_heavy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{TITLE}\n{PARAGRAPHS[0]}", "utf-8")
    heavy = {"lxml", "trafilatura", "docx", "pypdfium2", "fastwarc", "httpx", "feedparser", "httpcore"}
    code = f"""
import sys
from mahdar.cli import main
sys.argv = ["mahdar", "read", {str(tmp_path / "a.txt")!r}]
try:
    main()
finally:
    print(*sorted({heavy!r} & set(sys.modules)), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert TITLE in done.stdout
    assert done.stderr.split() == []
