"""The client: one address -> its bytes, politely, or a `FetchError` that says why not."""

import re
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from functools import cached_property
from http import HTTPStatus
from typing import Any, NoReturn
from urllib.parse import urljoin

import httpcore
from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from mahdar.sources.fetching.errors import FetchError
from mahdar.sources.fetching.manners import Manners
from mahdar.sources.fetching.network import CheckedNetwork, Deadline
from mahdar.sources.fetching.robots import SIZE as ROBOTS_SIZE
from mahdar.sources.fetching.robots import Robots
from mahdar.sources.fetching.unpacking import is_whole_gzip, unpacked

_TEMPORARY = {408, 425, 429, 500, 502, 503, 504}
_PERMANENT_MOVES = {301, 308}
_MOVES = {301, 302, 303, 307, 308}
_UNCHANGED = 304
_ACCEPTED = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.8"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave."""

    url: str
    """Where it came from in the end, after redirects."""
    data: bytes
    """The body, unpacked; empty if `unchanged`."""
    unchanged: bool = False
    """Whether the server says that it has not changed since the `etag` and `modified` given (304)."""
    charset: str | None = None
    """The encoding that the server names, and is often wrong about."""
    etag: str | None = None
    modified: str | None = None
    moved_to: str | None = None
    """The new address, where the old one says that it is to be used from now on."""


