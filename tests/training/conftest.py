"""What several tests of training start from."""

import pytest


@pytest.fixture
def small(monkeypatch):
    """A model of articles of one layer and few pieces that is rounded, what is told of it, and its windows."""
    import torch

    from sayso.claims.windows import Window
    from training import mpnet, rounding
    from training.articles import Articles

    torch.manual_seed(1)
    monkeypatch.setattr(mpnet, "LAYERS", 1)
    monkeypatch.setattr(mpnet, "WORDS", 300)
    model = Articles().eval()
    torch.nn.init.normal_(model.inside.weight, std=0.1)
    torch.nn.init.normal_(model.of_sentence.weight, std=0.02)
    rows = [
        Window(
            [101, *range(at, at + 9), 102],
            [0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 0],
            [0, 1],
            [[2, 3, 4], [7, 8]],
            [[1, 2, 3, 4, 5], [6, 7, 8, 9]],
        )
        for at in range(110, 280, 3)
    ]
    return model, rounding.told(model, rounding.rounded(model, rows)), rows
