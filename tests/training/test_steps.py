"""Steps of a training: rates go up and down again, and the average follows the weights. Torch is for training only."""

import pytest

torch = pytest.importorskip("torch", reason="torch is not installed: nothing can be trained")


def taken(count, share=0.9, rate=0.1):
    """A weight that falls by its rate in each step: its rates, and after each step the weight and the average."""
    from training.steps import Steps

    model = torch.nn.Linear(1, 1, bias=False)
    torch.nn.init.zeros_(model.weight)
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    steps = Steps(model, optimizer, count, share)
    rates, weights, averages = [], [], []
    for _ in range(count):
        rates.append(optimizer.param_groups[0]["lr"])
        assert steps.take(model.weight.sum() * 7) == pytest.approx(7 * sum(weights[-1:]))
        weights.append(model.weight.item())
        averages.append(steps.average.weight.item())
    return rates, weights, averages


def test_rates_go_up_and_then_down_to_next_to_nothing():
    rates, *_ = taken(100)
    top = rates.index(max(rates))
    assert rates[: top + 1] == sorted(rates[: top + 1])
    assert rates[top:] == sorted(rates[top:], reverse=True)
    assert top < 10
    assert rates[-1] == pytest.approx(0.002)


def test_no_gradient_is_longer_than_one():
    rates, weights, _ = taken(100)
    assert weights[0] == pytest.approx(-rates[0], rel=1e-3)


def test_the_average_follows_the_weights_quickly_at_first():
    _, weights, averages = taken(200)
    assert averages[0] == pytest.approx(10 / 11 * weights[0])
    assert averages[-1] == pytest.approx(0.9 * averages[-2] + 0.1 * weights[-1])
