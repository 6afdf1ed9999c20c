"""Rows of the budget: which figures are compared, the bound, and the bound worth reaching."""

from __future__ import annotations

import statistics
from collections.abc import Callable

import attrs

from .cases import FLOOR, LOOP, OURS, PEER, PEER_ASYNC, TWIN, UNIX
from .runner import Figures
from .samples import BIG


@attrs.frozen(kw_only=True)
class Figure:
    """A row of the figures: one metric of every library."""

    case: str
    metric: str
    title: str
    unit: str


@attrs.frozen(kw_only=True)
class Budget:
    """A row of the budget: one number, what it must be, and what is aimed at.

    Attributes:
        case: the case it is about, for `--only`.
        what: the row's words.
        value: the number, from figures; None where one of them is missing.
        must: the bound.
        aim: the bound worth reaching.
        least: whether the bounds are floors (so many times faster) or ceilings.
        unit: what the number is counted in; times, mostly.
    """

    case: str
    what: str
    value: Callable[[Figures], float | None]
    must: float
    aim: float
    least: bool = True
    unit: str = "x"

    def verdict(self, value: float | None) -> str:
        """What a number means."""
        if value is None:
            return "no figure"
        if self._within(value, self.aim):
            return "aim"
        return "must" if self._within(value, self.must) else "MISSED"

    def _within(self, value: float, bound: float) -> bool:
        return value >= bound if self.least else value <= bound


Value = Callable[[Figures], "float | None"]
Ceiling = tuple[str, str, Value, float, float, str]


def of(library: str, case: str, metric: str) -> Value:
    """A figure as it is."""
    return lambda figures: figures.get((library, case), {}).get(metric)


def ratio(case: str, metric: str, above: str, below: str, *, below_case: str = "") -> Value:
    """One library's figure divided by another's."""

    def value(figures: Figures) -> float | None:
        top = of(above, case, metric)(figures)
        bottom = of(below, below_case or case, metric)(figures)
        return None if top is None or not bottom else top / bottom

    return value


def linear(figures: Figures) -> float | None:
    """How much longer a byte of the long line takes than one of the short line."""
    long = of(OURS, "line_256", "us_per_mib")(figures)
    short = of(OURS, "line_20", "us_per_mib")(figures)
    return None if long is None or not short else long / short


def decoding(pick: Callable[[list[float]], float], kinds: tuple[str, ...] = ()) -> Value:
    """One number for the kinds of message both libraries know: how many times faster ours is."""

    def value(figures: Figures) -> float | None:
        peer, ours = figures.get((PEER, "decode"), {}), figures.get((OURS, "decode"), {})
        names = [name for name in ours if name in peer]
        if kinds:
            names = [name for name in names if name.removeprefix("us:") in kinds]
        return pick([peer[name] / ours[name] for name in names]) if names else None

    return value


def faster(
    case: str, what: str, sync: tuple[float, float], twin: tuple[float, float]
) -> list[Budget]:
    """A stream's rows against both colours of the official SDK."""
    return [
        Budget(
            case=case,
            what=f"{what}: against {name}",
            value=ratio(case, "events_per_s", OURS, library),
            must=bounds[0],
            aim=bounds[1],
        )
        for name, library, bounds in (
            ("peer sync", PEER, sync),
            ("peer async", PEER_ASYNC, twin),
        )
    ]


