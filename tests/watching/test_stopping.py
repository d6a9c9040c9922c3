"""Signals while a watch works."""

import os
import signal

import pytest

from mahdar.watching import Stopped, Stopping


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_at_once(number: signal.Signals) -> None:
    usual = signal.getsignal(number)
    with pytest.raises(Stopped), Stopping():
        os.kill(os.getpid(), number)
        raise AssertionError("the signal came too late")
    assert signal.getsignal(number) is usual


def test_but_not_in_the_middle_of_a_record() -> None:
    done = []
    with Stopping() as stopping, pytest.raises(Stopped), stopping.held():
        os.kill(os.getpid(), signal.SIGTERM)
        done.append("written")
        os.kill(os.getpid(), signal.SIGINT)
        done.append("noted")
    assert done == ["written", "noted"]
