"""The sessions of nox: tests, checks, generators and builds; `nox -l` lists them."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sys
from pathlib import Path

import nox

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / ".ci"))

from interpreters import SUPPORTED, find_interpreters, make_discoverable  # noqa: E402
from shared_runtime import fetch_runtime, pinned_runtime, share_runtime  # noqa: E402

# Needs only pip: no other installer, no interpreter downloads, no update checks.
nox.needs_version = ">=2025.10.14"
nox.options.default_venv_backend = "virtualenv"
nox.options.download_python = "never"
nox.options.error_on_external_run = True
nox.options.error_on_missing_interpreters = False
nox.options.reuse_venv = "yes"
nox.options.sessions = ["tests", "lint", "types"]
os.environ["VIRTUALENV_NO_PERIODIC_UPDATE"] = "1"

INTERPRETERS = find_interpreters()
make_discoverable(INTERPRETERS)
if not INTERPRETERS:
    sys.exit(f"trio-codex needs one of Python {', '.join(SUPPORTED)}; none of them works here.")
FIRST, LAST = next(iter(INTERPRETERS)), next(reversed(INTERPRETERS))

# Tests that hardly depend on the version of Python: they run on the first interpreter only.
ONCE = (
    "benchmarks",
    "docs",
    "examples",
    "faults",
    "fuzz",
    "machine",
    "properties",
    "release",
    "requests",
    "runtime",
    "scale",
    "schema",
    "skew",
    "soak",
    "test_code_rules.py",
    "test_imports.py",
    "test_requirements.py",
    "whole_protocol",
)
# The same of files in other folders: the servers for tests against the real runtime.
ONCE_FILES = (
    "testing/test_login_issuer.py",
    "testing/test_model_server_failures.py",
    "testing/test_model_server_replies.py",
)
# Enough of the real runtime to see that it starts, runs turns and stops under every version.
RUNTIME_EVERYWHERE = (
    "requests/test_scripted_requests.py",
    "runtime/test_deaths.py",
    "runtime/test_life.py",
    "runtime/test_scopes.py",
    "runtime/test_turns.py",
)
# Tests that depend on the versions of the dependencies.
DEPENDENT = (
    "aio",
    "client",
    "protocol",
    "schema_types",
    "session",
    "sync",
    "test_round_trips.py",
    "test_type_hints.py",
    "tools",
    *RUNTIME_EVERYWHERE,
)
# A signal at every line of the blocking client: no dependency can change what it does.
INDEPENDENT = ("sync/test_every_line.py",)
# All tests run in parallel; tests named on the command line do not. A third of their time is spent
# waiting for child processes, so there are more workers than processors.
WORKERS = min((os.cpu_count() or 1) * 3 // 2, 8)
SHARED = ("-n", str(WORKERS), "--dist", "worksteal")
INTEGRATIONS = ("tests/scale/dask_cases.py", "tests/scale/ray_cases.py")
OLDER_RUNTIMES = ("0.144.4", "0.147.0", "0.149.0", "0.161.0", "0.162.1")
CHECKED = ("src", "tests", "schema", "noxfile.py", ".ci")
# Checked for every system; some tests use functions that only Linux has.
EVERY_SYSTEM = ("src", "schema", "noxfile.py", ".ci")
PYPROJECT = nox.project.load_toml(ROOT / "pyproject.toml")


def _group(name: str) -> list[str]:
    return list(nox.project.dependency_groups(PYPROJECT, name))


def _install_project(session: nox.Session, *groups: str) -> None:
    """Install the project and the groups, unless the environment has exactly these already."""
    needed = [requirement for group in groups for requirement in _group(group)]
    sources = (ROOT / "pyproject.toml", ROOT / "src/trio_codex/_version.py")
    described = b"".join(path.read_bytes() for path in sources) + repr(needed).encode()
    state = hashlib.sha256(described).hexdigest()
    stamp = Path(session.virtualenv.location) / "trio-codex-installed"
    share_runtime(session)
    if stamp.is_file() and stamp.read_text() == state:
        return
    session.install("--quiet", "--editable", ".[testing]", *needed)
    stamp.write_text(state)


@nox.session(python=FIRST)
def demo(session: nox.Session) -> None:
    """Run a turn and stream its answer: on the embedded model server, or `-- --live "prompt"`."""
    _install_project(session)
    session.run("python", "examples/demo.py", *session.posargs)


@nox.session(python=list(INTERPRETERS))
def tests(session: nox.Session) -> None:
    """Run the tests on each supported interpreter found here; the last one measures coverage."""
    _install_project(session, "test")
    missing = [version for version in SUPPORTED if version not in INTERPRETERS]
    session.log(f"interpreters: {', '.join(INTERPRETERS)}; not here: {', '.join(missing) or '-'}")
    report = f"--junitxml={ROOT / '.nox' / 'reports' / f'tests-{session.python}.xml'}"
    if session.posargs:  # coverage means little for a part of the tests
        session.run("python", "-m", "pytest", report, *session.posargs)
        return
    chosen = [] if session.python == FIRST else _versioned()
    if session.python == LAST != "3.11":
        # Lines only, by sys.monitoring: that costs nearly nothing. `coverage` has the branches.
        _measure(session, report, *chosen, env={"COVERAGE_CORE": "sysmon"})
    else:
        session.run("python", "-m", "pytest", *SHARED, report, *chosen)


@nox.session(python=FIRST)
def coverage(session: nox.Session) -> None:
    """Measure the lines and branches that all tests run; takes half as long again as the tests."""
    _install_project(session, "test")
    _measure(session, branches=("--branch",))


def _measure(
    session: nox.Session,
    *arguments: str,
    branches: tuple[str, ...] = (),
    env: dict[str, str] | None = None,
) -> None:
    session.run("coverage", "erase")
    session.run("coverage", "run", *branches, "-m", "pytest", *SHARED, *arguments, env=env)
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report")


def _arguments(names: tuple[str, ...], left_out: tuple[str, ...]) -> list[str]:
    """Name files and folders of tests to pytest, and files in these folders to leave out."""
    return [*(f"tests/{name}" for name in names), *(f"--ignore=tests/{name}" for name in left_out)]


def _versioned() -> list[str]:
    """The tests that another version of Python can change."""
    chosen = [path for path in sorted((ROOT / "tests").iterdir()) if path.name not in ONCE]
    with_tests = [path for path in chosen if path.name.startswith("test_") or path.is_dir()]
    names = [each.name for each in with_tests if each.is_file() or any(each.glob("test_*.py"))]
    return _arguments((*names, *RUNTIME_EVERYWHERE), ONCE_FILES)


@nox.session(python=FIRST)
def lowest(session: nox.Session) -> None:
    """Run the tests that depend on dependencies with the oldest versions pyproject.toml allows."""
    _install_project(session, "test")
    oldest = [
        requirement.replace(">=", "==")
        for requirement in PYPROJECT["project"]["dependencies"]
        if ">=" in requirement
    ]
    session.install("--quiet", *oldest)
    report = f"--junitxml={ROOT / '.nox' / 'reports' / 'lowest.xml'}"
    chosen = session.posargs or (*SHARED, *_arguments(DEPENDENT, INDEPENDENT))
    session.run("python", "-m", "pytest", report, *chosen)


@nox.session(python=FIRST)
def dev(session: nox.Session) -> None:
    """Create `.nox/dev`, the one environment of lint, types, docs and generate."""
    _install_project(session, "dev")


def _in_dev(session: nox.Session, program: str, *arguments: str) -> None:
    """Run a program of `.nox/dev`; the session itself has no environment."""
    scripts = ROOT / ".nox" / "dev" / ("Scripts" if os.name == "nt" else "bin")
    # pyright asks the first Python of the path for the installed packages.
    path = os.pathsep.join((str(scripts), os.environ.get("PATH", "")))
    session.run(str(scripts / program), *arguments, external=True, env={"PATH": path})


def _async_files() -> list[str]:
    """List the files with async code: flake8-async parses slowly."""
    files = (path for folder in ("src", "tests", "examples") for path in Path(folder).rglob("*.py"))
    return sorted(
        str(path)
        for path in files
        if "_generated" not in path.parts
        and re.search(r"\b(async|await|trio)\b", path.read_text(encoding="utf-8"))
    )


@nox.session(python=False, requires=["dev"])
def lint(session: nox.Session) -> None:
    """Check format, lint, async rules and the imports between the layers."""
    _in_dev(session, "ruff", "format", "--check", ".")
    _in_dev(session, "ruff", "check", ".")
    _in_dev(
        session,
        *("python", "-m", "flake8", "--select=ASYNC1,ASYNC2,ASYNC3"),
        # A handler is an async function, also in a test where it awaits nothing.
        "--per-file-ignores=tests/*:ASYNC124",
        *_async_files(),
    )
    _in_dev(session, "lint-imports")


@nox.session(python=False, requires=["dev"])
def types(session: nox.Session) -> None:
    """Check the types with mypy and pyright, and that every public name is annotated."""
    _in_dev(session, "mypy", *CHECKED)
    for platform in ("darwin", "win32"):
        _in_dev(session, "mypy", "--platform", platform, *EVERY_SYSTEM)
    # The examples are scripts of the same names in many folders: each folder is one program.
    for folder in sorted({path.parent for path in Path("examples").rglob("*.py")}):
        _in_dev(session, "mypy", *sorted(str(path) for path in folder.glob("*.py")))
    _in_dev(session, "pyright", "tests/typing")
    _in_dev(session, "pyright", "--ignoreexternal", "--verifytypes", "trio_codex")


@nox.session(python=False, requires=["dev"])
def generate(session: nox.Session) -> None:
    """Write the generated code; `-- --check` only shows what would change."""
    _in_dev(session, "python", "-m", "schema.generator", *session.posargs)


@nox.session(python=FIRST)
def update_runtime(session: nox.Session) -> None:
    """Pin another runtime, `-- VERSION`: write its schema, generate, list the changes."""
    if len(session.posargs) != 1:
        session.error("the version is missing: nox -s update_runtime -- VERSION")
    _install_project(session, "lint")
    newer = fetch_runtime(session, session.posargs[0])
    update = ("python", "-m", "schema.generator", "update", "--codex-bin")
    session.run(*update, _codex_bin(session, newer))


def _codex_bin(session: nox.Session, runtime: Path) -> str:
    """Return the path of the binary in an unpacked runtime package."""
    shown = session.run(
        *("python", "-c", "import codex_cli_bin; print(codex_cli_bin.bundled_codex_path())"),
        env={"PYTHONPATH": str(runtime)},
        silent=True,
    )
    return str(shown).strip()


@nox.session(python=FIRST)
def history(session: nox.Session) -> None:
    """Write schema/history.json from the published runtimes; `-- VERSION ...` adds versions."""
    _install_project(session, "lint")
    schemas = ROOT / ".nox" / "schemas"
    known = json.loads((ROOT / "schema/history.json").read_text(encoding="utf-8"))["versions"]
    for version in {*known, *session.posargs} - {pinned_runtime()}:
        if (schemas / f"{version}.json").is_file():
            continue
        # About 360 MB each, and only the schema is kept: one at a time.
        kept = (ROOT / ".nox" / "runtimes" / version).is_dir()
        older = fetch_runtime(session, version)
        save = ("python", "-m", "schema.generator", "save-schema", str(schemas), "--codex-bin")
        session.run(*save, _codex_bin(session, older))
        if not kept:
            shutil.rmtree(older)
    session.run("python", "-m", "schema.generator", "history", str(schemas))


@nox.session(python=False, requires=["dev"])
def docs(session: nox.Session) -> None:
    """Build the documentation; a warning or a dead reference fails."""
    output = ROOT / ".nox" / "docs-html"
    _in_dev(
        session, "sphinx-build", *("-n", "-W", "--keep-going", "-b", "html"), "docs", str(output)
    )
    session.log(f"written to {output / 'index.html'}")


@nox.session(python=FIRST)
def notebook(session: nox.Session) -> None:
    """Execute the notebooks from top to bottom; the files stay unchanged."""
    _install_project(session, "test")
    notebooks = sorted(str(path) for path in Path("docs/notebooks").glob("*.ipynb"))
    session.run("jupyter-execute", *notebooks, *session.posargs)


@nox.session(python=FIRST)
def stage_sdk(session: nox.Session) -> None:
    """Build the wheel and sdist into dist/: `-- --codex-version V`."""
    session.install("--quiet", *_group("release"))
    session.run("python", ".ci/staging.py", "sdk", *session.posargs)


@nox.session(python=FIRST)
def stage_runtime(session: nox.Session) -> None:
    """Build a runtime wheel into dist/: `-- PATH_TO_CODEX --codex-version V [--platform-tag T]`."""
    session.install("--quiet", *_group("release"))
    session.run("python", ".ci/staging.py", "runtime", *session.posargs)


@nox.session(python=FIRST)
def skew(session: nox.Session) -> None:
    """Run the skew tests against older runtimes; `-- VERSION ...` chooses others."""
    _install_project(session, "test")
    for version in session.posargs or OLDER_RUNTIMES:
        # PYTHONPATH precedes the shared runtime, so `codex_cli_bin` is the older one here.
        older = fetch_runtime(session, version)
        env = {"PYTHONPATH": str(older), "TRIO_CODEX_SKEW_RUNTIME": version}
        session.run("python", "-m", "pytest", "tests/skew", env=env)


@nox.session(python=FIRST)
def integrations(session: nox.Session) -> None:
    """Run the tests that need large packages: batches on Ray and on Dask."""
    _install_project(session, "test")
    session.install("--quiet", ".[ray]")
    session.run("python", "-m", "pytest", *(session.posargs or INTEGRATIONS))


@nox.session(python=FIRST)
def fuzz(session: nox.Session) -> None:
    """Fuzz framing, messages and the converter, starting with the committed corpus."""
    _install_project(session)
    session.install("--quiet", "atheris")
    session.run("python", "-m", "tests.fuzz", *session.posargs)


@nox.session(python=FIRST)
def soak(session: nox.Session) -> None:
    """Run real turns for minutes and fail on growth or a hang: `-- --minutes 30 [--seed N]`."""
    _install_project(session, "test")
    session.run("python", "-m", "tests.soak", *session.posargs)


@nox.session(python=FIRST)
def bench_peer(session: nox.Session) -> None:
    """Create the environment of the official SDK that `bench` compares with."""
    share_runtime(session)
    session.install("--quiet", f"openai-codex=={pinned_runtime()}")


@nox.session(python=FIRST, requires=["bench_peer"])
def bench(session: nox.Session) -> None:
    """Measure against the official SDK and a bare read loop; `-- --quick` is the short form."""
    _install_project(session, "test")
    peer = Path(session.virtualenv.location).with_name("bench_peer")
    scripts = peer / ("Scripts" if os.name == "nt" else "bin")
    # A whole run writes the page; a part of it is only printed.
    measured = session.posargs or ("--write", "docs/benchmarks.md")
    command = ("python", "-m", "tests.benchmarks", "--peer-python", str(scripts / "python"))
    session.run(*command, *measured)
