"""The two models of claims: one sees a statement alone, one sees it beside a claim in words."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.claims.build import Rules, Seen
from sayso.claims.context import Context, contexts
from sayso.claims.pieces import encode, encode_pair, padded
from sayso.errors import ModelError
from sayso.records import Entry

EMBEDDER, PAIRS = "embedder_v1_3", "pairs_v1_1"
_FILES = ("config.json", "tokenizer.json", "model.onnx")
_AT_ONCE = 16

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Graph:
    """A loaded model: its `config.json`, its tokenizer and its graph."""

    config: dict[str, Any]
    tokenizer: Any
    session: Any

    @classmethod
    def load(cls, name: str) -> "Graph":
        """Load a model of the package, from disk alone. Raises `ModelError` when a file is missing."""
        import onnxruntime
        from tokenizers import Tokenizer

        folder = files("sayso") / "models" / name
        for file in _FILES:
            if not (folder / file).is_file():
                raise ModelError(str(folder), f"{file} is missing")
        tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        # Rows are short: on two threads they cost three times the core seconds.
        options.intra_op_num_threads = 1
        session = onnxruntime.InferenceSession((folder / "model.onnx").read_bytes(), options)
        return cls(json.loads((folder / "config.json").read_text(encoding="utf-8")), tokenizer, session)

    def run(self, rows: Sequence[dict[str, list[int]]]) -> list[Floats]:
        """The outputs for all rows, which are run in batches of like length and come back in their order."""
        order = sorted(range(len(rows)), key=lambda i: len(rows[i]["ids"]))
        parts = [self._batch([rows[i] for i in order[at : at + _AT_ONCE]]) for at in range(0, len(order), _AT_ONCE)]
        back = np.argsort(order)
        return [np.concatenate(outputs).astype(np.float64)[back] for outputs in zip(*parts, strict=True)]

    def _batch(self, rows: Sequence[dict[str, list[int]]]) -> list[Floats]:
        feed = {name: np.array(padded([row[name] for row in rows])[0], dtype=np.int64) for name in rows[0]}
        feed["mask"] = np.array(padded([row["ids"] for row in rows])[1], dtype=np.int64)
        found: list[Floats] = self.session.run(None, feed)
        return found


class Models:
    """Both models, each loaded when it is first needed."""

    @cached_property
    def _embedder(self) -> Graph:
        return Graph.load(EMBEDDER)

    @cached_property
    def _pairs(self) -> Graph:
        return Graph.load(PAIRS)

    @property
    def rules(self) -> Rules:
        """The figures that were fitted for the embedder."""
        return Rules(**self._embedder.config["rules"])

    def see(self, entries: Sequence[Entry]) -> Seen:
        """What the embedder makes of statements."""
        if not entries:
            return Seen(np.zeros((0, 384)), np.zeros((0, 4)))
        vectors, positions = self._see(contexts(list(entries)))
        return Seen(vectors, positions)

    def points(self, said: Sequence[Context]) -> Floats:
        """Where the embedder sees N statements, each in its context: unit vectors (N, 384)."""
        return self._see(said)[0]

    def _see(self, said: Sequence[Context]) -> list[Floats]:
        limits = self._embedder.config["limits"]
        return self._embedder.run([{"ids": encode(one, self._embedder.tokenizer, limits)} for one in said])

    def label(self, claim: str, said: Sequence[Context]) -> Floats:
        """Probabilities (N, 4) of affirms, denies, undecided and other, for one claim in words."""
        rows = []
        for context in said:
            ids, segments = encode_pair(claim, context, self._pairs.tokenizer)
            rows.append({"ids": ids, "segments": segments})
        return self._pairs.run(rows)[0]
