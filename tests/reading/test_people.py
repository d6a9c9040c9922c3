"""Who is who: names, offices, whose official somebody is, and who is meant when he is named again."""

import pytest

import mahdar
from mahdar.reading.stages import read_stages
from mahdar.record import Article


def people(text):
    """Named people and officials of a text: name -> actor."""
    return {a.name: a for a in mahdar.read(text).actors if a.kind == "person"}


def forms(actor, text):
    """The forms by which a text names an actor."""
    return {span.of(text) for span in actor.mentions}


NAMES = [
    ("أكد وزير الخارجية مازن سليم الحوراني أن المشاورات مستمرة.", "مازن سليم الحوراني"),
    ("أكد السفير / مامادو ألفا ديالو أن المشاورات مستمرة.", "مامادو ألفا ديالو"),
    ("أكد العقيد إبراهيما سوري كوناتي أن المشاورات مستمرة.", "إبراهيما سوري كوناتي"),
    ("أكد الدكتور مطلب بن إبراهيم الحوراني أن المشاورات مستمرة.", "مطلب بن إبراهيم الحوراني"),
    ("أكد الشيخ خالد بن فهد آل ثاني أن المشاورات مستمرة.", "خالد بن فهد آل ثاني"),
    ("أكدت السفيرة منى الحوراني أن المشاورات مستمرة.", "منى الحوراني"),
    ("أكد رئيس الحكومة فؤاد الحوراني أن المشاورات مستمرة.", "فؤاد الحوراني"),
    ("أكد السفير موشيه يعالون، أمس، أن المشاورات مستمرة.", "موشيه يعالون"),
    ("أدان رئيس الوزراء أنطوني مالكوفيتش الاتفاق مع الجيران.", "أنطوني مالكوفيتش"),
    ("أكد مدرب الفريق، البرتغالي روي فاسكونتس، أن المباراة صعبة.", "روي فاسكونتس"),
    ("أكد الحكم القطري سلمان الحوراني أن المباراة صعبة.", "سلمان الحوراني"),
    ("أكد المواطن مجد خالد الحوراني أن الطريق مغلقة.", "مجد خالد الحوراني"),
    ("أكد الرئيس مازن الحوراني حفظه الله أن المشاورات مستمرة.", "مازن الحوراني"),
    # without a title: after a verb of saying, after a nationality, a kunya, names that are other words as well
    ("قال كيرتن هولموف إن المباراة صعبة.", "كيرتن هولموف"),
    ("قال رايمون بيلفو إن المباراة صعبة.", "رايمون بيلفو"),
    ("فاز بالجائزة البلجيكي غويدو ستانفورس.", "غويدو ستانفورس"),
    ("ورفض أبو مازن هذه الخطوة.", "أبو مازن"),
    ("أخرج المسلسل أحمد فهمي.", "أحمد فهمي"),
    ("وجهت المحكمة رسالة لمحمد الحوراني.", "محمد الحوراني"),
    # what a name ends with, and what no longer belongs to it
    ("وجهت وزيرة الخارجية لورا بيلفو الشكر إلى قطر.", "لورا بيلفو"),
    ("قال النائب جون كيرتن التصدي للإرهاب واجب.", "جون كيرتن"),
    ("قالت السيدة نيلمينا ويراسوندا إن المباراة صعبة.", "نيلمينا ويراسوندا"),
    ("أكد السفير إتيان روسيون أن المشاورات مستمرة.", "إتيان روسيون"),
    ("التقى الملك غازي السادس في القصر.", "غازي السادس"),
    ("أكد الفنان الكبير بشير الحوراني أن المسلسل قريب.", "بشير الحوراني"),
    # what an office is of, and the field it is borne in, stand between it and the name
    ("أكد لاعب الكوكب السعودي ياسر الحوراني أن المباراة صعبة.", "ياسر الحوراني"),
    ("قالت مفوضة حقوق الإنسان في روسيا لاريسا دوبروفا إن الوضع مستقر.", "لاريسا دوبروفا"),
    ("قالت الباحثة في قضايا الصحراء سوسن الحوراني إن البيان قريب.", "سوسن الحوراني"),
    ("قال الناطق باسم حكومة الوحدة الوطنية مازن الحوراني إن البيان قريب.", "مازن الحوراني"),
    ("قال وزير خارجيتها مازن الحوراني إن البيان قريب.", "مازن الحوراني"),
]


@pytest.mark.parametrize(("text", "name"), NAMES, ids=[name for _, name in NAMES])
def test_a_name_ends_where_it_ends(text, name):
    assert name in people(text)


