"""A model of the package: a folder with weights, tokenizer and all that the code needs to know to use them."""

import json
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from sayso.analyse.remembered import Remembered
from sayso.errors import ModelError

TAGGER = "tagger_v1_3"
FAST = "tagger_fast_v1_0"
"""A student of fewer layers: see its README for what it costs."""

_FILES = ("config.json", "tokenizer.json", "model.onnx", "arguments.onnx", "readout.onnx")


class Coming:
    """Something that is being loaded, and is waited for when it is first used."""

    def __init__(self, future: Future[Any]) -> None:
        self._future = future

    def __getattr__(self, name: str) -> Any:
        return getattr(self._future.result(), name)


@dataclass(frozen=True)
class Model:
    """A loaded model: its `config.json`, its tokenizer, and three graphs that run one after another.

    The encoder looks at a window, `arguments` at the cues found in it, `readout` at the statements of an article.
    """

    name: str
    config: dict[str, Any]
    tokenizer: Any
    encoder: Any
    arguments: Any
    readout: Any

    @classmethod
    @cache
    def load(cls, name: str = TAGGER) -> "Model":
        """Begin to load a model of the package, once and from disk. Raises `ModelError` when a file is missing."""
        # Imported here because the two take longer than all the rest of the program; and not in a thread, because what
        # two threads import at once can be met half done.
        import onnxruntime  # noqa: F401
        import tokenizers  # noqa: F401

        folder = files("sayso") / "models" / name
        for file in _FILES:
            if not (folder / file).is_file():
                raise ModelError(str(folder), f"{file} is missing")
        # Loading runs outside of Python, which has other things to do meanwhile.
        pool = ThreadPoolExecutor(2)
        encoder = Coming(pool.submit(_session, folder / "model.onnx"))
        tokenizer = Coming(pool.submit(_tokenizer, folder / "tokenizer.json"))
        arguments = Coming(pool.submit(_session, folder / "arguments.onnx"))
        readout = Coming(pool.submit(_session, folder / "readout.onnx"))
        pool.shutdown(wait=False)
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        return cls(name, config, tokenizer, encoder, arguments, readout)

    def remembering(self) -> "Model":
        """The same model, which keeps what it made of the last windows."""
        return replace(self, encoder=Remembered(self.encoder), arguments=Remembered(self.arguments))


def _tokenizer(path: Traversable) -> Any:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str(path.read_text(encoding="utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _session(path: Traversable) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # One thread a graph: on two, a window costs 1.1 to 2 times the core seconds. What runs side by side is windows.
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path.read_bytes(), options, providers=["CPUExecutionProvider"])
