"""Store int8 weights as uint8: `python -m training.unsigned model.onnx`, which is rewritten.

Processors without VNNI instructions add two products of uint8 and int8 in 16 bits, where large ones are cut off: the
same graph then gives other scores there (on the dev stories a point less of speakers and of whole statements). With
both sides unsigned the products are added in 32 bits everywhere. Each weight and its zero point move up by 128, so that
what the graph computes is the same.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, numpy_helper


def unsign(model: onnx.ModelProto) -> None:
    """Make the weights of each product of whole numbers unsigned, in place."""
    given = {tensor.name: tensor for tensor in model.graph.initializer}
    for node in model.graph.node:
        if node.op_type != "MatMulInteger":
            continue
        for name in (node.input[1], node.input[3]):
            tensor = given[name]
            if tensor.data_type == TensorProto.INT8:
                moved = numpy_helper.to_array(tensor).astype(np.int16) + 128
                tensor.CopyFrom(numpy_helper.from_array(moved.astype(np.uint8), name))


def unsign_file(path: Path) -> None:
    """The same for a graph on disk."""
    model = onnx.load(path)
    unsign(model)
    onnx.save(model, path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path, nargs="+")
    for path in parser.parse_args().model:
        unsign_file(path)


if __name__ == "__main__":
    main()
