"""A web server with a feed, and what a watch needs."""

from collections.abc import Iterator

import pytest

from tests.webserver import Web, serving


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as web:
        yield web