NOBODY = [
    "أكد مدير إدارة آسيا وإفريقيا في الوزارة أن المشاورات مستمرة.",
    "وصفت الحكومة التصريحات بأنها غير مسؤولة تعكس ماضيا بعيدا.",
    "أجرى الفريق مرانه الأخير على أرض الملعب.",
    "حافظ البلدان على سيادة سوريا ووحدة أراضيها.",
    "استنكر كل من شاهد الموقف ما جرى في الشارع.",
    "تحدثت الصحف عن سلام عادل وشامل في المنطقة.",
    "شكر الوفد الحكومة على حسن الاستقبال وحسن الجوار.",
    "ورد الشرق على ما نشرته الصحف.",
    "شاهد الجمهور أول فيلم أميركي في مدينة الدوحة.",
    "ذكرت الصحيفة بدون تردد أن حكم القضاء قريب.",
]


@pytest.mark.parametrize("text", NOBODY, ids=range(len(NOBODY)))
def test_what_is_no_name_is_nobody(text):
    record = mahdar.read(text)
    assert [a.name for a in record.actors if a.kind == "person" and not a.role] == []


WHOSE = [
    # an office names its state, or a body that belongs to one
    ("قال رئيس الجمهورية العربية السورية مازن الحوراني إن بلاده مستعدة.", "مازن الحوراني", "SYR"),
    ("قالت رئيسة بعثة الأمم المتحدة في مالي مارتا لوندال إن الوضع مستقر.", "مارتا لوندال", "UNO"),
    ("قالت المبعوثة الخاصة للأمين العام للأمم المتحدة إلى اليمن مارتا لوندال إن الوضع مستقر.",
     "مارتا لوندال", "UNO"),
    ("أكدت المجموعة الاقتصادية لدول غرب إفريقيا ذلك. وقال المتحدث باسم المجموعة مازن الحوراني إنها قريبة.",
     "مازن الحوراني", "IGO"),
    # nationality beside the name, side, delegation, capital
    ("قال مدرب الفريق، البرتغالي روي فاسكونتس، إن المباراة صعبة.", "روي فاسكونتس", "PRT"),
    ("استقبل وزير الخارجية المصري نظيره الماليزي، وحضر اللقاء من الجانب الماليزي وزيرة الصحة نورة عبدالله.",
     "نورة عبدالله", "MYS"),
    ("وصل إلى المنامة وفد ماليزي برئاسة وزيرة الصحة نورة عبدالله.", "نورة عبدالله", "MYS"),
    ("عمان 5 آذار - رحب الأردن بالخطوة. وفي مدريد، أعلن رئيس الوزراء بيدرو سانتوس ذلك.", "بيدرو سانتوس", "ESP"),
    # the home state
    ("عمان 5 آذار - أكد السفير مازن الحوراني، الناطق الرسمي باسم وزارة الخارجية، أن المشاورات مستمرة.",
     "مازن الحوراني", "JOR"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "country"), WHOSE, ids=[f"{n}-{c}" for _, n, c in WHOSE])
def test_whose_official_somebody_is(text, name, country):
    assert people(text)[name].country == country


def test_an_ambassador_alone_is_of_no_state():
    assert people("عمان 5 آذار - أكد السفير مازن الحوراني أن المشاورات مستمرة.")["مازن الحوراني"].country is None


TWO_MINISTERS = (
    "وزير الخارجية يلتقي نظيره الإسباني\n\n"
    "عمان 5 آذار - التقى وزير الخارجية مازن الحوراني اليوم نظيره الإسباني بيدرو سانتوس في عمان.\n\n"
    "وقال سانتوس إن بلاده حريصة على التعاون. وأشاد الوزير الإسباني بدور الأردن.\n\n"
    "وأكد الوزير أن المشاورات مستمرة."
)


def test_counterparts_named_one_by_one():
    text = (
        "عمان 5 آذار - عقد وزير الخارجية مازن الحوراني اجتماعا مع نظيريه الأوغندي جيرالد موكاسا "
        "والجيبوتي عبدي فارح.\n\n"
        "وأكد الوزير الأوغندي أن المشاورات مستمرة."
    )
    found = people(text)
    assert (found["جيرالد موكاسا"].country, found["عبدي فارح"].country) == ("UGA", "DJI")
    assert "الوزير الأوغندي" in forms(found["جيرالد موكاسا"], text)


def test_who_somebody_is_besides():
    text = "قال الوزير مازن الحوراني إن الحل قريب. وقال الحوراني، وهو أيضا عضو المكتب السياسي، إن المشاورات مستمرة."
    assert [a.name for a in mahdar.read(text).actors if a.kind == "person"] == ["مازن الحوراني"]


def test_a_first_name_alone_is_found_again_where_names_begin_with_the_surname():
    text = "قالت المتحدثة فانغ يوي تشن إن الصين مستعدة. وحثت فانغ الدول على الحوار."
    assert "فانغ" in forms(people(text)["فانغ يوي تشن"], text)


def test_two_foreign_ministers_stay_two():
    found = people(TWO_MINISTERS)
    assert set(found) == {"مازن الحوراني", "بيدرو سانتوس"}
    assert {"نظيره الإسباني", "سانتوس", "الوزير الإسباني"} <= forms(found["بيدرو سانتوس"], TWO_MINISTERS)
    assert {"وزير الخارجية", "الوزير"} <= forms(found["مازن الحوراني"], TWO_MINISTERS)


