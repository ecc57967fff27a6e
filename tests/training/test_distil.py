"""A student starts as what it is taken from, and learns what it does not yet do as its teacher."""

import pytest

torch = pytest.importorskip("torch", reason="torch is not installed: no student can be made")


def scores(model):
    with torch.no_grad():
        ids = torch.tensor([[101, 2002, 2056, 2008, 2009, 15896, 102]])
        return model(ids, *(torch.zeros_like(ids) for _ in range(3)), torch.zeros(1))


def test_a_student_with_all_layers_is_its_teacher_and_one_with_fewer_is_not():
    from training.distil import followed, student
    from training.tagger import LAYERS, Tagger, depth

    torch.manual_seed(1)
    teacher = Tagger().eval()
    whole, half = student(teacher, range(LAYERS), 0.0).eval(), student(teacher, [0, 2, 4], 0.0).eval()
    assert (depth(whole.state_dict()), depth(half.state_dict())) == (LAYERS, 3)
    mask = torch.ones(1, 7, dtype=torch.bool)
    taught = scores(teacher)
    assert float(followed(scores(whole), taught, mask)) == pytest.approx(0, abs=1e-6)
    assert float(followed(scores(half), taught, mask)) > 0.01


def test_arguments_that_nobody_knows_teach_nothing():
    from training.distil import followed_arguments

    own, taught = torch.randn(1, 2, 5, 13), torch.randn(1, 2, 5, 13)
    known = torch.zeros(1, 2, 5, dtype=torch.bool)
    assert float(followed_arguments(own, taught, known)) == 0
    known[0, 0] = True
    assert float(followed_arguments(own, taught, known)) > 0
