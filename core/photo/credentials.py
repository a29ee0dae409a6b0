"""Content credentials (C2PA): who exported the file, and that a trained model changed parts of it.

Signed with the person's own certificate. The library is the optional extra `credentials`; without it, or with
a certificate that does not serve, signing raises `CredentialsError`, and saving without it works as ever.
"""

from __future__ import annotations

import datetime
import importlib
import importlib.util
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import CredentialsError
from core.photo.formats import FileFormat
from core.photo.metadata import DIGITAL_SOURCE_TYPE

EXTRA_MISSING = (
    "Content credentials need a library that is not installed: “python launch.py setup credentials” adds it."
)
_SETTINGS = {
    # a thumbnail would be as large as the picture, and show what metadata was asked to leave out
    "builder": {"thumbnail": {"enabled": False}},
    # whom to trust is for the viewer to say; nothing is asked of the network
    "verify": {"verify_trust": False, "remote_manifest_fetch": False, "ocsp_fetch": False},
}
_CURVES = {"secp256r1": "es256", "secp384r1": "es384", "secp521r1": "es512"}
_MEDIA = {"jpg": "jpeg", "jpe": "jpeg", "jfif": "jpeg", "tif": "tiff", "heif": "heic", "hif": "heic"}


@dataclass(frozen=True)
class Credentials:
    """PEM files of the person who signs: the certificate, then those that vouch for it; and its private key,
    without a password."""

    certificate: Path
    key: Path


def credentials_available() -> bool:
    """Whether the extra is installed."""
    return importlib.util.find_spec("c2pa") is not None


def check_credentials(credentials: Credentials) -> None:
    """Raises `CredentialsError` when nothing could be signed with them."""
    _signer(credentials).close()


def sign(data: bytes, form: FileFormat, credentials: Credentials, source: Path | None) -> bytes:
    """The file's bytes with signed credentials in them.

    `source` is the file that was edited; credentials that it has itself stay as its history. Raises
    `CredentialsError`.
    """
    if not form.metadata:
        raise CredentialsError(f"{form.name} files cannot hold content credentials. Choose JPEG or PNG.")
    signer = _signer(credentials)
    c2pa = _library("c2pa")
    signed = io.BytesIO()
    try:
        with (
            signer,
            c2pa.Settings.from_dict(_SETTINGS) as settings,
            c2pa.Context(settings=settings) as context,
            c2pa.Builder.from_json(_manifest(form), context) as builder,
        ):
            parent = _add_parent(builder, source)
            for action in _actions(parent):
                builder.add_action(action)
            builder.sign(signer, _media_type(form.name), io.BytesIO(data), signed)
    except c2pa.C2paError as error:
        raise CredentialsError(f"The file could not be signed: {_reason(error)}") from error
    return signed.getvalue()


def _manifest(form: FileFormat) -> dict[str, Any]:
    return {"claim_generator_info": [{"name": "Semblance"}], "format": _media_type(form.name)}


def _add_parent(builder: Any, source: Path | None) -> bool:
    """Name the photo's own file as what was edited; False where there is none that the library can read."""
    if source is None:
        return False
    entry = {"title": source.name, "relationship": "parentOf", "label": "photo"}
    try:
        with source.open("rb") as file:
            builder.add_ingredient(entry, _media_type(source.suffix.removeprefix(".")), file)
    except (OSError, _library("c2pa").C2paError):
        return False
    return True


def _actions(parent: bool) -> list[dict[str, Any]]:
    """First where the picture came from, as the standard demands, then what was done to it."""
    edited = {"action": "c2pa.edited", "digitalSourceType": DIGITAL_SOURCE_TYPE}
    if parent:
        opened = {"action": "c2pa.opened", "parameters": {"ingredientIds": ["photo"]}}
        return [opened, edited]
    return [{"action": "c2pa.created", "digitalSourceType": DIGITAL_SOURCE_TYPE}, edited]


def _media_type(name: str) -> str:
    return f"image/{_MEDIA.get(name.lower(), name.lower())}"


def _signer(credentials: Credentials) -> Any:
    if not credentials_available():
        raise CredentialsError(EXTRA_MISSING)
    x509 = _library("cryptography.x509")
    pem = _library("cryptography.hazmat.primitives.serialization")
    chain, secret = _read(credentials.certificate), _read(credentials.key)
    try:
        certificate = x509.load_pem_x509_certificates(chain)[0]
    except ValueError as error:
        raise CredentialsError(f"“{credentials.certificate.name}” holds no certificate (PEM).") from error
    try:
        key = pem.load_pem_private_key(secret, None)
    except (ValueError, TypeError) as error:
        sentence = f"“{credentials.key.name}” holds no private key (PEM) without a password."
        raise CredentialsError(sentence) from error
    if key.public_key() != certificate.public_key():
        raise CredentialsError("The private key does not belong to the certificate.")
    now = datetime.datetime.now(datetime.UTC)
    if not certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc:
        raise CredentialsError(f"The certificate “{credentials.certificate.name}” is not valid today.")
    plain = key.private_bytes(pem.Encoding.PEM, pem.PrivateFormat.PKCS8, pem.NoEncryption())
    c2pa = _library("c2pa")
    try:
        return c2pa.Signer.from_info(c2pa.C2paSignerInfo(_algorithm(key), chain, plain, None))
    except c2pa.C2paError as error:
        raise CredentialsError(f"This certificate cannot sign photos: {_reason(error)}") from error


def _algorithm(key: Any) -> str:
    kind = type(key).__name__
    curve = getattr(getattr(key, "curve", None), "name", "")
    if curve in _CURVES:
        return _CURVES[curve]
    if "RSA" in kind:
        return "ps256"
    if "Ed25519" in kind:
        return "ed25519"
    raise CredentialsError("Content credentials take keys of the kinds P-256, P-384, P-521, Ed25519 and RSA.")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CredentialsError(f"“{path}” cannot be read.") from error


def _library(name: str) -> Any:
    """A module of the extra, which may not be there when types are checked."""
    return importlib.import_module(name)


def _reason(error: Exception) -> str:
    """The library's words in one line that ends like a sentence."""
    return " ".join(str(error).split()).removesuffix(".") + "."
