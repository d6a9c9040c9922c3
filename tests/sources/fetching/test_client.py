"""The client against a real server that is slow, fails, redirects, lies and drips."""

import gzip
import socket
import time
import zlib
from dataclasses import replace
from email.utils import formatdate
from itertools import count

import pytest

from mahdar import __version__
from mahdar.sources.fetching import Client, FetchError, Manners
from tests.sources.conftest import QUICK
from tests.webserver import Exchange, Page, Web


def refused(client: Client, url: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        client.get(url)
    return caught.value


def in_turn(*pages: Page) -> Page:
    """One page after another, the last for ever."""
    numbers = count()

    def page(exchange: Exchange) -> None:
        now = pages[min(next(numbers), len(pages) - 1)]
        if callable(now):
            now(exchange)
        else:
            exchange.send(200, now)

    return page


def failing(status: int, **headers: str) -> Page:
    return lambda exchange: exchange.send(status, b"no", **headers)


def to(location: str, status: int = 302) -> Page:
    return lambda exchange: exchange.send(status, Location=location)


def test_a_page(web: Web, client: Client) -> None:
    web.pages["/a"] = lambda e: e.send(
        200, b"body", Content_Type="text/html; charset=Windows-1256", ETag='"1"', Last_Modified="Tue"
    )
    found = client.get(web.url + "/a#part")
    assert (found.url, found.data, found.unchanged) == (web.url + "/a", b"body", False)
    assert (found.charset, found.etag, found.modified) == ("windows-1256", '"1"', "Tue")
    sent = web.asked[-1][1]
    assert sent["User-Agent"] == f"Mahdar/{__version__}"
    assert sent["Host"] == web.url.removeprefix("http://")


def test_who_asks_is_told(web: Web) -> None:
    web.pages["/"] = b"x"
    Client(replace(QUICK, contact="desk@example.org")).get(web.url)
    assert web.asked[-1][1]["User-Agent"] == f"Mahdar/{__version__} (+desk@example.org)"
    with pytest.raises(ValueError, match="ASCII"):
        Manners(contact="a\r\nCookie: b")


def test_arabic_addresses(web: Web, client: Client) -> None:
    web.pages["/%D8%AE%D8%A8%D8%B1"] = b"x"
    assert client.get(web.url + "/خبر?س=1").data == b"x"
    assert web.paths() == ["/%D8%AE%D8%A8%D8%B1?%D8%B3=1"]


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("ftp://example.org/a", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("example.org/a", "only http and https"),
        ("http://", "names no host"),
        ("http://user:word@example.org/", "user name"),
        ("http://[::1/", "no web address"),
        ("http://exa mple.org/\x00", "no web address"),
        ("http://a.b:99999/", "no web address"),
    ],
)
def test_what_is_no_web_address(client: Client, url: str, message: str) -> None:
    assert message in str(refused(client, url))


def test_conditional(web: Web, client: Client) -> None:
    def page(exchange: Exchange) -> None:
        known = exchange.headers["If-None-Match"] == '"v1"' and exchange.headers["If-Modified-Since"] == "Tue"
        if known:
            exchange.send(304, ETag='"v1"')
        else:
            exchange.send(200, b"new")

    web.pages["/f"] = page
    assert client.get(web.url + "/f").data == b"new"
    again = client.get(web.url + "/f", etag='"v1"', modified="Tue")
    assert again.unchanged
    assert again.data == b""


@pytest.mark.parametrize("status", [429, 500, 503])
def test_passing_failures_are_tried_again(web: Web, client: Client, status: int) -> None:
    web.pages["/a"] = in_turn(failing(status), failing(status), b"at last")
    assert client.get(web.url + "/a").data == b"at last"
    assert web.paths() == ["/a"] * 3


def test_lasting_failures(web: Web, client: Client) -> None:
    web.pages |= {"/busy": failing(503), "/never": failing(403)}
    busy, never, gone = (refused(client, web.url + path) for path in ("/busy", "/never", "/gone"))
    assert (str(busy), busy.temporary, busy.status) == ("HTTP 503 Service Unavailable", True, 503)
    assert (str(never), never.temporary) == ("HTTP 403 Forbidden", False)
    assert gone.status == 404
    assert web.paths() == ["/busy"] * 3 + ["/never", "/gone"]


def test_a_connection_that_breaks_is_tried_again(web: Web, client: Client) -> None:
    web.pages["/a"] = in_turn(lambda exchange: exchange.connection.close(), b"at last")
    assert client.get(web.url + "/a").data == b"at last"


def test_retry_after_is_kept_to(web: Web, client: Client) -> None:
    web.pages["/a"] = in_turn(failing(429, Retry_After="1"), b"at last")
    before = time.monotonic()
    assert client.get(web.url + "/a").data == b"at last"
    assert time.monotonic() - before >= 1


@pytest.mark.parametrize("as_date", [False, True])
def test_retry_after_has_a_bound(web: Web, client: Client, as_date: bool) -> None:
    day = 86400
    web.pages["/a"] = failing(503, Retry_After=formatdate(time.time() + day, usegmt=True) if as_date else str(day))
    error = refused(client, web.url + "/a")
    assert "asks to come back in 86" in str(error)
    assert error.wait == pytest.approx(day, abs=60)
    assert web.paths() == ["/a"]


