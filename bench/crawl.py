"""`python bench/crawl.py CORPUS OUT [--megabytes N]` writes a web archive as a crawl of news sites leaves one.

A page in five responses, by bytes a fifth, the rest pictures. A page is an article of the corpus within a site's
furniture (`furnished`), about 100,000 bytes long.
"""

import argparse
import html
import json
from itertools import cycle
from pathlib import Path
from random import Random

from corpus import load

from mahdar.record import Article

SEED = 20241210
PAGE = 100_000  # bytes
OTHERS = 4  # responses to a page that are none


def furnished(article: Article, headlines: list[str], random: Random) -> bytes:
    """A page of a news site: the article between menus, lists of headlines, scripts and a foot."""
    title, paragraphs = html.escape(article.title or ""), article.text.split("\n\n")
    body = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs[1:] or paragraphs)
    links = "".join(f'<li><a href="/{n}">{html.escape(h)}</a></li>' for n, h in enumerate(random.sample(headlines, 12)))
    told = {
        "@type": "NewsArticle",
        "headline": article.title,
        "datePublished": f"{article.published or '2024-12-11'}T08:00:00Z",
    }
    markup = (
        f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title} - وكالة</title>'
        f'<script type="application/ld+json">{json.dumps(told)}</script></head><body>'
        f"<header><nav><ul>{''.join(f'<li><a href=/s{n}>قسم {n}</a></li>' for n in range(30))}</ul></nav></header>"
        f'<main><article><h1>{title}</h1><div class="share">شارك</div><div class="entry-content">{body}</div></article>'
        f'<aside class="related"><h3>اقرأ أيضا</h3><ul>{links}</ul></aside></main>'
        f"<footer><p>جميع الحقوق محفوظة</p></footer>"
    ).encode()
    filler = b"<script>%s</script></body></html>"
    return markup + filler % (b"var x=1;" * max(0, (PAGE - len(markup)) // 8))


def written(file: Path, articles: list[Article], size: int) -> None:
    """Write an archive of about so many bytes."""
    random = Random(SEED)
    headlines = [article.title or "خبر" for article in articles]
    noise = random.randbytes(PAGE)
    pages = done = 0
    with file.open("wb") as out:
        for article in cycle(articles):
            address = f"https://news.example/{pages}"
            done += out.write(_record(address, "text/html", furnished(article, headlines, random)))
            for n in range(OTHERS):
                done += out.write(_record(f"{address}/{n}.jpg", "image/jpeg", noise))
            pages += 1
            if done >= size:
                return


def _record(address: str, media_type: str, body: bytes) -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-12-11T08:00:00Z\r\n"
        f"WARC-Record-ID: <urn:x:{address}>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the web archive of the benchmark.")
    parser.add_argument("corpus")
    parser.add_argument("out", type=Path)
    parser.add_argument("--megabytes", type=int, default=1_000)
    options = parser.parse_args()
    written(options.out, list(load(options.corpus)), options.megabytes * 1_000_000)


if __name__ == "__main__":
    main()
