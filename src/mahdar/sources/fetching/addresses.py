"""A host's name -> the addresses that may be asked: never those of our own machine and network, unless allowed.

The caller connects to what comes out of here and not to the name again: a name server that answers differently the
second time (DNS rebinding) changes nothing.
"""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from mahdar.sources.fetching.errors import FetchError

_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits


def resolved(host: str, port: int, *, allow_private: bool = False) -> list[str]:
    """The addresses of a host, as the system orders them. Raises FetchError, also where one of them is not public."""
    try:
        infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        again = isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN
        raise FetchError(f"no such host: {host}", temporary=again) from None
    addresses = list(dict.fromkeys(str(info[4][0]) for info in infos))
    if not allow_private:
        for address in addresses:
            if not is_public(address):
                named = host if host == address else f"{host} ({address})"
                raise FetchError(f"refused: {named} is no public address (--allow-private allows it)")
    return addresses


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet, and so does any that it carries inside."""
    ip = ip_address(address)
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped:
            return is_public(str(ip.ipv4_mapped))
        inner = _carried(ip)
        if inner is not None and not is_public(str(inner)):
            return False
    return ip.is_global and not ip.is_multicast


def _carried(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address to which a gateway would pass packets on."""
    if ip.sixtofour:
        return ip.sixtofour
    if ip.teredo:
        return ip.teredo[1]
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return None
