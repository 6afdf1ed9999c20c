"""The replay server, the workers and the tables of the benchmarks."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.many_cases import in_one_case

from . import cases, scripts, server, synthetic, table
from .rows import BUDGETS, FIGURES, Budget, of
from .runner import FRESH, Key, Samples
from .workers import floor, ours
from .workers.common import Job

LIMIT = 20
THREADS = ("00000000-0000-7000-8000-000000000000", "00000000-0000-7000-8000-000000000001")
TURNS = ("00000000-0000-7000-9000-000000000000", "00000000-0000-7000-9000-000001000000")


def request(number: int, method: str, **params: object) -> bytes:
    # As a client with another taste in blanks and in ids writes it.
    return json.dumps({"id": f"r{number}", "method": method, "params": params}).encode() + b"\n"


def conversation() -> bytes:
    starts = [request(n, "thread/start", cwd='a "quoted\\ { path') for n in range(2)]
    turns = [
        request(10 + 2 * group + n, "turn/start", input=[{"text": "}"}], threadId=thread)
        for group in range(2)
        for n, thread in enumerate(THREADS)
    ]
    others = [
        request(20, "turn/interrupt", threadId=THREADS[0], turnId=TURNS[0]),
        request(21, "no/such"),
        b'{"method":"initialized"}\n',
    ]
    return b"".join([*starts, *turns, *others])


def replayed(command: list[str], sent: bytes) -> bytes:
    done = subprocess.run(command, input=sent, capture_output=True, timeout=LIMIT, check=True)
    return done.stdout


def messages(output: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.split(b"\n") if line]


@pytest.fixture
def script(tmp_path: Path) -> Path:
    streams = (scripts.mixed(150), scripts.deltas(3))
    path = tmp_path / "script"
    path.write_bytes(scripts.Script(streams=streams, turns=2).render())
    return path


@pytest.mark.requirement("package/benchmarks")
def test_the_compiled_server_and_its_stand_in_write_the_same_bytes(script: Path) -> None:
    compiled, stand_in = server.command(script), server.command(script, allow_c=False)
    if compiled == stand_in:
        pytest.skip("there is no C compiler")
    output = replayed(stand_in, conversation())
    assert output.count(b"\n") > 300
    assert replayed(compiled, conversation()) == output


def test_every_placeholder_of_a_replay_is_filled_in(script: Path) -> None:
    output = replayed(server.command(script), conversation())
    assert b"@thread@" not in output
    assert b"@turn@" not in output
    assert b"@output@" not in output
    answers = {message["id"] for message in messages(output) if "id" in message}
    assert answers == {"r0", "r1", "r10", "r11", "r12", "r13", "r20", "r21"}


def test_the_lines_of_a_group_take_turns(script: Path) -> None:
    output = replayed(server.command(script), conversation())
    deltas = [
        message["params"]["turnId"]
        for message in messages(output)
        if message.get("method") == "item/agentMessage/delta"
    ]
    assert deltas[:200] == list(TURNS) * 100
    assert len(set(deltas)) == 4


def test_a_held_turn_ends_when_it_is_interrupted(tmp_path: Path) -> None:
    path = tmp_path / "script"
    path.write_bytes(scripts.Script(hold=True).render())
    sent = request(1, "thread/start") + request(2, "turn/start", threadId=THREADS[0])
    command = server.command(path)
    assert not any(m.get("method") == "turn/completed" for m in messages(replayed(command, sent)))
    sent += request(3, "turn/interrupt", threadId=THREADS[0], turnId=TURNS[0])
    last = messages(replayed(command, sent))[-1]
    assert last["method"] == "turn/completed"
    assert last["params"]["turn"]["id"] == TURNS[0]
    assert last["params"]["turn"]["status"] == "interrupted"


def test_the_floor_reads_every_character_of_a_long_line(tmp_path: Path) -> None:
    path = tmp_path / "script"
    streams = (scripts.deltas(1), scripts.big_line())
    path.write_bytes(scripts.Script(streams=streams, fill=300_000).render())
    job = Job(
        case="stream",
        command=server.command(path),
        events=1,
        chars=300_000,
        turns=1,
        count=0,
        limit=LIMIT,
    )
    assert floor.CASES["stream"](job)["seconds"] > 0
    with pytest.raises(AssertionError, match="300000 characters of text arrived"):
        floor.CASES["stream"](job | {"chars": 1})


@in_one_case(
    [*synthetic.notifications(), *synthetic.items(), *synthetic.results()],
    lambda sample: sample["kind"],
)
def test_a_full_message_of_every_kind_can_be_timed(sample: dict[str, str]) -> None:
    decode = ours.decoder(sample)
    assert decode is not None
    assert decode() is not None


def measured(rounds: list[dict[Key, dict[str, float]]]) -> Samples:
    return Samples(rounds=rounds, failures={("peer_async", "requests"): "no answer\nwithin 8 s"})


def test_a_table_has_medians_spread_and_failures() -> None:
    rounds = [{("ours", "requests"): {"p50_us": value}} for value in (40.0, 50.0, 75.0)]
    lines = table.figure_table(measured(rounds), ["requests"])
    row = next(line for line in lines if "round trip" in line)
    assert [cell.strip() for cell in row.split("|")[3:8]] == ["-", "-", "failed", "50.0 ±50%", "-"]
    assert table.failures(measured(rounds)) == ["- peer async, requests: no answer within 8 s"]


@pytest.mark.requirement("package/benchmarks")
@pytest.mark.parametrize(
    ("value", "least", "verdict"),
    [
        (6.0, True, "aim"),
        (4.0, True, "must"),
        (3.9, True, "MISSED"),
        (3.9, False, "aim"),
        (6.1, False, "MISSED"),
        (None, True, "no figure"),
    ],
)
def test_a_verdict_says_which_bound_is_met(value: float | None, least: bool, verdict: str) -> None:
    must, aim = (4.0, 6.0) if least else (6.0, 4.0)
    nothing = of("ours", "run", "seconds")
    row = Budget(case="run", what="run()", value=nothing, must=must, aim=aim, least=least)
    assert row.verdict(value) == verdict


def test_every_row_belongs_to_a_case_that_is_measured() -> None:
    known = {*FRESH, *(case.key for case in cases.CASES)}
    assert {row.case for row in BUDGETS} <= known
    assert {row.case for row in FIGURES} <= known


def test_a_page_without_figures_still_has_every_row() -> None:
    page = table.page(Samples(), [case.key for case in cases.CASES], ["a machine"], 5)
    wanted = [row.what for row in BUDGETS if row.case not in FRESH]
    assert all(f"| {what} " in page for what in wanted)
    assert page.count("no figure") == len(wanted)
