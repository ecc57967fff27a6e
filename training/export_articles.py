"""Export the model of articles: `python -m training.export_articles --rounded FILE --articles FILE --mpnet DIR --data DIR --out DIR`.

The graph is written as `model.onnx.gz`: its numbers are packed by how frequent they are alone, which brings them near
their entropy; looking for repeats, as gzip does by default, makes the file a sixth larger.
"""

import argparse
import json
import random
import zlib
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper
from torch import Tensor, nn

from sayso.claims.look import SIZE
from training.articles import Articles, seen
from training.gold_stories import MORE, POSITIONS, stories
from training.mpnet import HIDDEN, tokenizer_of
from training.rounding import Told
from training.traced import traced
from training.train_articles import Windowed

INPUTS, OUTPUTS = ("ids", "inside", "contents", "sentences"), ("vectors", "positions")
_PIECES, _STATEMENTS = {1: "pieces"}, {0: "statements"}
AXES = {
    "ids": _PIECES, "inside": _PIECES, "contents": _STATEMENTS | _PIECES, "sentences": _STATEMENTS | _PIECES,
    "vectors": _STATEMENTS, "positions": _STATEMENTS,
}  # fmt: skip
EXAMPLE = ((1, 9), (1, 9), (2, 9), (2, 9))
WINDOWS, RIDGE = 250, 0.1


