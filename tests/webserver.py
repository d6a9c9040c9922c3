"""A real HTTP server on loopback for the tests: pages by path, and handlers that misbehave on the wire."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Exchange(BaseHTTPRequestHandler):
    """One request; pages answer with `send`, or write to `wfile` what they like."""

    protocol_version = "HTTP/1.1"
    server: "Server"

    def do_GET(self) -> None:
        self.close_connection = True
        self.server.web.asked.append((self.path, dict(self.headers)))
        page = self.server.web.pages.get(self.path.partition("?")[0])
        try:
            if page is None:
                self.send(404, b"none")
            elif callable(page):
                page(self)
            else:
                self.send(200, page)
        except (BrokenPipeError, ConnectionResetError):
            pass  # the client had enough

    def send(self, status: int, body: bytes = b"", **headers: str) -> None:
        """An answer; header names with _ for -."""
        self.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


Page = bytes | Callable[[Exchange], None]


@dataclass
class Web:
    """What the server has, and what it was asked."""

    url: str
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def paths(self) -> list[str]:
        """The paths asked for, but robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


class Server(ThreadingHTTPServer):
    daemon_threads = True
    web: Web


@contextmanager
def serving() -> Iterator[Web]:
    """A server for as long as the block lasts."""
    server = Server(("127.0.0.1", 0), Exchange)
    server.web = Web(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server.web
    finally:
        server.web.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()
