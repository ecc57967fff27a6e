"""Weights on levels stand for what they were, as nearly as their step allows. Torch is for training only."""

import pytest

torch = pytest.importorskip("torch", reason="torch is not installed: no weights can be rounded")


def matrix(rows=6, columns=300, seed=1):
    return torch.randn(rows, columns, generator=torch.Generator().manual_seed(seed))


def test_each_weight_lies_within_half_a_step_of_its_level():
    from training.levels import nearest, steps

    weight = matrix()
    levels = nearest(weight, steps(weight, 0.85))
    assert ((levels.weight - weight).abs() <= levels.step / 2 + 1e-6).all()
    assert torch.equal(levels.numbers, levels.numbers.round())


def test_a_row_with_a_weight_far_out_has_a_wider_step_and_the_others_keep_theirs():
    from training.levels import FARTHEST, nearest, steps

    weight = matrix()
    weight[2, 7] = 400
    step = steps(weight, 0.1)
    assert step.argmax() == 2
    assert (step[[0, 1, 3, 4, 5]] == step.min()).all()
    levels = nearest(weight, step)
    assert levels.numbers.abs().max() == FARTHEST
    assert levels.weight[2, 7] == pytest.approx(400)


def test_columns_to_come_make_up_for_the_errors_before_them():
    from training.levels import compensated, nearest, steps

    weight, inputs = matrix(), matrix(2000, 300, 2) @ (matrix(300, 300, 3) + 3 * torch.eye(300))
    step = steps(weight, 0.85)
    error = lambda levels: float(((levels.weight - weight) @ inputs.T).square().mean())
    plain, better = nearest(weight, step), compensated(weight, step, inputs.T @ inputs)
    assert torch.equal(better.numbers, better.numbers.round())
    assert error(better) < 0.7 * error(plain)


def test_where_the_inputs_have_nothing_to_do_with_each_other_there_is_nothing_to_make_up_for():
    from training.levels import compensated, nearest, steps

    weight = matrix()
    step = steps(weight, 0.85)
    assert torch.equal(compensated(weight, step, torch.eye(300)).numbers, nearest(weight, step).numbers)