def test_redirects(web: Web, client: Client) -> None:
    web.pages |= {"/a": to("/b", 301), "/b": to(web.url + "/c", 308), "/c": b"here", "/d": to("c"), "/e": to("/b")}
    assert (client.get(web.url + "/a").url, client.get(web.url + "/a").moved_to) == (web.url + "/c",) * 2
    assert client.get(web.url + "/d").moved_to is None
    assert client.get(web.url + "/e").moved_to is None  # the first step was for now only


def test_redirects_in_a_loop_and_without_end(web: Web, client: Client) -> None:
    web.pages |= {"/a": to("/b"), "/b": to("/a")}
    assert str(refused(client, web.url + "/a")) == f"redirects in a loop: {web.url}/a → {web.url}/b → {web.url}/a"
    web.pages |= {f"/{n}": to(f"/{n + 1}") for n in range(30)}
    assert "redirected more than 10 times" in str(refused(client, web.url + "/0"))
    assert len(web.paths()) == 2 + 11


def test_redirects_out_of_the_web(web: Web, client: Client) -> None:
    web.pages["/a"] = to("file:///etc/passwd")
    assert "only http and https" in str(refused(client, web.url + "/a"))


def test_private_addresses_are_refused(web: Web) -> None:
    client = Client(replace(QUICK, allow_private=False))
    assert "127.0.0.1 is no public address (--allow-private allows it)" in str(refused(client, web.url + "/a"))
    port = web.url.rpartition(":")[2]
    for host in ("localhost", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "127.1"):
        assert "no public address" in str(refused(client, f"http://{host}:{port}/a"))
    assert web.asked == []


