"""Glyphs with places -> lines: in whatever order they are named, doubled, overlapping, over one another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.sources.glyphs import Glyph, ligature, lines_of

WIDTH = 5.0


def glyphs(drawn: str, *, y: float = 700.0, left: float = 100.0) -> list[Glyph]:
    """A line as it is seen, from left to right, each glyph of one width."""
    places = (left + n * WIDTH for n in range(len(drawn)))
    return [Glyph(sign, x, x + WIDTH, x, y, 10.0) for sign, x in zip(drawn, places, strict=True)]


def seen(text: str) -> str:
    """A word as it is seen from left to right."""
    return text[::-1]


def read(*named: Glyph) -> list[str]:
    return [line.text(arabic=line.is_arabic is not False) for line in lines_of(named)]


LINE = f"2023 {seen('عام')} UN {seen('وزير')}"


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_naming_does_not_matter(order: int) -> None:
    assert read(*glyphs(LINE)[::order]) == ["وزير UN عام 2023"]


@given(st.permutations(glyphs(LINE)[:12]))
def test_nor_does_any_other(named: list[Glyph]) -> None:
    assert read(*named) == [" ".join(read(*glyphs(LINE)[:12])[0].split())]


def test_gaps_are_spaces_and_wide_ones_columns() -> None:
    left, right = glyphs(seen("عام")), glyphs(seen("وزير"), left=118.0)
    assert read(*right, *left) == ["وزير عام"]
    far = glyphs(seen("سفير"), left=200.0)
    below = glyphs(seen("جديد"), y=686.0)
    assert read(*left, *below, *far) == ["عام", "جديد", "سفير"]


def test_a_line_named_in_parts_stands_where_its_first_part_does() -> None:
    first, middle, last = glyphs(seen("عام"), left=145.0), glyphs(seen("وزير"), left=122.0), glyphs(seen("هنا"))
    below = glyphs(seen("جديد"), y=686.0)
    assert read(*first, *last, *below, *middle) == ["عام وزير هنا", "جديد"]


def test_a_letter_drawn_twice_or_in_parts_is_one_and_two_letters_are_two() -> None:
    bold = [Glyph(g.text, g.left + 0.3, g.right + 0.3, g.x + 0.3, g.y, g.size) for g in glyphs("مم")]
    assert read(*glyphs("مم"), *bold) == ["مم"]
    dots = Glyph("ي", 101.0, 103.0, 101.5, 699.0, 10.0)
    assert read(*glyphs("يي"), dots) == ["يي"]


def test_marks_are_read_after_the_letter_that_they_stand_over() -> None:
    over_the_first = Glyph("ً", 106.0, 108.0, 106.0, 701.0, 10.0)
    assert read(*glyphs("اد"), over_the_first) == ["دًا"]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (")وزير( و»سفير«.", "(وزير) و«سفير»."),
        ("(وزير) و«سفير»", "(وزير) و«سفير»"),
        (")سفير(-- هنا", "(سفير)-- هنا"),
        ("أ) وزير", "أ) وزير"),
        (")(", "()"),
    ],
)
def test_brackets_turn_to_their_words(wrong: str, right: str) -> None:
    assert read(*glyphs(seen(wrong))) == [right]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("في 2/5/2024 هنا", "انه 2/5/2024 يف"),
        ("بلغ 15% هنا", "انه %15 غلب"),
        ("بين 2023-2024 هنا", "انه 2024-2023 نيب"),
        ("عن COVID 19 هنا", "انه COVID 19 نع"),
        ("قال Kyodo News، هنا", "انه ،Kyodo News لاق"),
        ("في ١١/١٢ هنا", "انه ١١/١٢ يف"),
    ],
)
def test_what_is_read_from_left_to_right_within_a_line(text: str, drawn: str) -> None:
    assert read(*glyphs(drawn)) == [text]


@pytest.mark.parametrize(
    ("text", "sign", "whole"),
    [
        ("ا", "ل", "لا"),
        ("ل", "ا", "لا"),
        ("أ", "ل", "لأ"),
        ("f", "i", "fi"),
        ("د", "ً", "دً"),
        ("ً", "د", "دً"),
        ("م", "م", "م"),
    ],
)
def test_what_a_glyph_for_several_characters_says(text: str, sign: str, whole: str) -> None:
    assert ligature(text, sign) == whole


PLACES = st.floats(-1e6, 1e6, allow_nan=False)


@given(st.lists(st.builds(Glyph, st.text(min_size=1, max_size=2), PLACES, PLACES, PLACES, PLACES, st.floats(0.1, 1e4))))
def test_glyphs_anywhere_make_lines(named: list[Glyph]) -> None:
    count = sum(len(line.glyphs) for line in lines_of(named))
    assert count == len(named)
    assert all("\n" not in line for line in read(*named))
