"""How the client behaves: what it says of itself, how long it waits, how much it takes."""

from dataclasses import dataclass
from importlib.metadata import version

AGENT = "Mahdar"
"""The name under which robots.txt files address us."""


@dataclass(frozen=True, slots=True)
class Manners:
    """Times are in seconds, sizes in bytes."""

    contact: str | None = None
    """Who runs this: an address or a page, told to every server."""
    allow_private: bool = False
    """Whether private, loopback, link-local and reserved addresses may be asked."""
    connect: float = 10.0
    read: float = 20.0
    """The longest silence of a server."""
    total: float = 60.0
    """The longest time of one request, however much comes in meanwhile."""
    size: int = 20 * 1024 * 1024
    """The largest answer, as sent and as unpacked."""
    redirects: int = 10
    tries: int = 3
    back_off: float = 1.0
    """The first pause between two tries; each following one is four times as long."""
    longest_wait: float = 60.0
    """What a server asks us to wait is waited up to this; more is an error."""
    delay: float = 1.0
    """The pause between two requests to one host; a Crawl-delay of its robots.txt may make it longer."""

    def __post_init__(self) -> None:
        if self.contact is not None and not (self.contact.isascii() and self.contact.isprintable()):
            raise ValueError(f"the contact is sent to servers and has to be plain ASCII: {self.contact!r}")

    @property
    def agent(self) -> str:
        """The User-Agent header."""
        name = f"{AGENT}/{version('mahdar')}"
        return f"{name} (+{self.contact})" if self.contact else name
