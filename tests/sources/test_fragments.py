"""HTML of feed items -> text."""

import pytest

from mahdar.sources.fragments import fragment


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("استقبل الوزير\r\nسفير  اليابان.", "استقبل الوزير\nسفير اليابان."),
        ("<p>استقبل <b>الوزير</b> سفير&nbsp;اليابان.</p>\n<p>وقال\nإنه<br>سعيد</p>",
         "استقبل الوزير سفير اليابان.\n\nوقال إنه\nسعيد"),
        ("&lt;p&gt;استقبل&lt;/p&gt;&lt;p&gt;الوزير&lt;/p&gt;", "استقبل\n\nالوزير"),
        ("قال &amp; سكت\n\nثم عاد", "قال & سكت\n\nثم عاد"),
        ("قال &quot;نعم&quot; &amp; سكت", 'قال "نعم" & سكت'),
        ("<p>أ</p><script>var ب;</script><style>ج</style><!-- د --><iframe>ه</iframe>و", "أ\n\nو"),
        ("<p>استقبل<p>الوزير<div>سفير", "استقبل\n\nالوزير\n\nسفير"),
        ('<span class="field--name-title">أ</span> <span class="x field--name-uid">ب</span> <div>قال</div>', "قال"),
        ("", ""),
        ("<", "<"),
    ],
)  # fmt: skip
def test_text(html: str, text: str) -> None:
    assert fragment(html).text == text


def test_pictures_and_captions() -> None:
    found = fragment(
        '<figure><img src="/a.jpg" alt="وزير"><figcaption>صورة <i>الوزير</i></figcaption></figure>'
        '<p>نص<img src="b.jpg" alt="سفير"><img src="data:image/png;base64,AAAA"></p>'
        '<div class="wp-caption"><img src="https://c.example/c.jpg"><p class="wp-caption-text">لقاء</p></div>',
        "https://news.example/x/y",
    )
    assert found.text == "نص"
    assert found.images == [
        {"url": "https://news.example/a.jpg", "caption": "صورة الوزير"},
        {"url": "https://news.example/x/b.jpg", "caption": "سفير"},
        {"url": "https://c.example/c.jpg", "caption": "لقاء"},
    ]


@pytest.mark.parametrize(
    ("html", "link"),
    [
        ("نص <a href=x>اقرأ <b>المزيد</b></a> ...", "اقرأ المزيد"),
        ("نص <a href=x>هنا</a> ثم نص", None),
        ("نص <a href=x>أول</a><p><a href=y>ثان</a></p>", "ثان"),
    ],
)
def test_the_last_link(html: str, link: str | None) -> None:
    assert fragment(html).last_link == link


@pytest.mark.parametrize("piece", ["<div>", "<a><b>", "<", "<figcaption>ن", "&#", "<p>ن</p>", "&lt;p&gt;"])
def test_hostile(piece: str) -> None:
    fragment(piece * 100_000)
