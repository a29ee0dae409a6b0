"""Content credentials, with a certificate that the test makes; real signing where the extra is installed."""

from __future__ import annotations

import datetime
import importlib
import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.errors import CredentialsError
from core.photo import (
    Credentials,
    SaveOptions,
    check_credentials,
    credentials_available,
    load_photo,
    photo_from_array,
    save_photo,
)
from core.photo.metadata import DIGITAL_SOURCE_TYPE

PIXELS = np.random.default_rng(0).integers(0, 256, (60, 80, 3)).astype(np.uint8)
needs_extra = pytest.mark.skipif(not credentials_available(), reason="the extra `credentials` is missing")


def _crypto(name: str) -> Any:
    return importlib.import_module(f"cryptography.{name}")


class Maker:
    """Certificates as an authority would give them out."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.x509, self.hashes = _crypto("x509"), _crypto("hazmat.primitives.hashes")
        self.pem = _crypto("hazmat.primitives.serialization")
        self.ec = _crypto("hazmat.primitives.asymmetric.ec")
        self.root = self.ec.generate_private_key(self.ec.SECP256R1())

    def credentials(self, key: Any = None, days: int = 30, ca: bool = False) -> Credentials:
        key = key or self.ec.generate_private_key(self.ec.SECP256R1())
        leaf, root = self._certificate("Leaf", key, days, ca), self._certificate("Root", self.root, 30, True)
        chain, secret = self.folder / "chain.pem", self.folder / "key.pem"
        chain.write_bytes(b"".join(c.public_bytes(self.pem.Encoding.PEM) for c in (leaf, root)))
        plain = self.pem.NoEncryption()
        secret.write_bytes(key.private_bytes(self.pem.Encoding.PEM, self.pem.PrivateFormat.PKCS8, plain))
        return Credentials(chain, secret)

    def _certificate(self, name: str, key: Any, days: int, ca: bool) -> Any:
        x509, now = self.x509, datetime.datetime.now(datetime.UTC)
        usage = (not ca, False, False, False, False, ca, ca, False, False)
        made = (
            x509.CertificateBuilder()
            .subject_name(self._name(name))
            .issuer_name(self._name("Root"))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(days=40))
            .not_valid_after(now + datetime.timedelta(days=days))
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
            .add_extension(x509.KeyUsage(*usage), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self.root.public_key()), False)
        )
        if not ca:
            email = x509.ExtendedKeyUsage([x509.oid.ExtendedKeyUsageOID.EMAIL_PROTECTION])
            made = made.add_extension(email, critical=False)
        return made.sign(self.root, self.hashes.SHA256())

    def _name(self, name: str) -> Any:
        oid = self.x509.oid.NameOID
        parts = ((oid.COMMON_NAME, name), (oid.ORGANIZATION_NAME, "Test"))
        return self.x509.Name([self.x509.NameAttribute(*part) for part in parts])


@pytest.fixture
def maker(tmp_path: Path) -> Maker:
    return Maker(tmp_path)


def _manifest(path: Path) -> tuple[str, dict[str, Any]]:
    """The state of the file's credentials, and what they say."""
    c2pa = importlib.import_module("c2pa")
    form = {"jpg": "jpeg", "tif": "tiff"}.get(path.suffix[1:], path.suffix[1:])
    with c2pa.Reader(f"image/{form}", io.BytesIO(path.read_bytes())) as reader:
        content = json.loads(reader.json())
        return reader.get_validation_state(), content["manifests"][content["active_manifest"]]


def _actions(manifest: dict[str, Any]) -> list[dict[str, Any]]:
    return next(a["data"]["actions"] for a in manifest["assertions"] if "actions" in a["label"])


