"""How often each client may ask: a count that runs empty as time goes by, kept in memory only."""

from __future__ import annotations

import ipaddress
import math
from collections import OrderedDict

# Whoever asked least recently is forgotten first, so that memory stays small under attack.
MOST_CLIENTS = 50_000
# Seconds that sums of moments may be off by: the last request of a minute must not be refused.
ROUNDING = 1e-3


class RateLimit:
    """Up to ``per_minute`` requests at once, and as many again each minute; 0 is no limit."""

    def __init__(self, per_minute: int) -> None:
        self.per_minute = per_minute
        # For each client, the moment (in seconds) when its count will have run empty.
        self._empty_at: OrderedDict[str, float] = OrderedDict()

    def seconds_to_wait(self, address: str, now: float) -> int:
        """Count a request at ``now`` (in seconds); 0 if it is allowed, else how long to wait."""
        if not self.per_minute:
            return 0
        client = _client(address)
        count = max(self._empty_at.get(client, now) - now, 0.0) + 60 / self.per_minute
        if count > 60 + ROUNDING:
            return math.ceil(count - 60)
        self._empty_at[client] = now + count
        self._empty_at.move_to_end(client)
        if len(self._empty_at) > MOST_CLIENTS:
            self._empty_at.popitem(last=False)
        return 0


def _client(address: str) -> str:
    """One household is one client: it has many addresses of IPv6, all in one network."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv6Address) and not found.ipv4_mapped:
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(getattr(found, "ipv4_mapped", None) or found)