FIGURES = (
    Figure(case="import", metric="import_ms", title="import the client (floor: trio)", unit="ms"),
    Figure(case="import", metric="package_ms", title="import the bare package", unit="ms"),
    Figure(case="cold", metric="cold_ms", title="cold script to an initialised runtime", unit="ms"),
    Figure(case="cold_decode", metric="first_ms", title="cold decode: first message", unit="ms"),
    Figure(case="cold_decode", metric="each_ms", title="cold decode: one of each kind", unit="ms"),
    Figure(case="stream_1", metric="events_per_s", title="stream, 1 turn", unit="events/s"),
    Figure(case="stream_1", metric="cpu_us", title="stream, 1 turn: CPU per event", unit="us"),
    Figure(case="stream_1", metric="delivered", title="stream, 1 turn: events", unit="events"),
    Figure(case="mixed", metric="events_per_s", title="mixed stream", unit="events/s"),
    Figure(case="mixed", metric="cpu_us", title="mixed stream: CPU per event", unit="us"),
    Figure(case="stream_32", metric="events_per_s", title="stream, 32 turns", unit="events/s"),
    Figure(case="stream_32", metric="cpu_us", title="stream, 32 turns: CPU per event", unit="us"),
    Figure(case="stream_256", metric="events_per_s", title="stream, 256 turns", unit="events/s"),
    Figure(case="stream_256", metric="cpu_us", title="stream, 256 turns: CPU per event", unit="us"),
    Figure(case="run", metric="events_per_s", title="run()", unit="events/s"),
    Figure(case="run", metric="cpu_us", title="run(): CPU per event", unit="us"),
    Figure(case="paced", metric="cpu_us", title="paced: CPU per event", unit="us"),
    Figure(case="requests", metric="p50_us", title="request round trip, p50", unit="us"),
    Figure(case="requests", metric="request_cpu_us", title="request: CPU", unit="us"),
    Figure(case="first_delta", metric="p50_us", title="turn() to the first delta, p50", unit="us"),
    Figure(case="behind", metric="memory_mb", title="a consumer 50 000 events behind", unit="MB"),
    Figure(case="unread", metric="memory_mb", title="200 000 unread notifications", unit="MB"),
    Figure(case="idle", metric="p50_us", title="round trip beside 256 idle streams", unit="us"),
    Figure(case="idle", metric="kb_per_turn", title="an idle stream and its consumer", unit="KB"),
    Figure(case="open_turns", metric="kb_per_turn", title="an open turn, of 1 000", unit="KB"),
    Figure(case="line_20", metric="us_per_mib", title="a line of 20 MiB, per MiB", unit="us"),
    Figure(case="line_256", metric="us_per_mib", title="a line of 256 MiB, per MiB", unit="us"),
    Figure(
        case="real_stream", metric="events_per_s", title="real runtime: stream", unit="events/s"
    ),
    Figure(case="real_stream", metric="cpu_us", title="real runtime: CPU per event", unit="us"),
    Figure(case="real_requests", metric="p50_us", title="real runtime: round trip, p50", unit="us"),
)


def _start() -> list[Budget]:
    imports = ratio("import", "import_ms", PEER, OURS)
    over = of(OURS, "import", "beyond_trio_ms")
    cold = ratio("cold", "cold_ms", PEER, OURS)
    return [
        Budget(case="import", what="import, times faster", value=imports, must=3.8, aim=4.5),
        Budget(
            case="import",
            what="import beyond trio's own",
            value=over,
            must=12,
            aim=10,
            least=False,
            unit="ms",
        ),
        Budget(case="cold", what="cold start, times faster", value=cold, must=3, aim=3.6),
    ]


def _from_the_floor(case: str, what: str, *, must: float, aim: float) -> list[Ceiling]:
    """The rows of a time for one message, of both clients, against a bare loop on the pipe."""
    return [
        (
            case,
            f"{name}{what} against the floor",
            ratio(case, "p50_us", ours, FLOOR),
            must,
            aim,
            "x",
        )
        for name, ours in (("", OURS), ("blocking client: ", TWIN))
    ]


