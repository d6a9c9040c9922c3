"""A web server and a client that may ask it."""

from collections.abc import Iterator

import pytest

from mahdar.sources.fetching import Client, Manners
from tests.webserver import Web, serving

QUICK = Manners(allow_private=True, connect=2, read=0.6, total=1.5, size=200_000, back_off=0.01, delay=0)


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as web:
        yield web


@pytest.fixture
def client() -> Client:
    return Client(QUICK)