class Client:
    """Fetches one address at a time, http and https only; keeps nothing between requests but the manners it owes."""

    def __init__(self, manners: Manners | None = None) -> None:
        self.manners = manners or Manners()
        self._robots = Robots(self._robots_txt)
        self._asked: dict[str, float] = {}

    def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """What is at an address; with the `etag` and `modified` of an earlier answer, only if it has changed.

        Raises FetchError.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        return self._followed(url, {name: value for name, value in conditions.items() if value}, robots=True)

    def _robots_txt(self, url: str) -> bytes:
        return self._followed(url, {}, robots=False).data

    def _followed(self, url: str, headers: Mapping[str, str], *, robots: bool) -> Fetched:
        at = _parsed(url)
        chain = [at.url]
        forever: str | None = None  # where permanent moves alone have led
        while True:
            origin = _origin(at)
            if robots:
                self._robots.check(at.url, origin)
            answer = self._tried(at, headers, self._robots.delay(origin) if robots else 0.0, robots=robots)
            if answer.status not in _MOVES or "location" not in answer.headers:
                return self._fetched(answer, at, forever)
            at = _parsed(answer.headers["location"], base=at.url)
            if answer.status in _PERMANENT_MOVES and forever == (chain[-1] if len(chain) > 1 else None):
                forever = at.url
            if at.url in chain:
                raise FetchError("redirects in a loop: " + " → ".join([*chain[chain.index(at.url) :], at.url]))
            chain.append(at.url)
            if len(chain) > self.manners.redirects + 1:
                raise FetchError(f"redirected more than {self.manners.redirects} times, last to {at.url}")

    def _tried(self, at: Url, headers: Mapping[str, str], delay: float, *, robots: bool) -> "_Answer":
        for tried in range(1, self.manners.tries + 1):
            if robots:  # the robots.txt itself is asked for before anything else
                self._pause(at.host or "", delay)
            try:
                return self._asked_once(at, headers, whole=robots)
            except FetchError as error:
                wait = self.manners.back_off * 4 ** (tried - 1) if error.wait is None else error.wait
                if not error.temporary or tried == self.manners.tries or wait > self.manners.longest_wait:
                    raise
            time.sleep(wait)
        raise AssertionError("a last try either answers or raises")

    def _pause(self, host: str, delay: float) -> None:
        """Wait until the host may be asked again."""
        due = self._asked.get(host, float("-inf")) + max(delay, self.manners.delay)
        time.sleep(max(0.0, due - time.monotonic()))
        now = time.monotonic()
        if len(self._asked) > 1000:
            self._asked = {name: at for name, at in self._asked.items() if now - at < 60}
        self._asked[host] = now

    def _asked_once(self, at: Url, headers: Mapping[str, str], *, whole: bool) -> "_Answer":
        manners = self.manners
        deadline = Deadline(manners.total)
        network = CheckedNetwork(deadline, allow_private=manners.allow_private)
        sent = {
            "Host": at.netloc or "",
            "User-Agent": manners.agent,
            "Accept": _ACCEPTED,
            "Accept-Language": "ar, *;q=0.5",
            "Accept-Encoding": "gzip",
            "Connection": "close",
            **headers,
        }
        timeout = {"connect": manners.connect, "read": manners.read, "write": manners.read, "pool": manners.connect}
        tls = self._tls if at.scheme == "https" else None
        target = httpcore.URL(
            scheme=at.scheme or "", host=(at.host or "").strip("[]"), port=at.port, target=at.request_uri
        )
        try:
            with (
                httpcore.ConnectionPool(ssl_context=tls, network_backend=network) as pool,
                pool.stream("GET", target, headers=list(sent.items()), extensions={"timeout": timeout}) as response,
            ):
                found = _headers(response.headers)
                self._raise_for(response.status, found)
                return _Answer(response.status, found, self._body(response, found) if whole else _start(response))
        except httpcore.TimeoutException as error:
            if deadline.passed:
                raise FetchError(f"took longer than {manners.total:g} s", temporary=True) from None
            if isinstance(error, httpcore.ConnectTimeout):
                raise FetchError(f"no connection within {manners.connect:g} s", temporary=True) from None
            raise FetchError(f"silent for {manners.read:g} s", temporary=True) from None
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            _explain(error)

    @cached_property
    def _tls(self) -> Any:
        return httpcore.default_ssl_context()

    def _raise_for(self, status: int, headers: Mapping[str, str]) -> None:
        if status < 300 or status == _UNCHANGED or (status in _MOVES and "location" in headers):
            return
        temporary = status in _TEMPORARY
        wait = _seconds(headers.get("retry-after")) if temporary else None
        asked = f", asks to come back in {wait:.0f} s" if wait is not None and wait > self.manners.longest_wait else ""
        raise FetchError(f"HTTP {status} {_phrase(status)}{asked}", temporary=temporary, wait=wait, status=status)

    def _body(self, response: httpcore.Response, headers: Mapping[str, str]) -> bytes:
        size = self.manners.size
        too_large = FetchError(f"too large: more than {size:,} bytes")
        announced = headers.get("content-length", "")
        if announced.isdecimal() and int(announced) > size:
            raise too_large
        data = bytearray()
        try:
            for piece in response.iter_stream():
                data += piece
                if len(data) > size:
                    raise too_large
        except httpcore.RemoteProtocolError as error:
            # a length that was announced for the unpacked body is a common mistake
            if not is_whole_gzip(bytes(data), size):
                raise FetchError(f"cut off after {len(data):,} bytes: {error}", temporary=True) from None
        return unpacked(bytes(data), size)

    def _fetched(self, answer: "_Answer", at: Url, forever: str | None) -> Fetched:
        encoding = answer.headers.get("content-encoding", "identity").lower()
        if encoding not in {"identity", "gzip", "x-gzip", ""}:
            raise FetchError(f"sent in an encoding that was not asked for: {encoding!r:.20}")
        media = Message()
        media["content-type"] = answer.headers.get("content-type", "")
        return Fetched(
            url=at.url,
            data=answer.data,
            unchanged=answer.status == _UNCHANGED,
            charset=media.get_content_charset(),
            etag=answer.headers.get("etag"),
            modified=answer.headers.get("last-modified"),
            moved_to=forever,
        )


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: Mapping[str, str]
    data: bytes


def _start(response: httpcore.Response) -> bytes:
    """As much of a robots.txt as is looked at."""
    data = bytearray()
    for piece in response.iter_stream():
        data += piece
        if len(data) >= ROBOTS_SIZE:
            break
    return unpacked(bytes(data[:ROBOTS_SIZE]), ROBOTS_SIZE)


def _parsed(url: str, base: str = "") -> Url:
    """An address as it is sent: host in ASCII, path quoted, no fragment. Raises FetchError for what is none."""
    try:
        at = parse_url(urljoin(base, url.strip()))
    except (LocationParseError, ValueError) as error:
        raise FetchError(f"no web address: {url!r:.100} ({error})") from None
    if at.scheme not in {"http", "https"}:
        raise FetchError(
            f"only http and https are fetched, not {at.scheme or 'an address without either'}: {url!r:.100}"
        )
    if not at.host or at.port == 0:
        raise FetchError(f"no web address: {url!r:.100} names no host")
    if at.auth:
        raise FetchError("an address with a user name or password in it is not fetched")
    return at._replace(fragment=None)


def _origin(at: Url) -> str:
    return f"{at.scheme}://{at.netloc}"


def _headers(sent: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """The headers of an answer by their names in small letters; of several by one name, the first."""
    headers: dict[str, str] = {}
    for name, value in sent:
        headers.setdefault(name.decode("latin-1").lower(), _decoded(value))
    return headers


def _decoded(value: bytes) -> str:
    try:
        return value.decode("utf-8")  # addresses of redirects, against all rules
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _seconds(retry_after: str | None) -> float | None:
    """The seconds that a Retry-After header asks to wait: it holds them, or a date."""
    text = (retry_after or "").strip()
    if text.isdecimal() and text.isascii():
        return float(text[:10])
    with suppress(ValueError, TypeError, OverflowError):
        at = parsedate_to_datetime(text)
        return max(0.0, ((at if at.tzinfo else at.replace(tzinfo=UTC)) - datetime.now(UTC)).total_seconds())
    return None


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _explain(error: httpcore.NetworkError | httpcore.ProtocolError) -> NoReturn:
    """The error in our words: certificates and broken protocols do not mend themselves, connections may."""
    reason = re.sub(r"\[Errno -?\d+\] ", "", str(error)) or type(error).__name__
    if "CERTIFICATE_VERIFY_FAILED" in reason:
        raise FetchError(f"its certificate is not to be trusted: {reason.rpartition(': ')[2]}") from None
    if isinstance(error, httpcore.LocalProtocolError):
        raise FetchError(f"cannot be asked for: {reason}") from None
    if isinstance(error, httpcore.RemoteProtocolError):
        raise FetchError(f"no proper HTTP answer: {reason}", temporary=True) from None
    raise FetchError(f"no connection: {reason}", temporary=True) from None
