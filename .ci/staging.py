"""Staging of a release: the SDK's wheel and sdist, and runtime wheels around a Codex binary.

The SDK's version is its runtime's version (`.postN` for a fix of the SDK alone), so staging refuses
a version whose runtime is not the one that the tree's protocol was generated from.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from packaging.version import InvalidVersion, Version
from runtime_wheel import TARGETS, StagingError, runtime_wheel

__all__ = ["host_tag", "main", "stage_runtime", "stage_sdk"]

ROOT = Path(__file__).resolve().parent.parent
_STAGED = ("pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", "src")


def _release(text: str) -> Version:
    try:
        return Version(text)
    except InvalidVersion:
        raise StagingError(
            f"{text!r} is not a version; write it like 0.163.0 or 0.163.0.post1"
        ) from None


def _runtime_of(version: Version) -> str:
    return str(version).partition(".post")[0]


def generated_runtime(root: Path = ROOT) -> str:
    """Return the runtime version that the tree's protocol was generated from."""
    pinned = json.loads((root / "schema/PINNED.json").read_text(encoding="utf-8"))
    version = pinned["version"]
    if not isinstance(version, str):
        raise StagingError("schema/PINNED.json does not name a version")
    return version


def stage_sdk(codex_version: str, out: Path, root: Path = ROOT) -> list[Path]:
    """Build the wheel and the sdist of the SDK for one runtime version.

    Raises:
        StagingError: the version is invalid, or the tree was generated from another runtime.
    """
    version = _release(codex_version)
    runtime, generated = _runtime_of(version), generated_runtime(root)
    if runtime != str(Version(generated)):
        raise StagingError(
            f"cannot stage {version}: this tree's protocol is generated from runtime {generated}. "
            f"Run `nox -s update_runtime -- {runtime}` first."
        )
    out.mkdir(parents=True, exist_ok=True)
    # A copy, so that staging a .postN leaves the tree as it was.
    with tempfile.TemporaryDirectory(prefix="stage-sdk-") as folder:
        tree = Path(folder)
        for name in _STAGED:
            source, target = root / name, tree / name
            if source.is_dir():
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy2(source, target)
        _set_version(tree / "src/trio_codex/_version.py", version)
        build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(tree)]
        done = subprocess.run(build, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise StagingError(f"the build failed:\n{done.stdout}{done.stderr}")
    built = [out / f"trio_codex-{version}-py3-none-any.whl", out / f"trio_codex-{version}.tar.gz"]
    _check_metadata(built[0], version, runtime)
    return built


def _set_version(path: Path, version: Version) -> None:
    line = re.compile(r'^__version__ = ".*"$', re.MULTILINE)
    text, count = line.subn(f'__version__ = "{version}"', path.read_text(encoding="utf-8"))
    if count != 1:
        raise StagingError(f"{path.name} sets __version__ {count} times, not once")
    path.write_text(text, encoding="utf-8")


def _check_metadata(wheel: Path, version: Version, runtime: str) -> None:
    with zipfile.ZipFile(wheel) as archive:
        metadata = archive.read(f"trio_codex-{version}.dist-info/METADATA").decode()
    for line in (f"Version: {version}", f"Requires-Dist: openai-codex-cli-bin=={runtime}"):
        if line not in metadata.splitlines():
            raise StagingError(f"{wheel.name} lacks the metadata line {line!r}")


def host_tag() -> str:
    """Return the platform tag of a wheel that pip installs on this machine.

    Raises:
        StagingError: no runtime is released for this machine.
    """
    machine = platform.machine().lower()
    arm = machine in {"arm64", "aarch64"}
    if not arm and machine not in {"x86_64", "amd64"}:
        raise StagingError(f"no runtime is released for {machine}; pass --platform-tag")
    if sys.platform == "darwin":
        return "macosx_11_0_arm64" if arm else "macosx_10_9_x86_64"
    if sys.platform == "win32":
        return "win_arm64" if arm else "win_amd64"
    # The Linux binary is static and runs with both, but pip accepts only the tag of its own libc.
    libc = "manylinux_2_17" if platform.libc_ver()[0] == "glibc" else "musllinux_1_1"
    return f"{libc}_{'aarch64' if arm else 'x86_64'}"


def _refuse_another_version(binary: Path, version: Version) -> None:
    try:
        done = subprocess.run(
            [binary, "--version"], capture_output=True, text=True, timeout=60, check=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise StagingError(f"{binary} does not run here: {error}") from error
    stated = re.search(r"\d+\.\d+\.\d+\S*", done.stdout)
    if stated is None or _release(stated[0]) != version:
        raise StagingError(f"{binary} has version {done.stdout.strip()!r}, not {version}")


def stage_runtime(
    binary: Path,
    codex_version: str,
    out: Path,
    platform_tag: str | None = None,
    *,
    compress: bool = True,
) -> Path:
    """Build the runtime wheel around a Codex binary.

    The version of a binary for this machine is checked; one for another platform cannot be run. A
    wheel for this machine alone need not be compressed, which takes most of the time.

    Raises:
        StagingError: the binary is missing, has another version, or the tag is unknown.
    """
    version = _release(codex_version)
    if version.is_postrelease:
        raise StagingError(f"{version} is a release of the SDK alone; the runtime has no .postN")
    if not binary.is_file():
        raise StagingError(f"there is no Codex binary at {binary}")
    tag = platform_tag or host_tag()
    if tag not in TARGETS:
        raise StagingError(f"unknown platform tag {tag!r}; one of: {', '.join(TARGETS)}")
    if tag == host_tag():
        _refuse_another_version(binary, version)
    return runtime_wheel(binary, str(version), tag, out, compress=compress)


def main(arguments: list[str] | None = None) -> int:
    """Stage the files that the command line names, and print them."""
    parser = argparse.ArgumentParser(prog="staging", description="Build release files into dist/.")
    kinds = parser.add_subparsers(dest="kind", required=True)
    sdk = kinds.add_parser("sdk", help="the wheel and sdist of trio-codex")
    runtime = kinds.add_parser("runtime", help="a platform wheel around a Codex binary")
    runtime.add_argument("binary", type=Path, help="the codex binary")
    runtime.add_argument("--platform-tag", choices=TARGETS, help="default: this machine's")
    for kind in (sdk, runtime):
        kind.add_argument("--codex-version", required=True, metavar="V")
        kind.add_argument("--out", type=Path, default=ROOT / "dist", help="default: dist/")
    options = parser.parse_args(arguments)
    try:
        if options.kind == "sdk":
            written = stage_sdk(options.codex_version, options.out)
        else:
            written = [
                stage_runtime(
                    options.binary, options.codex_version, options.out, options.platform_tag
                )
            ]
    except StagingError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    for path in written:
        print(f"{os.path.relpath(path)}  {path.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
