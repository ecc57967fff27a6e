"""Every script of training finds what it takes from the others. Torch is for training only."""

from importlib import import_module
from pathlib import Path

import pytest

for name in ("torch", "onnx", "safetensors", "sklearn"):
    pytest.importorskip(name, reason=f"{name} is not installed: nothing can be trained")

MODULES = sorted(path.stem for path in (Path(__file__).parents[2] / "training").glob("[a-z]*.py"))


@pytest.mark.parametrize("name", MODULES)
def test_it_can_be_imported(name):
    try:
        import_module(f"training.{name}")
    except ModuleNotFoundError as error:
        if error.name and error.name.partition(".")[0] in ("training", "sayso"):
            raise
        pytest.skip(f"{error.name} is not installed, which training.{name} needs")
