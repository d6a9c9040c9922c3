"""A web server and a client that may ask it."""

from collections.abc import Iterator

import pytest

from mahdar.sources.fetching import Client, Manners
from tests.webserver import Web, serving

QUICK = Manners(allow_private=True, connect=10, read=20, total=30, size=200_000, back_off=0.01, delay=0)


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as web:
        yield web


@pytest.fixture
def client() -> Client:
    return Client(QUICK)
