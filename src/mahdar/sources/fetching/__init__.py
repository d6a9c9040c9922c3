"""The polite client: addresses of the web -> bytes, with limits on everything a server could do to us."""

from mahdar.sources.fetching.client import Client, Fetched
from mahdar.sources.fetching.errors import FetchError
from mahdar.sources.fetching.manners import Manners

__all__ = ["Client", "FetchError", "Fetched", "Manners"]
