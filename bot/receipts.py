"""The shop's signature under what a buyer's money did: Ed25519, a key of this shop alone, made at its first start."""

import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from orders import receipt
from orders.receipt import NotACode, Receipt

FILE = "receipt.key"


class Forged(Exception):
    """Not signed by this key, or changed since."""


class Seal:
    """Signs receipts. Whoever has the key file can sign in the shop's name: it is readable by its owner alone, stays
    out of backups of the database, and old codes are checked with the public key that stood on the key page then."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key

    @classmethod
    def kept_in(cls, var_dir: Path) -> "Seal":
        """The shop's key; made when there is none. Two processes that make one at once keep the first."""
        file = var_dir / FILE
        var_dir.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            with NamedTemporaryFile(dir=var_dir) as new:  # whole or not there; readable by its owner alone
                new.write(Ed25519PrivateKey.generate().private_bytes_raw())
                new.flush()
                with suppress(FileExistsError):
                    os.link(new.name, file)
        return cls(Ed25519PrivateKey.from_private_bytes(file.read_bytes()))

    @property
    def public(self) -> str:
        """The public key, base64url, 43 characters."""
        return urlsafe_b64encode(self._key.public_key().public_bytes_raw()).decode().rstrip("=")

    def code(self, of: Receipt) -> str:
        data = receipt.packed(of)
        return receipt.code(data, self._key.sign(data))

    def read(self, code: str) -> Receipt:
        """Raises Forged."""
        return read(code, self.public)


def read(code: str, public: str) -> Receipt:
    """What a code says, checked against a public key and nothing else. Raises Forged."""
    try:
        data, signature = receipt.parts(code)
        key = Ed25519PublicKey.from_public_bytes(urlsafe_b64decode(public + "=" * (-len(public) % 4)))
        key.verify(signature, data)
        return receipt.unpacked(data)
    except (NotACode, InvalidSignature, ValueError) as wrong:
        raise Forged("not signed by this key, or changed since") from wrong
