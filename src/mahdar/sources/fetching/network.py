"""The network under httpcore: connects to checked addresses only, and gives no operation more than the time left."""

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore

from mahdar.sources.fetching.addresses import resolved


class Deadline:
    """The moment at which a request has taken long enough."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._at = time.monotonic() + seconds

    @property
    def passed(self) -> bool:
        """Whether the time is over."""
        return time.monotonic() >= self._at

    def left(self, timeout: float | None) -> float:
        """The time that an operation may take. Raises httpcore.TimeoutException when there is none."""
        left = self._at - time.monotonic()
        if left <= 0:
            raise httpcore.TimeoutException
        return left if timeout is None else min(timeout, left)


class CheckedNetwork(httpcore.NetworkBackend):
    """TCP connections to the addresses of `resolved`, under a deadline."""

    def __init__(self, deadline: Deadline, *, allow_private: bool) -> None:
        self._deadline = deadline
        self._allow_private = allow_private
        self._system = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of the host that accepts one. Raises FetchError or httpcore's errors."""
        addresses = resolved(host, port, allow_private=self._allow_private)
        for address in addresses:
            try:
                stream = self._system.connect_tcp(
                    address, port, self._deadline.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if address == addresses[-1]:
                    raise
            else:
                return _Timed(stream, self._deadline)
        raise httpcore.ConnectError(f"no address for {host}")


class _Timed(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Timed(
            self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout)), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
