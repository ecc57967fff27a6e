"""What several tests of training start from."""

import pytest


@pytest.fixture
def small(monkeypatch):
    """An embedder of one layer and few pieces that is rounded, what is told of it, and the rows it was rounded with."""
    import torch

    from training import mpnet, rounding
    from training.train_embedder import Embedder

    torch.manual_seed(1)
    monkeypatch.setattr(mpnet, "LAYERS", 1)
    monkeypatch.setattr(mpnet, "WORDS", 300)
    model = Embedder(mpnet.MPNet()).eval()
    said = [([101, *range(at, at + 9), 102], None, 0) for at in range(110, 280, 3)]
    return model, rounding.told(model, rounding.rounded(model, said)), said
