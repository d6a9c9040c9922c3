"""Files that the tests make: pages, web archives, letters."""

import gzip
from email.message import EmailMessage

TITLE = "وزير الخارجية المصري يستقبل سفير اليابان"
PARAGRAPHS = (
    "استقبل وزير الخارجية المصري أحمد سالم، أمس الثلاثاء في القاهرة، سفير اليابان، وبحث معه العلاقات بين البلدين.",
    "وقال الوزير في مؤتمر صحفي عقب اللقاء إن بلاده ترحب بالاستثمارات اليابانية في قطاع الطاقة والنقل.",
    "وأضاف أن الجانبين اتفقا على عقد اجتماع اللجنة المشتركة في طوكيو خلال الشهر المقبل لمتابعة المشروعات.",
)
PUBLISHED = "2024-12-11"


def page(title: str = TITLE, paragraphs: tuple[str, ...] = PARAGRAPHS, published: str = PUBLISHED) -> str:
    """A plain page with one article."""
    inside = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="article:published_time" content="{published}T08:00:00+02:00"></head>'
        f"<body><article><h1>{title}</h1>{inside}</article></body></html>"
    )


def response(url: str, body: bytes, *headers: str, status: int = 200, media_type: str = "text/html") -> bytes:
    """A record of a web archive: what a server answered."""
    lines = (f"HTTP/1.1 {status} Said", f"Content-Type: {media_type}", *headers, "", "")
    return record("response", url, "\r\n".join(lines).encode() + body)


def record(kind: str, url: str, content: bytes, media_type: str = "application/http; msgtype=response") -> bytes:
    """A record of a web archive, of any kind."""
    lines = (
        "WARC/1.0", f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", "WARC-Date: 2024-12-11T08:00:00Z",
        f"WARC-Record-ID: <urn:x:{abs(hash(url))}>", f"Content-Type: {media_type}", f"Content-Length: {len(content)}",
        "", "",
    )  # fmt: skip
    return "\r\n".join(lines).encode() + content + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """A web archive, each record packed by itself."""
    return b"".join(map(gzip.compress, records))


def letter(text: str | None = None, html: str | None = None, **headers: str) -> EmailMessage:
    """A letter of a press office, in the forms that are given."""
    message = EmailMessage()
    told = {
        "From": "وزارة الخارجية <press@ministry.example>", "Subject": TITLE, "Message-ID": "<1@ministry.example>",
        "Date": "Wed, 11 Dec 2024 00:30:00 +0300",
    }  # fmt: skip
    for name, value in {**told, **headers}.items():
        message[name] = value
    if text is not None:
        message.set_content(text)
    if html is not None:
        (message.add_alternative if text is not None else message.set_content)(html, subtype="html")
    return message
