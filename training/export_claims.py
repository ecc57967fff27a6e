"""Export a trained embedder or pair model: `python -m training.export_claims --embedder FILE... --minilm DIR --out DIR`.

Of several embedders that start from the same weights the mean is exported.
"""

import argparse
import json
import shutil
from pathlib import Path

import onnx
import torch
from torch import Tensor, nn

from sayso.claims.pieces import LIMITS
from training.gold_stories import POSITIONS
from training.minilm import MiniLM
from training.traced import traced
from training.train_embedder import Embedder
from training.train_pairs import LABELS, Pairs
from training.unsigned import unsign


def write(model: nn.Module, inputs: tuple[str, ...], outputs: tuple[str, ...], path: Path) -> None:
    """Write `model` as uint8 ONNX, rows and pieces of any number."""
    _, graph = traced(model, inputs, outputs)
    unsign(graph)
    onnx.save(graph, path)


def mean(states: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of weights of one shape."""
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--embedder", type=Path, nargs="+")
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    shutil.copy(args.minilm / "tokenizer.json", args.out / "tokenizer.json")
    config = args.out / "config.json"
    known = json.loads(config.read_text(encoding="utf-8")) if config.exists() else {}
    if args.embedder:
        model = Embedder(MiniLM())
        model.load_state_dict(mean([torch.load(path, weights_only=True) for path in args.embedder]))
        write(model, ("ids", "mask"), ("vectors", "positions"), args.out / "model.onnx")
        known |= {"positions": list(POSITIONS), "limits": LIMITS}
    else:
        model = Pairs()
        model.load_state_dict(torch.load(args.pairs, weights_only=True))
        write(model, ("ids", "segments", "mask"), ("labels",), args.out / "model.onnx")
        known |= {"labels": list(LABELS), "limits": LIMITS}
    config.write_text(json.dumps(known, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
