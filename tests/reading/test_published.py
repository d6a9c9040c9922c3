"""The day on which an article without metadata was published, from its own words; never from an event's date."""

import pytest

from mahdar.reading.reader import read_article
from mahdar.record import Article, Image

NEWS = "أعلن وزير الخارجية الجزائري قطع العلاقات مع المغرب، مؤكدا أن القرار يسري فورا."


def published(text: str, *images: Image) -> tuple[str | None, str | None]:
    article = read_article(Article("x", text, images=images)).article
    return article.published, article.published_from


@pytest.mark.parametrize(
    ("text", "day", "source"),
    [
        (f"الرياض 12 شعبان 1446 هـ الموافق 11 فبراير 2025 م\n\n{NEWS}", "2025-02-11", "dateline"),
        (f"القاهرة في 4 سبتمبر 2024 /السهوب/ {NEWS}", "2024-09-04", "dateline"),
        ("أربيل - اجتمع الوزير، اليوم الثلاثاء 16 أيلول (سبتمبر) 2025، مع نظيره.", "2025-09-16", "dateline"),
        ("الجزائر - أعلن الوزير، أمس الثلاثاء 24 أوت 2021، قطع العلاقات مع المغرب.", "2021-08-25", "dateline"),
        (f"عنوان\n\nالأربعاء 11 ديسمبر 2024\n\n{NEWS}", "2024-12-11", "text"),
        (f"عنوان\n\nنشر في 11 ديسمبر 2024 - 10:30\n\n{NEWS}", "2024-12-11", "text"),
        ("الجزائر - أعلن الوزير الثلاثاء 24 أوت 2021 قطع العلاقات مع المغرب.", None, None),
        ("الرباط - ولد الوزير في مراكش يوم 19 يوليو 1965 ودرس في باريس.", None, None),
        (NEWS, None, None),
    ],
)  # fmt: skip
def test_the_text_tells_its_day(text: str, day: str | None, source: str | None) -> None:
    assert published(text) == (day, source)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("https://sada.example/wp-content/uploads/IMG-20241211-WA0034.jpg", "2024-12-11"),
        ("https://sada.example/IMG_20241211_101010.jpg", "2024-12-11"),
        ("https://sada.example/IMG-20241399-WA0034.jpg", None),
        ("https://sada.example/20241211.jpg", None),
    ],
)
def test_the_name_of_an_image_tells_the_day_where_the_text_tells_none(name: str, day: str | None) -> None:
    image = Image(name, None)
    assert published(NEWS, image) == (day, "file-name" if day else None)
    assert published(f"القاهرة 4 سبتمبر 2024 - {NEWS}", image) == ("2024-09-04", "dateline")