_CEILINGS: tuple[Ceiling, ...] = (
    (
        "cold_decode",
        "cold decode: first message beyond a warm one",
        of(OURS, "cold_decode", "first_ms"),
        3,
        1,
        "ms",
    ),
    # Half of what it took while functions were compiled at run time.
    (
        "cold_decode",
        "cold decode: one message of each kind",
        of(OURS, "cold_decode", "each_ms"),
        50,
        40,
        "ms",
    ),
    (
        "stream_1",
        "stream, 1 turn: CPU against the floor",
        ratio("stream_1", "cpu_us", OURS, FLOOR),
        3.5,
        2.5,
        "x",
    ),
    *_from_the_floor("requests", "round trip p50", must=1.6, aim=1.3),
    (
        "requests",
        "round trip p50 against peer async",
        ratio("requests", "p50_us", OURS, PEER_ASYNC),
        0.75,
        0.4,
        "x",
    ),
    (
        "requests",
        "blocking client: round trip p50 against peer async",
        ratio("requests", "p50_us", TWIN, PEER_ASYNC),
        0.75,
        0.4,
        "x",
    ),
    (
        "requests",
        "asyncio client: round trip p50 against peer async",
        ratio("requests", "p50_us", LOOP, PEER_ASYNC),
        1.1,
        0.9,
        "x",
    ),
    *(
        (
            case,
            f"asyncio client: {what}: CPU against ours on Trio",
            ratio(case, "cpu_us", LOOP, OURS),
            1.3,
            1.15,
            "x",
        )
        for case, what in (("stream_1", "stream, 1 turn"), ("stream_32", "32 turns"))
    ),
    *_from_the_floor("first_delta", "turn() to the first delta", must=1.8, aim=1.4),
    ("behind", "a consumer 50 000 behind", of(OURS, "behind", "memory_mb"), 8, 3, "MB"),
    ("unread", "200 000 unread", of(OURS, "unread", "memory_mb"), 5, 1, "MB"),
    (
        "idle",
        "256 idle streams: round trip against none",
        of(OURS, "idle", "unchanged"),
        1.2,
        1.0,
        "x",
    ),
    (
        "idle",
        "asyncio client: 256 idle streams: round trip against none",
        of(LOOP, "idle", "unchanged"),
        1.2,
        1.0,
        "x",
    ),
    (
        "line_20",
        "20 MiB line against the floor",
        ratio("line_20", "seconds", OURS, FLOOR),
        2.0,
        1.3,
        "x",
    ),
    (
        "line_256",
        "256 MiB line against the floor",
        ratio("line_256", "seconds", OURS, FLOOR),
        2.0,
        1.3,
        "x",
    ),
    ("line_256", "a long line's byte against a short one's", linear, 2.0, 1.3, "x"),
    (
        "open_turns",
        "1 000 open turns: memory of one",
        of(OURS, "open_turns", "kb_per_turn"),
        10,
        4,
        "KB",
    ),
    (
        "real_stream",
        "attached by a Unix socket: CPU per event against stdio",
        ratio("real_stream", "cpu_us", UNIX, OURS),
        1.8,
        1.5,
        "x",
    ),
    (
        "real_requests",
        "attached by a Unix socket: round trip p50 against stdio",
        ratio("real_requests", "p50_us", UNIX, OURS),
        1.7,
        1.5,
        "x",
    ),
    (
        "reconnect",
        "a reconnect with 50 open turns, beyond the server's own time",
        of(UNIX, "reconnect", "beyond_s"),
        1.0,
        0.5,
        "s",
    ),
)


def _ceilings() -> list[Budget]:
    return [
        Budget(case=case, what=what, value=value, must=must, aim=aim, least=False, unit=unit)
        for case, what, value, must, aim, unit in _CEILINGS
    ]


_LOOP_FLOORS: list[tuple[str, str, Value, float, float]] = [
    (
        case,
        f"asyncio client: {what} against peer async",
        ratio(case, "events_per_s", LOOP, PEER_ASYNC),
        must,
        aim,
    )
    for case, what, must, aim in (
        ("stream_1", "stream, 1 turn", 30, 35),
        ("stream_32", "32 turns", 10, 12),
    )
]


def _floors() -> list[Budget]:
    rows: list[tuple[str, str, Value, float, float]] = [
        (
            "run",
            "run() against peer sync's",
            ratio("run", "events_per_s", OURS, PEER),
            8,
            12,
        ),
        (
            "paced",
            "paced: CPU, times less than peer sync",
            ratio("paced", "cpu_us", PEER, OURS),
            3,
            6,
        ),
        (
            "paced",
            "paced: CPU, times less than peer async",
            ratio("paced", "cpu_us", PEER_ASYNC, OURS),
            12,
            25,
        ),
        ("decode", "decode: all kinds, median", decoding(statistics.median), 3.5, 4),
        ("decode", "decode: items, turns, thread/read", decoding(min, BIG), 2, 7),
        ("decode", "decode: the slowest kind", decoding(min), 1.5, 2),
        (
            "stream_1",
            "blocking client: stream against peer sync",
            ratio("stream_1", "events_per_s", TWIN, PEER),
            4,
            5.5,
        ),
        *_LOOP_FLOORS,
    ]
    return [
        Budget(case=case, what=what, value=value, must=must, aim=aim)
        for case, what, value, must, aim in rows
    ]


BUDGETS = (
    *_start(),
    *faster("stream_1", "stream, 1 turn", (4, 6), (40, 55)),
    *faster("mixed", "mixed stream", (4, 5.5), (30, 40)),
    *faster("stream_32", "32 turns", (6, 7.5), (15, 20)),
    *faster("stream_256", "256 turns", (8, 15), (8, 16)),
    *_floors(),
    *_ceilings(),
)
