"""Connects to hosts of the public internet only: the address is checked that is connected to."""

from __future__ import annotations

import ipaddress
import socket

import httpx2

NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class NotPublic(httpx2.ConnectError):
    """The host is in a private network, or is this machine itself."""


class PublicHosts(httpx2.HTTPTransport):
    """Looks a host's name up, refuses addresses that are not public, and connects to the others.

    The name is looked up once for each request, so it cannot change between check and connection.
    """

    def __init__(self, allow_private: bool) -> None:
        # Kept connections are told apart by address only, while certificates are by name.
        super().__init__(trust_env=False, limits=httpx2.Limits(max_keepalive_connections=0))
        self._allow_private = allow_private

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        host = request.url.host
        found = _addresses(host, request)
        if not self._allow_private and not all(is_public(address) for address in found):
            raise NotPublic(f"{host} is in a private network", request=request)
        return super().handle_request(
            httpx2.Request(
                request.method,
                request.url.copy_with(host=str(found[0])),
                headers=request.headers,
                stream=request.stream,
                extensions={**request.extensions, "sni_hostname": host},
            )
        )


def is_public(address: Address) -> bool:
    """Whether an address is of the public internet, also where it stands for another one."""
    if isinstance(address, ipaddress.IPv6Address):
        meant = address.ipv4_mapped or address.sixtofour
        if address in NAT64:
            meant = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if meant:
            return is_public(meant)
    return address.is_global and not address.is_multicast


def _addresses(host: str, request: httpx2.Request) -> list[Address]:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpx2.ConnectError(f"{host} is not known", request=request) from error
    return [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
