"""Platform wheels of `openai-codex-cli-bin`: a Codex binary and the files beside it."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

__all__ = ["TARGETS", "StagingError", "runtime_wheel"]

_ARM, _INTEL = "aarch64", "x86_64"
# Wheel tag: the platform that the binary was compiled for.
TARGETS = {
    "macosx_11_0_arm64": f"{_ARM}-apple-darwin",
    "macosx_10_9_x86_64": f"{_INTEL}-apple-darwin",
    "musllinux_1_1_aarch64": f"{_ARM}-unknown-linux-musl",
    "musllinux_1_1_x86_64": f"{_INTEL}-unknown-linux-musl",
    "manylinux_2_17_aarch64": f"{_ARM}-unknown-linux-musl",
    "manylinux_2_17_x86_64": f"{_INTEL}-unknown-linux-musl",
    "win_arm64": f"{_ARM}-pc-windows-msvc",
    "win_amd64": f"{_INTEL}-pc-windows-msvc",
}
_PACKAGE = "codex_cli_bin"
_DISTRIBUTION = "openai_codex_cli_bin"
_COMPANION_FOLDERS = ("codex-path", "codex-resources")
_COMPANION_BINARIES = ("codex-code-mode-host",)
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same input gives the same wheel, byte for byte


class StagingError(Exception):
    """A release file cannot be built; the message has the reason."""


def runtime_wheel(
    binary: Path, version: str, tag: str, out: Path, *, compress: bool = True
) -> Path:
    """Write the wheel into `out` and return its path; it is renamed when complete."""
    out.mkdir(parents=True, exist_ok=True)
    wheel = out / f"{_DISTRIBUTION}-{version}-py3-none-{tag}.whl"
    unfinished = wheel.with_suffix(".part")
    compression = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
    try:
        with zipfile.ZipFile(unfinished, "w", compression) as archive:
            _write(archive, binary, version, tag)
        unfinished.replace(wheel)
    finally:
        unfinished.unlink(missing_ok=True)
    return wheel


def _write(archive: zipfile.ZipFile, binary: Path, version: str, tag: str) -> None:
    record: list[str] = []

    def add(name: str, source: Path | bytes, *, executable: bool = False) -> None:
        entry = zipfile.ZipInfo(name, _EPOCH)
        entry.compress_type = archive.compression
        entry.external_attr = (0o100755 if executable else 0o100644) << 16
        digest, size = _copy_in(archive, entry, source)
        record.append(f"{name},sha256={digest},{size}")

    suffix = ".exe" if tag.startswith("win") else ""
    add(f"{_PACKAGE}/__init__.py", Path(__file__).with_name("codex_cli_bin_init.py"))
    add(f"{_PACKAGE}/bin/codex{suffix}", binary, executable=True)
    for name, path in _companions(binary, suffix):
        add(f"{_PACKAGE}/{name}", path, executable=True)
    add(f"{_PACKAGE}/codex-package.json", _package_json(version, tag, suffix))
    info = f"{_DISTRIBUTION}-{version}.dist-info"
    add(f"{info}/METADATA", _metadata(version))
    add(f"{info}/WHEEL", _wheel_file(tag))
    add(f"{info}/licenses/LICENSE", Path(__file__).resolve().parent.parent / "LICENSE")
    record.append(f"{info}/RECORD,,")
    archive.writestr(zipfile.ZipInfo(f"{info}/RECORD", _EPOCH), "\n".join(record) + "\n")


def _copy_in(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, source: Path | bytes
) -> tuple[str, int]:
    """Stream one file in; return its RECORD digest and size. A binary is never whole in memory."""
    if isinstance(source, bytes):
        archive.writestr(entry, source)
        digest, size = hashlib.sha256(source), len(source)
    else:
        with source.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256")
            size = file.tell()
            file.seek(0)
            entry.file_size = size
            with archive.open(entry, "w") as target:
                shutil.copyfileobj(file, target, 1 << 20)
    return base64.urlsafe_b64encode(digest.digest()).rstrip(b"=").decode(), size


def _companions(binary: Path, suffix: str) -> Iterator[tuple[str, Path]]:
    """What the runtime looks for: helper programs beside it, and the folders beside its `bin`."""
    for helper in _COMPANION_BINARIES:
        path = binary.with_name(helper + suffix)
        if path.is_file():
            yield f"bin/{path.name}", path
    beside = (
        [binary.parent, binary.parent.parent] if binary.parent.name == "bin" else [binary.parent]
    )
    for folder in _COMPANION_FOLDERS:
        found = next((base / folder for base in beside if (base / folder).is_dir()), None)
        if found is not None:
            for path in sorted(path for path in found.rglob("*") if path.is_file()):
                yield f"{folder}/{path.relative_to(found).as_posix()}", path


def _package_json(version: str, tag: str, suffix: str) -> bytes:
    described = {
        "layoutVersion": 1,
        "version": version,
        "target": TARGETS[tag],
        "variant": "codex",
        "entrypoint": f"bin/codex{suffix}",
        "resourcesDir": "codex-resources",
        "pathDir": "codex-path",
    }
    return (json.dumps(described, indent=2) + "\n").encode()


def _metadata(version: str) -> bytes:
    return (
        "Metadata-Version: 2.4\n"
        "Name: openai-codex-cli-bin\n"
        f"Version: {version}\n"
        "Summary: The Codex runtime that a Python SDK of the same version is pinned to\n"
        "License-Expression: Apache-2.0\n"
        "License-File: LICENSE\n"
        "Requires-Python: >=3.10\n"
        "\n"
        "The Codex binary of one platform: `codex_cli_bin.bundled_codex_path()` returns its path.\n"
    ).encode()


def _wheel_file(tag: str) -> bytes:
    return (
        "Wheel-Version: 1.0\n"
        "Generator: trio-codex staging\n"
        "Root-Is-Purelib: false\n"
        f"Tag: py3-none-{tag}\n"
    ).encode()