class Narrow(nn.Module):
    """A model of articles that takes one window, and whose vectors are kept in 384 directions."""

    def __init__(self, model: Articles, directions: Tensor) -> None:
        super().__init__()
        self.model = model
        self.narrow = nn.Linear(2 * HIDDEN, SIZE, bias=False)
        both = torch.cat([model.of_content.weight.data, model.of_sentence.weight.data], 1)
        self.narrow.weight.data = directions @ both

    def forward(self, ids: Tensor, inside: Tensor, contents: Tensor, sentences: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors (S, 384) of length 1 and scores (S, 4).

        `ids` and `inside` (1, T) are pieces; `contents` and `sentences` (S, T) are 1 where a piece belongs to one.
        """
        states = self.model.encoder(ids, torch.ones_like(ids), self.model.inside(inside))[0]
        shares = torch.stack([contents, sentences]).to(states.dtype)
        content, sentence = (shares / shares.sum(-1, keepdim=True)) @ states
        pooled = torch.cat([content, sentence], -1)
        return F.normalize(self.narrow(pooled), dim=-1), self.model.position(pooled)


def brought_back(seen: Tensor, before: Tensor) -> Tensor:
    """What brings vectors `seen` (N, 768) back to those of `before` it was rounded and tuned, in 384 directions.

    A ridge regression, and of what it gives the directions of the greatest singular values: a matrix (384, 768).
    """
    back = torch.linalg.solve(seen.T @ seen + RIDGE * torch.eye(HIDDEN), seen.T @ before)
    return torch.linalg.svd(seen @ back, full_matrices=False).Vh[:SIZE] @ back.T


def on_their_levels(floats: onnx.ModelProto, whole: onnx.ModelProto, told: Told) -> None:
    """Give the weights of `whole`, which are known by their values in `floats`, the numbers and steps told of them.

    Raises `ValueError` when one is not in the graph.
    """
    known = {}
    for name in told["numbers"]:
        values, numbers, step = (told[part][name].numpy() for part in ("weights", "numbers", "steps"))
        # The exporter turns the matrices of products round; tables are read by one step for all.
        known |= {values.tobytes(): (name, numbers, step[0, 0]), values.T.tobytes(): (name, numbers.T, step[:, 0])}
    held, found = {tensor.name: tensor for tensor in whole.graph.initializer}, set()
    for tensor in floats.graph.initializer:
        name, numbers, step = known.get(numpy_helper.to_array(tensor).tobytes(), (None, None, None))
        if name:
            found.add(name)
            for part, given in (("quantized", numbers), ("scale", step), ("zero_point", np.zeros_like(step, np.int8))):
                own = f"{tensor.name}_{part}"
                held[own].CopyFrom(numpy_helper.from_array(np.ascontiguousarray(given).reshape(given.shape), own))
    if missing := set(told["numbers"]) - found:
        raise ValueError(f"not in the graph: {', '.join(sorted(missing))}")


def by_piece(graph: onnx.ModelProto) -> None:
    """Give the states of each word piece a scale of their own, in place of one for all in a batch.

    A few pieces reach twenty times as far as the others, which with one scale are left with four bits; and what is seen
    in a statement then hangs on what is run beside it.
    """
    nodes, scaled = [], dict[str, tuple[str, str]]()
    for node in graph.graph.node:
        if node.op_type == "DynamicQuantizeLinear":
            nodes += _piece_scale(node.input[0], *node.output)
        elif node.name.endswith("_quant_scales_mul"):
            scaled[node.output[0]] = (node.input[0], node.input[1])
        elif node.op_type == "Mul" and node.input[1] in scaled:
            # Not one product of both scales: onnxruntime would take that for one of single numbers.
            of_piece, of_row = scaled[node.input[1]]
            rows = f"{node.output[0]}_rows"
            nodes.append(onnx.helper.make_node("Mul", [node.input[0], of_row], [rows]))
            nodes.append(onnx.helper.make_node("Mul", [rows, of_piece], [node.output[0]]))
        else:
            nodes.append(node)
    del graph.graph.node[:]
    graph.graph.node.extend(nodes)
    given = {"one": np.float32(1), "most": np.float32(127), "least": np.float32(1e-9), "middle": np.uint8(128)}
    given["last"] = np.array([-1])
    graph.graph.initializer.extend(numpy_helper.from_array(np.array(v), f"piece_{name}") for name, v in given.items())


def _piece_scale(given: str, whole: str, scale: str, zero: str) -> list[onnx.NodeProto]:
    """The nodes that quantise `given` (..., N) with a scale (..., 1); 0 is at 128."""
    node, name = onnx.helper.make_node, f"{given}_piece_"
    return [
        node("Abs", [given], [f"{name}size"]),
        node("ReduceMax", [f"{name}size", "piece_last"], [f"{name}far"], keepdims=1),
        node("Max", [f"{name}far", "piece_least"], [f"{name}reach"]),
        node("Div", [f"{name}reach", "piece_most"], [scale]),
        node("Div", [given, scale], [f"{name}share"]),
        node("QuantizeLinear", [f"{name}share", "piece_one", "piece_middle"], [whole]),
        node("Identity", ["piece_middle"], [zero]),
    ]


def halved(graph: onnx.ModelProto) -> None:
    """Keep what is still float in 16 bits, and tables of long numbers in 32, in place."""
    del graph.graph.value_info[:]  # it says what types were
    for tensor in graph.graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype == np.float32 and values.size > 1:
            kept = f"{tensor.name}_half"
            graph.graph.node.insert(0, onnx.helper.make_node("Cast", [kept], [tensor.name], to=onnx.TensorProto.FLOAT))
            tensor.CopyFrom(numpy_helper.from_array(values.astype(np.float16), kept))
        elif values.dtype == np.int64 and values.ndim == 2:
            tensor.CopyFrom(numpy_helper.from_array(values.astype(np.int32), tensor.name))


def written(narrow: Narrow, told: Told) -> onnx.ModelProto:
    """The graph of a model whose rounded weights are told. Raises `ValueError` when one is not in the graph."""
    floats, whole = traced(narrow, INPUTS, OUTPUTS, but=("narrow", "places", "inside"), like=EXAMPLE, axes=AXES)
    on_their_levels(floats, whole, told)
    by_piece(whole)
    halved(whole)
    return whole


def packed(graph: bytes) -> bytes:
    """`graph` as a gzip file of counted bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31, 9, zlib.Z_HUFFMAN_ONLY)
    return packer.compress(graph) + packer.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounded", type=Path, required=True)
    parser.add_argument("--articles", type=Path, required=True, help="what was rounded")
    parser.add_argument("--mpnet", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fold", type=int, default=1, help="what it was trained on")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = tokenizer_of(args.mpnet)
    told = torch.load(args.rounded, weights_only=True)
    model, teacher = Articles().eval(), Articles().eval()
    model.load_state_dict(told["weights"])
    teacher.load_state_dict(torch.load(args.articles, weights_only=True))
    chosen = [*stories(args.data / "stories/train")[args.fold - 1 :: 2], *stories(MORE)]
    rows = [window for story in chosen for window in Windowed(story, tokenizer).windows]
    rows = random.Random(1).sample(rows, WINDOWS)
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        found, before = (seen(one, rows)[0] for one in (model, teacher))
    graph = written(Narrow(model, brought_back(found, before)), told)
    (args.out / "model.onnx.gz").write_bytes(packed(graph.SerializeToString()))
    tokenizer.save(str(args.out / "tokenizer.json"), pretty=False)
    config = {"positions": list(POSITIONS)}
    (args.out / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
