"""Signals while a watch works."""

import os
import signal

import pytest

from mahdar.watching import Stopped, Stopping


def send(*numbers: signal.Signals) -> list[signal.Signals]:
    """Signals sent to ourselves, as far as we come."""
    sent = []
    for number in numbers:
        os.kill(os.getpid(), number)
        sent.append(number)
    return sent


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_at_once(number: signal.Signals) -> None:
    usual = signal.getsignal(number)
    with Stopping(), pytest.raises(Stopped):
        send(number)
    assert signal.getsignal(number) is usual


def test_but_not_in_the_middle_of_a_record() -> None:
    sent = []
    with Stopping() as stopping, pytest.raises(Stopped), stopping.held():
        sent = send(signal.SIGTERM, signal.SIGINT)
    assert len(sent) == 2
