"""robots.txt (RFC 9309): what a site asks robots not to fetch, and how fast they may; read once a day for each site."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from protego import Protego

from mahdar.sources.fetching.errors import FetchError
from mahdar.sources.fetching.manners import AGENT

SIZE = 512 * 1024
"""How much of a robots.txt is read, in bytes, whatever its length; RFC 9309 asks for 500 KiB at least."""
KEPT = 24 * 3600.0
FAILED = 600.0
"""Seconds for which a robots.txt, and the failure to get one, are remembered."""
SITES = 1000
LONGEST_DELAY = 30.0


@dataclass(slots=True)
class _Site:
    rules: Protego | None
    error: FetchError | None
    until: float


@dataclass(slots=True)
class Robots:
    """The robots.txt files of the sites asked; `fetch` gives the bytes of one, or raises FetchError."""

    fetch: Callable[[str], bytes]
    _sites: "OrderedDict[str, _Site]" = field(default_factory=OrderedDict)

    def check(self, url: str, origin: str) -> None:
        """Raise FetchError if the site (`origin`: scheme and host) asks not to fetch an address."""
        rules = self._rules(origin)
        if rules is not None and not rules.can_fetch(url, AGENT):
            raise FetchError("the site's robots.txt asks not to fetch it; save the page and read the file")

    def delay(self, origin: str) -> float:
        """The seconds that the site asks for between two requests, as far as they are reasonable."""
        rules = self._rules(origin)
        asked = rules.crawl_delay(AGENT) if rules is not None else None
        return min(float(asked or 0), LONGEST_DELAY)

    def _rules(self, origin: str) -> Protego | None:
        site = self._sites.get(origin)
        if site is None or site.until < time.monotonic():
            site = self._sites[origin] = self._site(origin)
            if len(self._sites) > SITES:
                self._sites.popitem(last=False)
        if site.error is not None:
            raise site.error
        return site.rules

    def _site(self, origin: str) -> _Site:
        try:
            data = self.fetch(f"{origin}/robots.txt")
        except FetchError as error:
            if not error.temporary:  # a site without rules; if it is wrong altogether, its pages will show
                return _Site(None, None, time.monotonic() + (FAILED if error.status is None else KEPT))
            if error.status is None:
                message = str(error)  # the site itself cannot be reached
            else:
                message = f"the site's robots.txt cannot be had, so that nothing else is asked for: {error}"
            failure = FetchError(message, temporary=True, wait=error.wait, status=error.status)
            return _Site(None, failure, time.monotonic() + FAILED)
        return _Site(Protego.parse(data.decode("utf-8", "replace")), None, time.monotonic() + KEPT)
