"""A minimal browser: follows redirects on loopback to the last page."""

from __future__ import annotations

from typing import final
from urllib.parse import urljoin, urlsplit

import attrs
import h11
import trio

__all__ = ["BrowserPage", "browse"]

_REDIRECTS = 10
_READ_BYTES = 65536


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
    parts = urlsplit(url)
    if parts.scheme != "http" or parts.hostname not in ("127.0.0.1", "localhost") or not parts.port:
        raise ValueError(f"a test's browser stays on http://127.0.0.1: {url!r}")
    target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    conn = h11.Connection(h11.CLIENT)
    async with await trio.open_tcp_stream("127.0.0.1", parts.port) as stream:
        headers = [("host", parts.netloc), ("connection", "close")]
        request = h11.Request(method="GET", target=target, headers=headers)
        await stream.send_all((conn.send(request) or b"") + (conn.send(h11.EndOfMessage()) or b""))
        return await _answer(stream, conn)


async def _answer(stream: trio.SocketStream, conn: h11.Connection) -> tuple[int, str, str]:
    head: h11.Response | None = None
    body = bytearray()
    while not isinstance(event := conn.next_event(), h11.EndOfMessage):
        if isinstance(event, h11.Response):
            head = event
        elif isinstance(event, h11.Data):
            body += event.data
        elif event is not h11.NEED_DATA:
            raise RuntimeError("the server closed the connection before it answered")
        if event is h11.NEED_DATA:
            conn.receive_data(await stream.receive_some(_READ_BYTES))
        else:
            await trio.lowlevel.checkpoint()
    await trio.lowlevel.checkpoint()
    assert head is not None
    location = next((value for name, value in head.headers if name == b"location"), b"")
    return head.status_code, location.decode("latin-1"), body.decode("utf-8", "replace")
