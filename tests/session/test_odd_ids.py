"""Ids of the server's requests that no int64 holds."""

from __future__ import annotations

import pytest

from tests.session.scripted import opened
from trio_codex import ProtocolError
from trio_codex.testing import FakeAppServer


@pytest.mark.parametrize("id", [2**63, 2**64 - 1, -(2**63), 0, ""])
async def test_a_request_is_answered_under_the_id_it_came_with(
    fake: FakeAppServer, id: int | str
) -> None:
    async with opened(fake) as codex:
        fake.send({"id": id, "method": "brand/new", "params": {}})
        await fake.wait_until(
            lambda: any(m.get("id") == id and "error" in m for m in fake.received)
        )
        await codex.models()


async def test_an_id_that_is_no_integer_any_more_breaks_the_protocol(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        fake.send_bytes(b'{"id":%d,"method":"brand/new","params":{}}\n' % 2**64)
        with pytest.raises(ProtocolError, match="neither an integer nor a string"):
            await codex.notifications().__anext__()
