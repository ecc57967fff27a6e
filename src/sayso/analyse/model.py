"""A model of the package: a folder with weights, tokenizer and all that the code needs to know to use them."""

import json
from dataclasses import dataclass, replace
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from sayso.analyse.remembered import Remembered
from sayso.errors import ModelError

TAGGER = "tagger_v1_1"
_FILES = ("config.json", "tokenizer.json", "model.onnx", "arguments.onnx", "readout.onnx")


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
    def load(cls, name: str = TAGGER) -> "Model":
        """Load a model of the package, from disk alone. Raises `ModelError` when a file is missing."""
        # Imported here because the two take longer than all the rest of the program.
        from tokenizers import Tokenizer

        folder = files("sayso") / "models" / name
        for file in _FILES:
            if not (folder / file).is_file():
                raise ModelError(str(folder), f"{file} is missing")
        tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return cls(
            name=name,
            config=json.loads((folder / "config.json").read_text(encoding="utf-8")),
            tokenizer=tokenizer,
            encoder=_session(folder / "model.onnx"),
            arguments=_session(folder / "arguments.onnx"),
            readout=_session(folder / "readout.onnx"),
        )

    def remembering(self) -> "Model":
        """The same model, which keeps what it made of the last windows."""
        return replace(self, encoder=Remembered(self.encoder), arguments=Remembered(self.arguments))


def _session(path: Traversable) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # One thread a graph: on two, a window costs 1.1 to 2 times the core seconds. What runs side by side is windows.
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path.read_bytes(), options, providers=["CPUExecutionProvider"])