def test_redirects_to_private_addresses_are_refused(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the address of the first host is taken for a public one."""
    from mahdar.sources.fetching import addresses

    really = addresses.is_public
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1" or really(address))
    port = web.url.rpartition(":")[2]
    web.pages |= {"/a": to(f"http://127.0.0.2:{port}/b"), "/b": b"secret", "/c": b"open"}
    client = Client(replace(QUICK, allow_private=False))
    assert client.get(web.url + "/c").data == b"open"
    assert "127.0.0.2 is no public address" in str(refused(client, web.url + "/a"))
    assert web.paths() == ["/c", "/a"]


def test_the_address_checked_is_the_address_asked(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that first says a harmless address and then another is asked once for a connection."""
    from mahdar.sources.fetching import addresses

    port = int(web.url.rpartition(":")[2])
    answers = []
    system = socket.getaddrinfo

    def getaddrinfo(host: str, *rest: object, **named: object) -> list[tuple]:
        if host != "news.example":
            return system(host, *rest, **named)
        answers.append(host)
        return [(2, 1, 6, "", (f"127.0.0.{len(answers)}", port))]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
    web.pages["/robots.txt"] = b""
    error = refused(Client(replace(QUICK, allow_private=False)), f"http://news.example:{port}/a")
    assert str(error).startswith("refused: news.example (127.0.0.2) is no public address")
    assert answers == ["news.example"] * 2
    assert [path for path, _ in web.asked] == ["/robots.txt"]


def test_a_host_that_does_not_exist(client: Client) -> None:
    assert str(refused(client, "http://nothing.invalid/a")) == "no such host: nothing.invalid"


def test_nobody_listens(client: Client) -> None:
    from tests.webserver import serving

    with serving() as web:
        url = web.url
    assert str(refused(client, url)) == "no connection: Connection refused"


def drip(head: bytes) -> Page:
    """Some bytes at once, then one at a time, faster than the silence that is allowed."""

    def page(exchange: Exchange) -> None:
        exchange.wfile.write(head)
        while not exchange.server.web.closing.wait(0.1):
            exchange.wfile.write(b"x")

    return page


@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-Slow: "])
def test_one_byte_at_a_time_is_cut_off(web: Web, head: bytes) -> None:
    web.pages["/a"] = drip(head)
    error = refused(Client(replace(QUICK, tries=1, total=1.5)), web.url + "/a")
    assert (str(error), error.temporary) == ("took longer than 1.5 s", True)


def test_silence_is_cut_off(web: Web) -> None:
    web.pages["/a"] = lambda exchange: exchange.server.web.closing.wait(30)
    assert str(refused(Client(replace(QUICK, tries=1, read=0.6)), web.url + "/a")) == "silent for 0.6 s"


def announcing(length: int, body: bytes, **headers: str) -> Page:
    return lambda exchange: exchange.send(200, body, Content_Length=str(length), **headers)


def test_lengths_that_lie(web: Web, client: Client) -> None:
    packed = gzip.compress(b"whole" * 100)
    web.pages |= {
        "/long": announcing(500, b"x" * 100),
        "/short": announcing(3, b"abcdef"),
        "/unpacked": announcing(500, packed, Content_Encoding="gzip"),
        "/huge": announcing(10**9, b"x"),
    }
    assert str(refused(client, web.url + "/long")).startswith("cut off after 100 bytes")
    assert client.get(web.url + "/short").data == b"abc"
    assert client.get(web.url + "/unpacked").data == b"whole" * 100
    assert str(refused(client, web.url + "/huge")) == "too large: more than 200,000 bytes"


def endless(exchange: Exchange) -> None:
    exchange.send_response(200)
    exchange.end_headers()
    while True:
        exchange.wfile.write(b"x" * 10_000)


def test_sizes(web: Web, client: Client) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    web.pages |= {
        "/endless": endless,
        "/bomb": lambda e: e.send(200, bomb, Content_Encoding="gzip"),
        "/bombs": lambda e: e.send(200, gzip.compress(bomb), Content_Encoding="gzip"),
        "/members": lambda e: e.send(200, gzip.compress(b"\0" * 150_000) * 2, Content_Encoding="gzip"),
        "/many": lambda e: e.send(200, gzip.compress(b"ab") * 100, Content_Encoding="gzip"),
    }
    assert len(bomb) < 200_000
    assert str(refused(client, web.url + "/endless")) == "too large: more than 200,000 bytes"
    for path in ("/bomb", "/bombs", "/members"):
        assert str(refused(client, web.url + path)) == "too large: more than 200,000 bytes when unpacked"
    assert client.get(web.url + "/many").data == b"ab" * 100


def test_packing_that_lies(web: Web, client: Client) -> None:
    packed = gzip.compress(b"body")
    web.pages |= {
        "/plain": lambda e: e.send(200, b"body", Content_Encoding="gzip"),
        "/silent": packed,
        "/twice": lambda e: e.send(200, gzip.compress(packed), Content_Encoding="gzip"),
        "/cut": packed[:-6],
        "/broken": packed[:10] + b"\xff" * 20,
        "/br": lambda e: e.send(200, b"body", Content_Encoding="br"),
        "/deflate": lambda e: e.send(200, zlib.compress(b"body"), Content_Encoding="deflate"),
    }
    for path in ("/plain", "/silent", "/twice"):
        assert client.get(web.url + path).data == b"body"
    assert "broken gzip: it ends early" in str(refused(client, web.url + "/cut"))
    assert "broken gzip" in str(refused(client, web.url + "/broken"))
    assert str(refused(client, web.url + "/br")) == "sent in an encoding that was not asked for: 'br'"
    assert str(refused(client, web.url + "/deflate")) == "sent in an encoding that was not asked for: 'deflate'"


def test_what_is_no_http(web: Web, client: Client) -> None:
    web.pages["/a"] = lambda exchange: exchange.wfile.write(b"SSH-2.0-OpenSSH\r\n\r\n")
    assert "no proper HTTP answer" in str(refused(client, web.url + "/a"))


def test_a_host_is_not_hurried(web: Web) -> None:
    web.pages |= {"/a": b"a", "/b": b"b"}
    client = Client(replace(QUICK, delay=0.3))
    before = time.monotonic()
    client.get(web.url + "/a")
    client.get(web.url + "/b")
    assert time.monotonic() - before >= 0.3


def test_robots(web: Web, client: Client) -> None:
    web.pages |= {
        "/robots.txt": b"User-agent: *\nDisallow: /\n\nUser-agent: mahdar\nDisallow: /private/\nDisallow: /*?print=\n",
        "/private/a": b"x",
        "/news": b"news",
        "/go": to("/private/a"),
    }
    assert client.get(web.url + "/news").data == b"news"
    for path in ("/private/a", "/news?print=1", "/go"):
        assert "robots.txt asks not to fetch it" in str(refused(client, web.url + path))
    assert web.paths() == ["/news", "/go"]
    assert [path for path, _ in web.asked].count("/robots.txt") == 1


def test_robots_that_fail(web: Web, client: Client) -> None:
    web.pages |= {"/robots.txt": failing(500), "/a": b"a"}
    error = refused(client, web.url + "/a")
    assert "robots.txt cannot be had" in str(error) and error.temporary
    assert web.paths() == []


def test_robots_without_rules(web: Web, client: Client) -> None:
    web.pages |= {"/robots.txt": b"<html>not rules</html>\xff", "/a": b"a"}
    assert client.get(web.url + "/a").data == b"a"


def test_robots_without_end(web: Web, client: Client) -> None:
    rules = b"User-agent: *\nDisallow: /private\n"
    web.pages |= {"/robots.txt": rules + b"# comment\n" * 100_000, "/private": b"x", "/a": b"a"}
    assert client.get(web.url + "/a").data == b"a"
    assert "robots.txt asks not to fetch it" in str(refused(client, web.url + "/private"))


def test_robots_in_a_loop_are_none(web: Web, client: Client) -> None:
    web.pages |= {"/robots.txt": to("/robots.txt"), "/a": b"a"}
    assert client.get(web.url + "/a").data == b"a"


def test_robots_ask_for_time(web: Web, client: Client) -> None:
    web.pages |= {"/robots.txt": b"User-agent: *\nCrawl-delay: 0.5\n", "/a": b"a"}
    before = time.monotonic()
    client.get(web.url + "/a")
    client.get(web.url + "/a")
    assert time.monotonic() - before >= 0.5
