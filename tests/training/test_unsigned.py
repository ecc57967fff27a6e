"""Weights are stored so that every processor computes the same; see `training/unsigned.py`."""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper

import sayso
from training.unsigned import unsign

PACKAGED = sorted((Path(sayso.__file__).parent / "models").glob("*/model.onnx"))
FLOAT = "matters"
"""Its weights are few, and stay float."""


@pytest.mark.parametrize("path", PACKAGED, ids=lambda path: path.parent.name)
def test_no_packaged_graph_multiplies_signed_weights(path):
    model = onnx.load(path)
    kinds = {tensor.name: tensor.data_type for tensor in model.graph.initializer}
    products = [node for node in model.graph.node if node.op_type == "MatMulInteger"]
    assert products or path.parent.name.startswith(FLOAT)
    assert {kinds[node.input[1]] for node in products} <= {TensorProto.UINT8}


def test_the_product_stays_the_same():
    weights = np.array([[127, -128], [-3, 127], [0, 5]], dtype=np.int8)
    model = product(weights)
    before = run(model)
    unsign(model)
    assert run(model).tolist() == before.tolist() == [[127, -128]]


def product(weights: np.ndarray) -> onnx.ModelProto:
    given = {"w": weights, "xz": np.array(0, dtype=np.uint8), "wz": np.zeros(2, dtype=np.int8)}
    return helper.make_model(
        helper.make_graph(
            [helper.make_node("MatMulInteger", ["x", "w", "xz", "wz"], ["y"])],
            "product",
            [helper.make_tensor_value_info("x", TensorProto.UINT8, [1, 3])],
            [helper.make_tensor_value_info("y", TensorProto.INT32, [1, 2])],
            [numpy_helper.from_array(array, name) for name, array in given.items()],
        ),
        ir_version=8,
        opset_imports=[helper.make_opsetid("", 13)],
    )


def run(model: onnx.ModelProto) -> np.ndarray:
    return onnxruntime.InferenceSession(model.SerializeToString()).run(None, {"x": np.array([[1, 0, 0]], np.uint8)})[0]
