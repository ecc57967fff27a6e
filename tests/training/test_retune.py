"""What is tuned after rounding stays on its levels. Torch is for training only."""

import pytest

torch = pytest.importorskip("torch", reason="torch is not installed: nothing can be tuned")


def before(model, told):
    """A model whose weights lie off the levels, as they did before rounding."""
    from training.articles import Articles

    one = Articles()
    shift = lambda name: 0.4 * told["steps"][name] if name in told["steps"] else 0.0
    one.load_state_dict({name: weight + shift(name) for name, weight in model.state_dict().items()})
    return one


def test_before_tuning_it_sees_what_the_rounded_one_sees(small):
    from training.articles import seen
    from training.retune import stepped

    model, told, rows = small
    with torch.no_grad():
        one, other = seen(model, rows)[0], seen(stepped(told, before(model, told)).eval(), rows)[0]
    assert (one * other).sum(-1).min() > 0.999


def test_what_is_told_of_the_tuned_one_is_what_it_sees_and_weights_move_to_the_next_level(small):
    from training.articles import Articles, seen
    from training.retune import groups, stepped, whole

    model, told, rows = small
    tuned = stepped(told, before(model, told)).eval()
    optimizer = torch.optim.Adam(groups(tuned, 0.002))
    seen(tuned, rows)[0][:, 0].sum().backward()
    optimizer.step()
    after = whole(tuned, told)
    again = Articles().eval()
    again.load_state_dict(after["weights"])
    with torch.no_grad():
        one, other = seen(again, rows)[0], seen(tuned, rows)[0]
    assert (one * other).sum(-1).min() > 0.999
    key = "encoder.layers.0.up.weight"
    moved = (after["numbers"][key] - told["numbers"][key]).abs()
    assert moved.sum() > 0
    assert moved.max() == 1
    assert not torch.equal(after["steps"][key], told["steps"][key])
    assert torch.allclose(after["weights"][key] / after["steps"][key], after["numbers"][key].float(), atol=1e-3)