def test_the_minister_is_the_one_spoken_of():
    text = (
        "عمان 5 آذار - استقبل وزير الخارجية مازن الحوراني عددا من السفراء.\n\n"
        "وقال وزير الخارجية الفرنسي جان دوفال إن بلاده حريصة على السلام. وأضاف الوزير أن الحل قريب."
    )
    assert "الوزير" in forms(people(text)["جان دوفال"], text)


def test_a_minister_of_trade_is_not_the_minister_of_foreign_affairs():
    text = "التقى وزير الخارجية المصري مازن الحوراني وفدا. وكان الوفد قد التقى وزير التجارة المصري أمس."
    assert "وزير التجارة المصري" not in forms(people(text)["مازن الحوراني"], text)


def test_a_father_is_not_his_son():
    text = "قال الأمير محمد بن سليم بن عبدالعزيز إن الحل قريب. وقال الملك سليم بن عبدالعزيز إن السلام قريب."
    assert set(people(text)) == {"محمد بن سليم بن عبدالعزيز", "سليم بن عبدالعزيز"}


def test_courtesies_go_to_whom_they_are_due():
    text = (
        "الرياض 5 آذار - استقبل الملك سليم بن عبدالعزيز رئيس وزراء جورجيا غيورغي تشاريدزه. "
        "وأعرب دولته عن شكره للملك. وأكد جلالته أن التعاون مستمر."
    )
    found = people(text)
    assert "دولته" in forms(found["غيورغي تشاريدزه"], text)
    assert "جلالته" in forms(found["سليم بن عبدالعزيز"], text)


def test_a_guest_is_of_another_state():
    text = (
        "الرباط 5 ماي - استقبل رئيس الحكومة مازن الحوراني رئيس سيراليون إبراهيم كوناتي. "
        "وأشاد الضيف السيراليوني بالمغرب."
    )
    assert "الضيف السيراليوني" in forms(people(text)["إبراهيم كوناتي"], text)


def test_a_surname_that_is_a_trade_is_found_again_where_it_speaks():
    text = "قال وزير المالية مازن الخطيب إن الموازنة جاهزة. وأضاف الخطيب أن العجز قليل. وسمع الناس صوت الخطيب."
    actor = people(text)["مازن الخطيب"]
    assert [s.start for s in actor.mentions if s.of(text) == "الخطيب"] == [text.index("الخطيب أن")]


def test_people_side_by_side_are_all_found():
    text = "حضر اللقاء وزير المالية مازن الحوراني، وجون هاريسون، وبيدرو سانتوس، وكريم بلقاسم."
    assert {"مازن الحوراني", "جون هاريسون", "بيدرو سانتوس", "كريم بلقاسم"} <= set(people(text))


def test_an_unlisted_name_before_an_office():
    text = "حضر الاجتماع ماغمد داؤدوف رئيس البرلمان الروسي، وغفريل أزيروف المندوب الدائم لروسيا لدى الأمم المتحدة."
    assert {"ماغمد داؤدوف", "غفريل أزيروف"} <= set(people(text))


def test_people_counted_are_a_group():
    reading = read_stages(Article("counted", "أفرجت الحركة عن 87 جنديا كونغوليا وعن مئات الصيادين."))
    tokens = reading.scene.tokens
    groups = {
        (tokens.span_text(m.first, m.last), e.sector)
        for e in reading.cast.entities if e.kind == "group"
        for m in e.mentions
    }  # fmt: skip
    assert {("87 جنديا كونغوليا", "MIL"), ("مئات الصيادين", "LAB")} <= groups


# Bad input


def test_a_name_of_twelve_parts():
    name = "محمد أحمد سليم خالد حسن كريم سعيد فهد ناصر يوسف إبراهيم الحوراني"
    assert name in people(f"أكد وزير الخارجية {name} أن المشاورات مستمرة.")


GIVEN = ("جون", "بيدرو", "مارتا", "كريم", "إيفان", "هانس", "سليم", "أنطونيو", "فاطمة", "روبرتو")
FAMILY = ("سانتوس", "هاريسون", "الحوراني", "بلقاسم", "لوندغرين", "تشاريدزه", "مالكوفيتش", "دوفال")


def test_eighty_attendees_and_nobody_lost():
    attendees = [f"{given} {family}" for given in GIVEN for family in FAMILY]
    text = "حضر اللقاء " + "، و".join(f"وزير خارجية فرنسا {name}" for name in attendees) + "."
    assert len(people(text)) == 80


def test_two_hundred_offices_in_a_row():
    text = "وزير الخارجية، " * 200 + "أكد وزير الخارجية مازن الحوراني أن المشاورات مستمرة."
    assert "مازن الحوراني" in people(text)
