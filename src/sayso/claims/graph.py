"""A model of the package: its graph, its tokenizer and its figures, from disk alone."""

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.claims.pieces import padded
from sayso.errors import ModelError

_AT_ONCE = 16

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Graph:
    """A loaded model: its `config.json`, its graph, and its tokenizer, which is loaded when first asked for."""

    folder: Traversable
    config: dict[str, Any]
    session: Any

    @classmethod
    def load(cls, name: str) -> "Graph":
        """Load a model of the package; its graph may be packed. Raises `ModelError` when a file is missing."""
        import onnxruntime

        folder = files("sayso") / "models" / name
        packed = (folder / "model.onnx.gz").is_file()
        graph = folder / ("model.onnx.gz" if packed else "model.onnx")
        config = json.loads(_there(folder, "config.json").read_text(encoding="utf-8"))
        _there(folder, graph.name)
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        # Rows are short: on two threads they cost three times the core seconds.
        options.intra_op_num_threads = 1
        whole = gzip.decompress(graph.read_bytes()) if packed else graph.read_bytes()
        session = onnxruntime.InferenceSession(whole, options)
        return cls(folder, config, session)

    @cached_property
    def tokenizer(self) -> Any:
        """Its tokenizer, which neither pads nor cuts. Raises `ModelError` when its file is missing."""
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_str(_there(self.folder, "tokenizer.json").read_text(encoding="utf-8"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer

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


def _there(folder: Traversable, name: str) -> Traversable:
    if not (folder / name).is_file():
        raise ModelError(str(folder), f"{name} is missing")
    return folder / name
