"""Whether a closing's folder is the one that was signed; from it alone and the key one already has."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from ...ledger.checkpoints import BadCheckpoint, origin_of
from ...ledger.checkpoints import opened as opened_checkpoint
from ...ledger.entries import canonical
from . import folder, notes
from .issued import issued
from .opening import Closing, Damaged, OtherVersion, made_by_another
from .rows import HASH, SALT, digest_of, row_hashes


@dataclass(frozen=True, order=True)
class Fault:
    """What is not as signed: `signature`, `manifest`, `checkpoint`, `file`, `row`, `figure` or
    `issued`, and where; or `version`: made by that version of the program, and not to be checked by ours."""

    what: str
    where: str = ""


@dataclass
class Report:
    """`erased` rows are not faults: their hashes are still there. `signed` is nothing before *duyệt*."""

    faults: list[Fault] = field(default_factory=list)
    erased: int = 0
    signed: notes.Note | None = None

    @property
    def in_order(self) -> bool:
        return not self.faults and self.signed is not None


def verify(path: Path, key: Ed25519PublicKey, installation: str) -> Report:
    """Check everything; never trust a key or a name that lies in the folder itself."""
    report = Report(_manifest(path))
    if not report.faults:
        report.signed = _signature(path, key, installation, report.faults)
        _contents(path, report, lambda closing: _checkpoint(closing, key, installation))
        report.faults += _issued(path, key, installation)
    return report


def examine(path: Path) -> Report:
    """Before *duyệt*: is every byte as the manifest says, whoever wrote it? Nothing is counted again."""
    report = Report(_manifest(path))
    if not report.faults:
        _contents(path, report, lambda closing: [], recount=False)
    return report


def _contents(
    path: Path, report: Report, more: Callable[[Closing], list[Fault]], *, recount: bool = True
) -> None:
    report.faults += (wrong := _files(path))
    if wrong:
        return  # nothing inside can be relied on
    try:
        closing = Closing(path)
        wrong = more(closing) + _rows(closing)
        report.faults += wrong or (_figures(closing) if recount else [])
        report.erased = closing.erased()
    except OtherVersion as error:
        report.faults.append(Fault("version", error.args[0]))
    except (Damaged, pa.ArrowInvalid, KeyError, ValueError, OSError) as error:
        report.faults.append(Fault("file", str(error)))


def _manifest(path: Path) -> list[Fault]:
    """Present, and in the one spelling there is."""
    try:
        content = (path / folder.MANIFEST).read_bytes()
        same = canonical(json.loads(content)).encode() == content
        named = json.loads(content)["code"] == path.name
        if version := made_by_another(json.loads(content)):
            return [Fault("version", version)]
    except (OSError, ValueError, KeyError, TypeError):
        return [Fault("manifest", "unreadable")]
    return [Fault("manifest", word) for word, fine in (("spelling", same), ("code", named)) if not fine]


def _signature(
    path: Path, key: Ed25519PublicKey, installation: str, faults: list[Fault]
) -> notes.Note | None:
    try:
        text = (path / folder.SIGNED).read_bytes().decode()
        note = notes.opened(text, notes.name_of(installation, notes.CLOSING), key)
    except (OSError, ValueError) as error:
        faults.append(Fault("signature", "none" if isinstance(error, OSError) else str(error)))
        return None
    manifest = (path / folder.MANIFEST).read_bytes()
    if note.digest.hex() != folder.sha(manifest) or note.code != path.name:
        faults.append(Fault("signature", "of another manifest"))
    if note.facts.get("approved_by") == note.facts.get("prepared_by"):
        faults.append(Fault("signature", "approved by its preparer"))
    return note


def _files(path: Path) -> list[Fault]:
    """Every file named is there as named, and no other."""
    manifest = json.loads((path / folder.MANIFEST).read_bytes())
    named: dict[str, str] = manifest["files"]
    found = []
    for name, digest in named.items():
        file = path / name
        if not file.is_file() or folder.sha(file.read_bytes()) != digest:
            found.append(Fault("file", name))
    beside = {folder.values_file(name) for name in manifest["populations"]}
    for name in manifest["populations"]:
        if folder.rows_file(name) not in named:
            found.append(Fault("file", folder.rows_file(name)))
    allowed = {*named, *beside, folder.MANIFEST, folder.SIGNED}
    there = {file.relative_to(path).as_posix() for file in path.rglob("*") if not file.is_dir()}
    found += [Fault("file", name) for name in sorted(beside - there)]
    issued = {name for name in there if name.startswith(f"{folder.ISSUED}/")}
    return found + [Fault("file", name) for name in sorted(there - allowed - issued)]


def _issued(path: Path, key: Ed25519PublicKey, installation: str) -> list[Fault]:
    """Whatever went out is what is kept here; a note whose file never came was never issued."""
    try:
        issued(path, key, installation)
    except (notes.BadNote, KeyError, ValueError) as error:
        return [Fault("issued", str(error))]
    return []


def _checkpoint(closing: Closing, key: Ed25519PublicKey, installation: str) -> list[Fault]:
    """The cut-off is the size of the tree that was signed."""
    try:
        checkpoint = opened_checkpoint(closing.manifest["checkpoint"], origin_of(installation), key)
    except BadCheckpoint as error:
        return [Fault("checkpoint", str(error))]
    return [] if checkpoint.size == closing.manifest["cut_off"] else [Fault("checkpoint", "size")]


def _rows(closing: Closing) -> list[Fault]:
    """Each row is the one hashed, or erased whole."""
    found = []
    for name, said in closing.manifest["populations"].items():
        stored = folder.read_parquet(closing.path / folder.rows_file(name))[HASH].to_pylist()
        values = closing.values(name)
        if (
            len(stored) != said["rows"]
            or values.num_rows != said["rows"]
            or digest_of(stored) != said["digest"]
        ):
            found.append(Fault("row", f"{name}: {values.num_rows}/{said['rows']}"))
            continue
        if values.column_names[0] != SALT:
            found.append(Fault("row", name))
            continue
        found += [Fault("row", f"{name}: {place}") for place in _changed(name, stored, values)]
    return found


def _changed(name: str, stored: list[bytes], values: pa.Table) -> list[int]:
    """Places of the rows that are neither as hashed nor erased whole."""
    salts, said = values[SALT].to_pylist(), values.drop_columns([SALT])
    again = row_hashes(salts, name, said)
    wrong = [
        place for place, (known, own) in enumerate(zip(stored, again, strict=True), start=1) if own != known
    ]
    left = {place: said.slice(place - 1, 1) for place in wrong if salts[place - 1] is None}
    return [p for p in wrong if p not in left or any(c.null_count == 0 for c in left[p].columns)]


def _figures(closing: Closing) -> list[Fault]:
    """Every figure is what its rows say, or exceeds them where rows were erased."""
    if not closing.manifest["kept"]:
        return []
    stored, again = closing.counted(), closing.recounted()
    gone = {n: closing.values(n)[SALT].null_count for n in closing.manifest["populations"]}
    found = []
    for code in sorted({*stored, *again}):
        figure = closing.catalogue.figures[code]
        whole, erased = not figure.additive or figure.counts == "rows", gone[figure.population]
        for node in sorted({*stored.get(code, {}), *again.get(code, {})}):
            more = stored.get(code, {}).get(node, 0) - again.get(code, {}).get(node, 0)
            if more and (not erased or (whole and not 0 < more <= erased)):
                found.append(Fault("figure", f"{code} @ {node}"))
    return found
