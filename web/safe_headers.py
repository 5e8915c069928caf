"""The headers that keep pages safe: on every response, and for what other sites may embed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

# Addresses that begin so are those of the chat in a frame of another site.
EMBED = "/embed"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {}"
)
SAFE_HEADERS = {
    "Content-Security-Policy": POLICY.format("'none'"),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def is_embedded(path: str, embed_origins: Sequence[str]) -> bool:
    """Whether what stands at this path may be shown by other sites, of which there must be any."""
    return bool(embed_origins) and path.startswith(EMBED)


def headers_for(path: str, embed_origins: Sequence[str]) -> Mapping[str, str]:
    """What a response from this path must carry; ``embed_origins`` may show the chat in frames."""
    if not is_embedded(path, embed_origins):
        return SAFE_HEADERS
    # X-Frame-Options can name no origin, so the policy alone says who may.
    kept = {name: value for name, value in SAFE_HEADERS.items() if name != "X-Frame-Options"}
    return kept | {
        "Content-Security-Policy": POLICY.format(" ".join(embed_origins)),
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
