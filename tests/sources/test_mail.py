"""Letters and mailboxes made here: whose form is read, what is attached, and what is broken."""

import gzip
from email.message import EmailMessage
from pathlib import Path

import pytest

from mahdar.record import Article
from mahdar.sources import InputError, mail, read_paths
from tests.sources.made import PARAGRAPHS, TITLE, letter, page

TEXT = "\n\n".join(PARAGRAPHS)


def found(tmp_path: Path, data: EmailMessage | bytes, name: str = "a.eml") -> tuple[list[Article], list[str]]:
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.as_bytes())
    all_found = list(read_paths([tmp_path / name]))
    errors = [str(f).removeprefix(f"{tmp_path}/") for f in all_found if isinstance(f, InputError)]
    return [f for f in all_found if isinstance(f, Article)], errors


def only(tmp_path: Path, data: EmailMessage | bytes, name: str = "a.eml") -> Article:
    articles, errors = found(tmp_path, data, name)
    assert errors == []
    (article,) = articles
    return article


def test_a_letter_says_who_when_and_about_what(tmp_path: Path) -> None:
    article = only(tmp_path, letter(TEXT))
    assert (article.id, article.title, article.source) == ("1@ministry.example", TITLE, "وزارة الخارجية")
    assert (article.published, article.published_from) == ("2024-12-11", "metadata")  # as it was in Cairo
    assert article.text == f"{TITLE}\n\n{TEXT}"


@pytest.mark.parametrize("plain", [None, "This letter is best seen in a browser."])
def test_the_page_is_read_where_there_is_no_plain_form(tmp_path: Path, plain: str | None) -> None:
    article = only(tmp_path, letter(plain, page(title="غير ذلك", published="2019-01-01")))
    assert article.title == TITLE
    assert article.published == "2024-12-11"
    assert all(paragraph in article.text for paragraph in PARAGRAPHS)


def test_the_plain_form_is_read_where_it_is_arabic(tmp_path: Path) -> None:
    assert only(tmp_path, letter("نص", page())).text == f"{TITLE}\n\nنص"


def test_charsets_that_are_wrong_and_headers_in_plain_bytes(tmp_path: Path) -> None:
    head = f"From: {TITLE} <a@b>\nSubject: {TITLE}\nContent-Type: text/plain; charset=%s\n\n"
    assert only(tmp_path, (head % "us-ascii" + TEXT).encode()).text == f"{TITLE}\n\n{TEXT}"
    assert only(tmp_path, (head % "no-such" + TEXT).encode("cp1256")).text == f"{TITLE}\n\n{TEXT}"
    assert only(tmp_path, (head % "windows-1256" + TEXT).encode("cp1256")).source == TITLE


def test_attached_documents_are_read_with_the_day_of_the_letter(tmp_path: Path) -> None:
    message = letter("Please find attached.")
    message.add_attachment(f"{TITLE}\n{TEXT}", filename="بيان.txt")
    message.add_attachment(
        gzip.compress(b'{"text": "%s"}' % PARAGRAPHS[0].encode()), "application", "gzip", filename="b.jsonl.gz"
    )
    message.add_attachment(b"x" * 99, "image", "png", filename="logo.png")
    articles, errors = found(tmp_path, message)
    assert errors == []
    assert [(a.id, a.published, a.published_from) for a in articles] == [
        ("بيان", "2024-12-11", "metadata"),
        ("b-1", "2024-12-11", "metadata"),
    ]


def test_a_letter_in_a_letter(tmp_path: Path) -> None:
    message = letter(TEXT)
    message.add_attachment(letter("نص آخر", **{"Message-ID": "<2@x>", "Date": "Tue, 10 Dec 2024 10:00:00 +0000"}))
    articles, errors = found(tmp_path, message)
    assert [(a.id, a.published) for a in articles] == [("1@ministry.example", "2024-12-11"), ("2@x", "2024-12-10")]
    assert errors == []


def test_a_mailbox_is_read_letter_by_letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "MAX_LETTER", 5_000)
    quoting = (
        letter(f"{TEXT}\n\nFrom here on", **{"Message-ID": "<2@x>"}).as_bytes().replace(b"\nFrom here", b"\n>From here")
    )
    huge = letter(TEXT * 50).as_bytes()
    letters = [
        letter(TEXT).as_bytes(),
        b"Subject: x\n\nno Arabic",
        quoting,
        huge,
        letter(TEXT, **{"Message-ID": ""}).as_bytes(),
    ]
    box = b"".join(b"From press@x Wed Dec 11 08:00:00 2024\n" + data + b"\n\n" for data in letters)
    articles, errors = found(tmp_path, box, "news.mbox")
    assert [a.id for a in articles] == ["1@ministry.example", "2@x", "news-5"]
    assert articles[1].text.endswith("\n\nFrom here on")
    assert errors == [
        "news.mbox: letter 2: not Arabic: what it is cannot be told",
        "news.mbox: letter 4: too large: more than 5,000 bytes",
    ]
    assert [a.id for a in found(tmp_path, box, "box")[0]] == ["1@ministry.example", "2@x", "box-5"]


def test_a_page_saved_with_all_that_belongs_to_it(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://news.example/1"
    message.set_content(page(), subtype="html")
    message.make_mixed()
    message.add_attachment(b"x", "image", "png", filename="a.png")
    article = only(tmp_path, message, "a.mhtml")
    assert (article.title, article.url, article.published) == (TITLE, "https://news.example/1", "2024-12-11")
    assert found(tmp_path, letter("نص"), "b.mhtml")[1] == ["b.mhtml: no page in it"]


def test_letters_that_are_empty_or_broken(tmp_path: Path) -> None:
    assert found(tmp_path, b"")[1] == ["a.eml: empty: no text in it"]
    assert found(
        tmp_path, b"Subject: =?x?b?!!?=\nDate: no\nFrom: <<>>\nContent-Type: multipart/mixed; boundary=z\n\n--z"
    )[1]
    articles, errors = found(tmp_path, b"Content-Transfer-Encoding: base64\n\n2YbYtS")
    assert articles or errors