@needs_extra
@pytest.mark.parametrize("form", ["jpg", "png", "tif", "webp", "avif"])
def test_a_signed_file_says_what_was_done(form: str, tmp_path: Path, maker: Maker):
    save_photo(photo_from_array(PIXELS), tmp_path / "source.png", edited=False)
    photo = load_photo(tmp_path / "source.png")
    plain, signed = tmp_path / f"plain.{form}", tmp_path / f"signed.{form}"
    save_photo(photo, plain)
    save_photo(photo, signed, SaveOptions(credentials=maker.credentials()))
    assert np.array_equal(load_photo(plain).pixels, load_photo(signed).pixels)
    assert DIGITAL_SOURCE_TYPE.encode() in (load_photo(signed).xmp or b"")
    assert signed.stat().st_size - plain.stat().st_size < 10_000, "a thumbnail is inside"
    state, manifest = _manifest(signed)
    assert state == "Valid"
    opened, edited = _actions(manifest)
    assert (opened["action"], edited["action"]) == ("c2pa.opened", "c2pa.edited")
    assert edited["digitalSourceType"] == DIGITAL_SOURCE_TYPE
    assert [i["title"] for i in manifest["ingredients"]] == ["source.png"]


@needs_extra
def test_a_changed_byte_shows(tmp_path: Path, maker: Maker):
    path = tmp_path / "a.png"
    save_photo(photo_from_array(PIXELS), path, SaveOptions(credentials=maker.credentials()))
    state, manifest = _manifest(path)
    assert (state, _actions(manifest)[0]["action"]) == ("Valid", "c2pa.created")
    data = bytearray(path.read_bytes())
    data[-100] ^= 1
    path.write_bytes(data)
    assert _manifest(path)[0] == "Invalid"


@needs_extra
def test_other_keys_serve(tmp_path: Path, maker: Maker):
    rsa = _crypto("hazmat.primitives.asymmetric.rsa").generate_private_key(65537, 2048)
    edwards = _crypto("hazmat.primitives.asymmetric.ed25519").Ed25519PrivateKey.generate()
    for key in (rsa, edwards, maker.ec.generate_private_key(maker.ec.SECP384R1())):
        save_photo(
            photo_from_array(PIXELS), tmp_path / "a.png", SaveOptions(credentials=maker.credentials(key))
        )
        assert _manifest(tmp_path / "a.png")[0] == "Valid"


@needs_extra
def test_what_does_not_serve_is_said(tmp_path: Path, maker: Maker):
    def refused(credentials: Credentials, words: str, path: Path = tmp_path / "out.jpg") -> None:
        with pytest.raises(CredentialsError, match=words) as caught:
            save_photo(photo_from_array(PIXELS), path, SaveOptions(credentials=credentials))
        assert "\n" not in str(caught.value)
        assert not path.exists()

    good = maker.credentials()
    stranger = tmp_path / "other"
    stranger.mkdir()
    other = Maker(stranger).credentials()
    text = tmp_path / "text.pem"
    text.write_text("nothing")
    refused(Credentials(tmp_path / "none.pem", good.key), "cannot be read")
    refused(Credentials(text, good.key), "no certificate")
    refused(Credentials(good.certificate, text), "no private key")
    refused(Credentials(good.certificate, other.key), "does not belong")
    refused(good, "BMP", tmp_path / "out.bmp")
    refused(maker.credentials(days=-1), "not valid today")
    refused(maker.credentials(ca=True), "could not be signed|cannot sign")


def test_without_the_extra_it_is_said_and_plain_files_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("core.photo.credentials.importlib.util.find_spec", lambda name: None)
    credentials = Credentials(tmp_path / "a.pem", tmp_path / "b.pem")
    with pytest.raises(CredentialsError, match="setup credentials"):
        check_credentials(credentials)
    with pytest.raises(CredentialsError, match="setup credentials"):
        save_photo(photo_from_array(PIXELS), tmp_path / "a.png", SaveOptions(credentials=credentials))
    assert list(tmp_path.iterdir()) == []
    save_photo(photo_from_array(PIXELS), tmp_path / "a.png")
