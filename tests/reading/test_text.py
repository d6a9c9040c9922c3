"""Folding, tokens and sentences: the offsets always lead back to the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.reading.text import MARKS, fold, tokenise

ARABIC = st.text(
    alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآؤئءًٌٍَُِّْـ \n.،؛؟!:«»“”\"'()-/0123456789٠١٢٣abcZ\u200f\u202b\ufefb\ufdf2"
)


@given(ARABIC)
def test_every_token_folds_from_the_characters_it_points_to(text):
    tokens = tokenise(text)
    for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        assert 0 <= start < end <= len(text)
        assert word in fold(text[start:end]) or text[start:end] == word
    assert tokens.starts == sorted(tokens.starts)


@given(ARABIC)
def test_sentences_are_disjoint_and_in_order(text):
    last = 0
    for first, end in tokenise(text).sentences:
        assert last <= first < end
        last = end


@given(st.text())
def test_any_text_at_all_is_tokenised(text):
    tokens = tokenise(text)
    assert all(0 <= a < b <= len(text) for a, b in zip(tokens.starts, tokens.ends, strict=True))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أكّد", "اكد"), ("مؤكدًا", "موكدا"), ("إلى", "الي"), ("الرئيـــس", "الرييس"), ("ﻻ", "لا"), ("سفيرة", "سفيره"),
        ("ژنرال", "ژنرال"), ("کازاخستان", "كازاخستان"),
    ],
)  # fmt: skip
def test_spellings_that_count_as_one(one, other):
    assert fold(one) == other


def test_vowel_signs_belong_to_the_token_they_stand_on():
    text = "مشيرًا إلى"
    tokens = tokenise(text)
    assert text[tokens.starts[0] : tokens.ends[0]] == "مشيرًا"
    assert not MARKS.search(tokens.words[0])


def test_a_full_stop_in_a_number_a_title_or_a_quotation_ends_no_sentence():
    text = 'قال د. نضال إن 18.250 طنا وصلت. "انتهى الأمر. لا عودة" قالها وخرج.'
    tokens = tokenise(text)
    sentences = [text[tokens.starts[a] : tokens.ends[b - 1]] for a, b in tokens.sentences]
    assert sentences == ["قال د. نضال إن 18.250 طنا وصلت.", '"انتهى الأمر. لا عودة" قالها وخرج.']


def test_quotations_pair_up_also_nested_and_unclosed():
    words = ["«", "قال", "“", "نعم", "”", "ثم", "»", '"', "بقي"]
    tokens = tokenise(" ".join(words))
    assert tokens.quotes == {0: 6, 2: 4}
