"""What a watch remembers."""

from pathlib import Path

import pytest

from mahdar.watching.state import FEEDS, KEPT, RECOVERED, FeedState, State, StateError, digest, load, save


def test_kept_and_loaded(tmp_path: Path) -> None:
    state = State(written=7)
    state.feed("https://a.example/")
    known = state.feed("https://b.example/خبر")
    known.etag, known.failures, known.not_before = '"1"', 2, 1234.5
    known.seen = {"x": None, "y": None}
    known.tries = {"x": 1}
    state.note(["z"])
    save(state, tmp_path / "state")
    assert load(tmp_path / "state") == state
    assert list(tmp_path.iterdir()) == [tmp_path / "state"]


def test_nothing_kept_yet(tmp_path: Path) -> None:
    assert load(tmp_path / "none") == State()


@pytest.mark.parametrize(
    "text",
    [b"", b"{}", b"[]", b"\xff", b'{"version": 2}', b'{"version": 1, "written": 0, "feeds": [], "recovered": []}'],
)
def test_what_is_no_state(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "state").write_bytes(text)
    with pytest.raises(StateError, match="state: "):
        load(tmp_path / "state")


def test_a_state_that_cannot_be_kept_leaves_the_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(State(written=1), tmp_path / "state")
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OSError, match=r"No space left on device.*state"):
        save(State(written=2), tmp_path / "state")
    assert load(tmp_path / "state").written == 1
    assert list(tmp_path.iterdir()) == [tmp_path / "state"]


def test_what_is_shown_is_never_forgotten_and_the_rest_is_bounded() -> None:
    known = FeedState(seen=dict.fromkeys(map(str, range(3 * KEPT))), tries={"5": 1, "x": 2})
    known.remember(["5", str(3 * KEPT - 1)])
    assert "5" in known.seen
    assert len(known.seen) == KEPT + 2
    assert str(3 * KEPT - 2) in known.seen and "6" not in known.seen
    assert known.tries == {"5": 1}


def test_feeds_and_what_was_recovered_are_bounded() -> None:
    state = State()
    for number in range(FEEDS + 10):
        state.feed(str(number))
        state.feed("often")
    assert len(state.feeds) == FEEDS and "often" in state.feeds and "0" not in state.feeds
    state.note(map(str, range(RECOVERED + 5)))
    assert len(state.recovered) == RECOVERED and "0" not in state.recovered


def test_digests_are_short_whatever_the_name() -> None:
    assert len(digest("خ" * 1_000_000)) == 16
    assert digest("\ud800") != digest("a")
