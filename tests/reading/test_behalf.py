"""For whom a speaker speaks."""

import pytest

import mahdar


def spoken_for(text):
    record = mahdar.read(text + ".")
    (statement,) = record.statements
    names = {actor.id: actor.name for actor in record.actors}
    speaker, behalf = statement.speaker, statement.on_behalf_of
    assert speaker in names
    return names[speaker], names.get(behalf, behalf), statement


@pytest.mark.parametrize(
    ("text", "speaker", "behalf"),
    [
        ("قال الناطق باسم وزارة الخارجية المصرية حسن الدمياطي إن الوضع صعب", "حسن الدمياطي", "وزارة الخارجية المصرية"),
        ("أعلن المتحدث باسم حلف شمال الأطلسي أن الحلف قلق", "المتحدث باسم حلف شمال الأطلسي", "حلف شمال الأطلسي"),
        ("أكدت المتحدثة باسم الحكومة الفرنسية كلير دوران أن باريس قلقة", "كلير دوران", "FRA"),
        ("قالت السفارة الفرنسية في بيروت إن أبوابها مفتوحة", "السفارة الفرنسية", "FRA"),
        # who speaks for himself, or did so once
        ("قال وزير الخارجية المصري حسن الدمياطي إن الوضع صعب", "حسن الدمياطي", None),
        ("قال المتحدث السابق باسم وزارة الخارجية المصرية حسن الدمياطي إن الوضع صعب", "حسن الدمياطي", None),
        ("قالت وزارة الخارجية المصرية إن الوضع صعب", "وزارة الخارجية المصرية", None),
    ],
)
def test_whom_a_speaker_speaks_for(text, speaker, behalf):
    assert spoken_for(text)[:2] == (speaker, behalf)


def test_the_ministry_named_before():
    record = mahdar.read(
        "أصدرت وزارة الخارجية المصرية تقريرا عن الوضع. وقال المتحدث باسم الوزارة إن الوضع صعب."
    )  # fmt: skip
    names = {actor.id: actor.name for actor in record.actors}
    assert [names[s.on_behalf_of] for s in record.statements] == ["وزارة الخارجية المصرية"]


def test_it_stands_on_words_or_a_rule():
    _, _, said = spoken_for("قال الناطق باسم وزارة الخارجية المصرية حسن الدمياطي إن الوضع صعب")
    assert "on_behalf_of" in said.evidence
