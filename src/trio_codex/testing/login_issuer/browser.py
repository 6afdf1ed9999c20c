"""A minimal browser: follows redirects on loopback to the last page."""

from __future__ import annotations

from email import message_from_string
from typing import final
from urllib.parse import urljoin, urlsplit, urlunsplit

import attrs
import trio

__all__ = ["BrowserPage", "browse"]

_REDIRECTS = 10


@final
@attrs.frozen(kw_only=True)
class BrowserPage:
    """The last page of a browser.

    Attributes:
        url: the address of the page, after redirects.
        status: the HTTP status.
        text: the page.
    """

    url: str
    status: int
    text: str = attrs.field(repr=False)


async def browse(url: str) -> BrowserPage:
    """Fetches a page as a browser does, following redirects, on loopback only.

    Raises:
        ValueError: the address, or a redirect, leads away from this machine.
        OSError: nobody listens there.
        RuntimeError: the redirects never end, or the answer is not HTTP.

    Cancelling it closes the connection.
    """
    for _ in range(_REDIRECTS):
        status, location, text = await _get(url)
        if not (300 <= status < 400 and location):
            return BrowserPage(url=url, status=status, text=text)
        url = urljoin(url, location)
    raise RuntimeError(f"more than {_REDIRECTS} redirects, the last one to {url}")


async def _get(url: str) -> tuple[int, str, str]:
    """Returns the status, the `location` and the text of one page."""
    parts = urlsplit(url)
    if parts.scheme != "http" or parts.hostname not in ("127.0.0.1", "localhost") or not parts.port:
        raise ValueError(f"a test's browser stays on http://127.0.0.1: {url!r}")
    target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    # Before HTTP/1.1, no answer comes in chunks.
    request = f"GET {target} HTTP/1.0\r\nhost: {parts.netloc}\r\n\r\n"
    async with await trio.open_tcp_stream("127.0.0.1", parts.port) as stream:
        await stream.send_all(request.encode())
        answer = b"".join([piece async for piece in stream])
    head, end, body = answer.partition(b"\r\n\r\n")
    if not end:
        raise RuntimeError("the server closed the connection before it answered")
    status, _, headers = head.decode("latin-1").partition("\r\n")
    location = message_from_string(headers)["location"]
    return int(status.split()[1]), location or "", body.decode("utf-8", "replace")
