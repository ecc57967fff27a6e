import threading
import time

import pytest

from sayso.ahead import ahead


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_results_come_in_the_order_of_what_was_given(threads):
    def slow_first(number):
        time.sleep(0.02 if number == 0 else 0)
        return number * 10

    assert list(ahead(slow_first, range(7), threads)) == [0, 10, 20, 30, 40, 50, 60]


def test_two_threads_work_side_by_side():
    meet = threading.Barrier(2, timeout=10)
    assert sorted(ahead(lambda _: meet.wait(), range(2), 2)) == [0, 1]


def test_only_a_little_is_taken_ahead_of_what_is_asked_for():
    taken = []
    results = ahead(lambda one: one, (taken.append(n) or n for n in range(100)), 2)
    assert taken == []
    next(results)
    assert taken == [0, 1, 2]
    results.close()


def test_an_error_is_raised_in_its_place():
    results = ahead(lambda one: 1 // one, [1, 0, 1], 2)
    assert next(results) == 1
    with pytest.raises(ZeroDivisionError):
        next(results)
