"""Leads as agencies write them: who did what to whom, in every order of words."""

import pytest

from mahdar.reading.reader import read_article
from mahdar.record import Article

LEADS = [
    # text, type, mode, countries of actors, countries of recipients
    ("عقد في القاهرة أمس اجتماع ثلاثي بين وزراء خارجية مصر والأردن والعراق.",
     "CONSULT", "multilateral", "EGY JOR IRQ", ""),
    ("عُقد في القاهرة أمس لقاء بين وزير خارجية مصر ونظيره الأردني.", "CONSULT", "visit", "JOR", "EGY"),
    ("بحث وزير الخارجية القطري مع نظيره الإيراني، خلال اتصال هاتفي، تطورات الأوضاع.", "CONSULT", "phone", "QAT", "IRN"),
    ("استقبل ملك الأردن وزير خارجية مصر أمس.", "CONSULT", "visit", "EGY", "JOR"),
    ("سبق للجزائر أن استدعت سفيرها بالرباط للتشاور.", "SANCTION", "withdraw", "DZA", "MAR"),
    ("تلقى العاهل البحريني مساء اليوم اتصالا هاتفيا من سلطان عُمان.", "CONSULT", "phone", "OMN", "BHR"),
    ("يذكر أن وزير الخارجية المصري كان قد زار نيقوسيا في مارس الماضي.", "CONSULT", "visit", "EGY", "CYP"),
    ("أعلنت الولايات المتحدة تقديم مساعدات إنسانية بقيمة 100 مليون دولار إلى السودان.", "AID", None, "USA", "SDN"),
    ("اعترفت أيرلندا بفلسطين.", "SUPPORT", None, "IRL", "PSE"),
    ("رحب الوزراء بعزم فرنسا وكندا الاعتراف بدولة فلسطين في سبتمبر المقبل.", "SUPPORT", None, "FRA CAN", "PSE"),
    ("تبادلت روسيا وأوكرانيا 300 أسير بوساطة إماراتية.", "RETREAT", "release", "RUS UKR", ""),
    ("عقدت أمس القمة العراقية التركية في بغداد.", "CONSULT", "multilateral", "IRQ TUR", ""),
    ("لقاء مصري تركي في أنقرة يبحث الأزمة الليبية.", "CONSULT", "visit", "EGY", "TUR"),
    ("أرجأ رئيس الوزراء الهندي زيارته إلى روسيا إلى الشهر المقبل.", "CONSULT", "visit", "IND", "RUS"),
    ("أعلنت فرنسا اعترافها بالدولة الفلسطينية أمس.", "SUPPORT", None, "FRA", "PSE"),
    ("قال الوزير المصري سامي الديب، لدى استقباله في القاهرة أمس وزير خارجية الأردن، إن العلاقات قديمة.",
     "CONSULT", "visit", "JOR", "EGY"),
    ("أكد الرئيس التونسي خلال لقائه اليوم وزير الخارجية الليبي متانة العلاقات.", "CONSULT", None, "TUN", "LBY"),
    ("وأضاف الوزير المصري بعد لقائه الرئيس الفرنسي أن العلاقات قديمة.", "CONSULT", None, "EGY", "FRA"),
    ("جاءت تصريحات الوزير المصري عقب لقائه نظيره الأردني في عمّان.", "CONSULT", "visit", "EGY", "JOR"),
    ("جاء ذلك خلال استقبال الرئيس التونسي أمس وزير الخارجية الليبي.", "CONSULT", "visit", "LBY", "TUN"),
    ("مباحثات مصرية - تركية في القاهرة بشأن ليبيا.", "CONSULT", "visit", "TUR", "EGY"),
    ("احتضنت الدوحة أمس مفاوضات غير مباشرة بين إسرائيل وحركة حماس.", "CONSULT", "third-party", "ISR PSE", ""),
    ("جرت في الدوحة أمس بوساطة قطرية مباحثات بين مصر وإثيوبيا.", "CONSULT", "third-party", "EGY ETH QAT", ""),
    ("استضافت القاهرة أمس مباحثات بين الوزير المصري ونظيره التركي.", "CONSULT", "visit", "TUR", "EGY"),
    ("عقدت اللجنة المصرية السودانية المشتركة اجتماعها الخامس أمس.", "CONSULT", None, "EGY SDN", ""),
    ("عقدت أمس في الرياض قمة مجلس التعاون الخليجي.", "CONSULT", "multilateral", "IGO", ""),
    ("أعلنت الجزائر، في بيان شديد اللهجة تلاه وزير الخارجية أمس، قطع علاقاتها مع المغرب.",
     "SANCTION", "discontinue", "DZA", "MAR"),
    ("أعلن وزير الخارجية السوداني، في مؤتمر صحفي عقده في بورتسودان، قطع العلاقات مع كينيا.",
     "SANCTION", "discontinue", "SDN", "KEN"),
    ("وصلت إلى مطار بيروت أمس طائرة مساعدات إماراتية.", "AID", None, "ARE", "LBN"),
    ("وصلت إلى مطار العريش طائرة مساعدات كويتية تحمل 40 طنا من الأدوية لقطاع غزة.", "AID", None, "KWT", "PSE"),
    ("وصلت سفينة إغاثية قطرية إلى ميناء بورتسودان.", "AID", None, "QAT", "SDN"),
    ("أعادت السعودية وإيران فتح سفارتيهما أمس.", "SUPPORT", None, "SAU IRN", ""),
    ("وافق مجلس النواب المصري على اتفاقية التعاون مع الأردن.", "SUPPORT", None, "EGY", "JOR"),
    ("كما شارك وزير الخارجية المصري في القمة الأفريقية في أديس أبابا.", "CONSULT", "multilateral", "EGY", ""),
    ("استقبل الرئيس المصري وزير الخارجية الأمريكي والوفد المرافق له.", "CONSULT", "visit", "USA", "EGY"),
    ("استقبل الرئيس المصري وفدا من الكونغرس الأمريكي برئاسة السيناتور جون سميث.", "CONSULT", "visit", "USA", "EGY"),
    ("بحث وزير الخارجية السوري مع نظيرته الألمانية آفاق التعاون بين سوريا وألمانيا.", "CONSULT", None, "SYR", "DEU"),
    ("أجرى الوزير المغربي بالرباط مباحثات مع نظيره الكيني.", "CONSULT", "visit", "KEN", "MAR"),
    ("أعلنت وزارة الخارجية الإستونية قطع العلاقات مع بيلاروس.", "SANCTION", "discontinue", "EST", "BLR"),
    ("طردت باريس في 15 فبراير اثني عشر عونا قنصليا جزائريا.", "SANCTION", "expel", "FRA", "DZA"),
    ("أعلنت الجزائر عونين في سفارة فرنسا شخصين غير مرغوب فيهما.", "SANCTION", "expel", "DZA", "FRA"),
    ("فرضت الولايات المتحدة عقوبات على ثلاث شركات صينية.", "SANCTION", "discontinue", "USA", "CHN"),
    ("ذكر الوزير أن مصر والأردن وقعا في فبراير 2023 مذكرة تفاهم حول الهجرة.", "SUPPORT", None, "EGY JOR", ""),
    ("وعقدت وزيرة الخارجية الفرنسية لقاء عبر الاتصال المرئي مع سفراء الاتحاد الأوروبي لدى اليمن.",
     "CONSULT", "phone", "FRA", "EUR"),
    ("ويجتمع وزراء خارجية مصر والأردن والعراق غدا في بغداد.", "CONSULT", "multilateral", "EGY IRQ JOR", ""),
    ("والتقى الوزير المصري نظيريه القبرصي واليوناني.", "CONSULT", "multilateral", "CYP EGY GRC", ""),
    ("تستضيف كمبالا غدا اجتماع اللجنة المصرية الكينية المشتركة.", "CONSULT", "third-party", "EGY KEN", ""),
    ("أعلنت الإمارات نجاح عملية تبادل أسرى بين روسيا وأوكرانيا.", "RETREAT", "release", "RUS UKR", ""),
    ("وصلت سفينة المساعدات الإماراتية السابعة إلى ميناء بورتسودان.", "AID", None, "ARE", "SDN"),
    ("اختتمت القوات البحرية المصرية واليونانية أمس تمرين ميدوسا.", "COOPERATE", None, "EGY GRC", ""),
    ("وقعت سلطنة عمان وجمهورية كينيا مذكرة تفاهم.", "SUPPORT", None, "KEN OMN", ""),
    ("أفرجت السلطات الإيرانية عن ناشطة بريطانية.", "RETREAT", "release", "IRN", "GBR"),
    ("تسلم الرئيس المصري رسالة خطية من الرئيس السوداني نقلها إليه سفير كينيا.", "CONSULT", None, "KEN", "EGY"),
    ("خفضت كولومبيا مستوى تمثيلها الدبلوماسي لدى إسرائيل.", "SANCTION", "discontinue", "COL", "ISR"),
    ("تتواصل غدا في القاهرة مباحثات بين مصر وتركيا.", "CONSULT", "visit", "TUR", "EGY"),
    ("استدعت وزارة خارجية البحرين السفير الإيراني. وكانت الخارجية البحرينية استدعت السفير الإيراني.",
     "ACCUSE", "disapprove", "BHR", "IRN"),
    ("توجه وزير الخارجية المصري صباح اليوم إلى جنيف.", "CONSULT", "visit", "EGY", "CHE"),
    ("ينتظر أن توقع مصر والسعودية اتفاقيات خلال الزيارة.", "SUPPORT", None, "EGY SAU", ""),
    ("أطلع الوزير المصري نظيره القطري، في اتصال هاتفي، على نتائج الزيارة.", "CONSULT", "phone", "EGY", "QAT"),
    ("بلغت قيمة الصادرات المصرية إلى السعودية 3 مليارات دولار في 2024.", "COOPERATE", None, "EGY", "SAU"),
    ("زار وزير الخارجية المصري سامي الديب باريس.", "CONSULT", "visit", "EGY", "FRA"),
    ("جاء ذلك خلال لقاء الرئيس التونسي، أمس، وزير الخارجية الليبي.", "CONSULT", None, "TUN", "LBY"),
    ("وصل إلى القاهرة أمس الرئيس التونسي وكان في استقباله بالمطار الرئيس المصري.", "CONSULT", "visit", "TUN", "EGY"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "mode", "actors", "recipients"), LEADS)
def test_a_lead_tells_one_event(text, kind, mode, actors, recipients):
    record = read_article(Article("t", text, published="2025-02-20", published_from="metadata"))
    country = {actor.id: actor.country for actor in record.actors}

    def states(ids):
        return sorted(country.get(i, i) for i in ids)

    found = [(e.type, e.mode, states(e.actors), states(e.recipients)) for e in record.events if e.statement is None]
    assert found == [(kind, mode, sorted(actors.split()), sorted(recipients.split()))]


APART = [
    # text, the states of each meeting
    ("استقبل وزير الخارجية المصري أمس سفيري اليابان وكندا، كلا على حدة.", ["EGY JPN", "CAN EGY"]),
    ("استقبل وزير الخارجية العماني في مسقط، كلاً على حدة، كلا من سفير اليابان وسفير كندا وسفيرة فرنسا.",
     ["JPN OMN", "CAN OMN", "FRA OMN"]),
    ("التقى الرئيس المصري اليوم في اجتماعين منفصلين رئيس وزراء الأردن ووزير خارجية فرنسا.", ["EGY JOR", "EGY FRA"]),
    ("في لقاءين منفصلين، بحث وزير الخارجية المصري مع نظيره الأردني ونظيره الفرنسي تطورات الأوضاع.",
     ["EGY JOR", "EGY FRA"]),
    ("اجتمع وزير الخارجية المصري، بشكل منفصل، مع نظيريه الأردني والعراقي.", ["EGY JOR", "EGY IRQ"]),
    ("أجرى وزير الخارجية القطري اتصالات هاتفية، كل على حدة، مع وزير الخارجية التركي ووزير الخارجية الإيراني.",
     ["QAT TUR", "IRN QAT"]),
    ("استقبل وزير الخارجية المصري سفيري اليابان وكندا.", ["CAN EGY JPN"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), APART)
def test_meetings_apart_are_one_for_each_guest(text, expected):
    record = read_article(Article("t", text, published="2025-02-20", published_from="metadata"))
    country = {actor.id: actor.country for actor in record.actors}
    met = [" ".join(sorted(country.get(i, i) for i in (*e.actors, *e.recipients))) for e in record.events]
    assert met == expected


def test_meetings_apart_stay_apart_when_told_again():
    text = (
        "استقبل وزير الخارجية المصري سامي الديب أمس السفير الياباني كين تاناكا والسفير الكندي جون سميث كلا على حدة. "
        "والتقى الديب السفير تاناكا في مقر الوزارة."
    )
    record = read_article(Article("t", text, published="2025-02-20", published_from="metadata"))
    assert [len(event.triggers) for event in record.events] == [2, 1]


@pytest.mark.parametrize(
    "text",
    [
        "احتج لاعبو الفريق على ركلة الجزاء.",
        "اعترف لاعب منتخب مصر بخطئه أمام المغرب.",
        "إذا زار الوزير الإيراني بيروت فسيلتقي الرئيس اللبناني.",
        "أرجأ رئيس الوزراء الهندي زيارته إلى روسيا.",
        "عقد في إطار التعاون بين البلدين مضى سريعا.",
        "أكد الرئيس التونسي خلال زيارته إلى القاهرة متانة العلاقات.",
        "اجتمع رئيس الاتحاد المصري مع رئيس النادي المغربي بعد المباراة.",
        "دشنت سفارة دولة الكويت في نيروبي مشروعا لحفر الآبار.",
        "إذا وافق البرلمان على الاتفاق فسيوقعه الوزير.",
        "وافق مجلس الوزراء على تفويض وزير الخارجية بالتباحث مع الجانب الياباني في شأن مشروع مذكرة تفاهم.",
        "وخصص المدرب اجتماعه باللاعبين لشرح الخطة.",
    ],
)
def test_what_is_no_diplomacy_is_no_event(text):
    assert not read_article(Article("t", text)).events


SIGNED = [
    "وقع الاتفاقية عن الجانب المصري وزير الاقتصاد سامي الديب وعن الجانب الأردني وزير التخطيط نائل الربيعي.",
    "وقع الاتفاقية نيابة عن الحكومة المصرية وزير الاقتصاد سامي الديب، وعن الجانب الأردني الوزير نائل الربيعي.",
    "وقع الاتفاقية عن مصر وزير الاقتصاد سامي الديب وعن الأردن وزير التخطيط نائل الربيعي.",
    "ووقع على الاتفاقية من جانب مصر وزير الاقتصاد سامي الديب ومن جانب الأردن وزير التخطيط نائل الربيعي.",
    "وقع الوزير المصري سامي الديب نيابة عن حكومة مصر والوزير الأردني نائل الربيعي نيابة عن حكومة الأردن مذكرة تفاهم.",
    "وقعت مصر والأردن مذكرة. ووقع المذكرة عن الجانب المصري الوزير سامي الديب وعن الجانب الأردني الوزير نائل الربيعي.",
    "وقعت مصر والأردن اتفاقية. ووقعها عن الجانب المصري الوزير سامي الديب وعن الجانب الأردني الوزير نائل الربيعي.",
]


@pytest.mark.parametrize("text", SIGNED)
def test_who_signs_for_a_side_takes_part_and_is_of_it(text):
    record = read_article(Article("t", text, published="2025-02-20", published_from="metadata"))
    known = {actor.id: (actor.name, actor.country) for actor in record.actors}
    signed = [[known[i] for i in event.actors] for event in record.events if event.type == "SUPPORT"]
    assert signed == [[("سامي الديب", "EGY"), ("نائل الربيعي", "JOR")]]


@pytest.mark.parametrize(
    "text",
    [
        "استقبل أمير منطقة الرياض، نيابة عن خادم الحرمين الشريفين، الرئيس التونسي.",
        "نيابة عن خادم الحرمين الشريفين، استقبل أمير منطقة الرياض الرئيس التونسي.",
        "ممثلا لخادم الحرمين الشريفين، استقبل أمير منطقة الرياض الرئيس التونسي.",
    ],
)
def test_who_receives_in_the_stead_of_another_is_the_host(text):
    record = read_article(Article("t", text))
    name = {actor.id: actor.name for actor in record.actors}
    met = [([name[i] for i in event.actors], [name[i] for i in event.recipients]) for event in record.events]
    assert met == [(["الرئيس التونسي"], ["أمير منطقة الرياض"])]


@pytest.mark.parametrize(
    "text",
    [
        "وتحدث الوزير الإيراني عن لقائه المزمع مع نظيره السعودي.",
        "واطلع الوزير على برنامج الاجتماع المقرر عقده بين مصر والأردن.",
    ],
)
def test_what_is_said_to_be_ahead_is_planned(text):
    assert [event.status for event in read_article(Article("t", text)).events] == ["planned"]


@pytest.mark.parametrize(
    "text",
    [
        "ألغى وزير الخارجية المصري زيارته إلى أنقرة.",
        "ألغى الرئيس الفرنسي زيارة كانت مقررة إلى القاهرة الأسبوع المقبل.",
        "ألغيت القمة العراقية التركية في بغداد.",
        "أعلنت مصر إلغاء الاجتماع مع الوزير التركي.",
        "تقرر إلغاء زيارة الرئيس الإيراني إلى بيروت.",
        "ألغي اللقاء الذي كان مقررا بين وزيري خارجية مصر وتركيا.",
        "من المقرر أن يزور وزير الخارجية الإيراني بيروت غدا. لكن الوزير ألغى زيارته لأسباب صحية.",
        "يزور وزير الخارجية الإيراني بيروت الأحد المقبل. وأعلنت الخارجية الإيرانية لاحقا إلغاء الزيارة.",
        "كان من المقرر أن يزور الوزير المصري بيروت لكن الزيارة ألغيت.",
    ],
)
def test_what_is_called_off_is_denied(text):
    record = read_article(Article("t", text, published="2025-02-20", published_from="metadata"))
    assert [(event.type, event.status) for event in record.events] == [("CONSULT", "denied")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("دعا النواب إلى إلغاء زيارة الرئيس الإيراني إلى بيروت.", []),
        ("هدد الرئيس الإيراني بإلغاء زيارته إلى بيروت.", []),
        ("لم يلغ الرئيس الإيراني زيارته إلى بيروت.", []),
        ("تأجلت زيارة وزير الخارجية الفرنسي إلى الجزائر.", []),
        ("تأجلت زيارة وزير الخارجية الفرنسي إلى الجزائر إلى الشهر المقبل.", [("planned", "2025-03")]),
        ("تقرر تأجيل الاجتماع بين وزيري خارجية مصر وتركيا إلى 5 مارس.", [("planned", "2025-03-05")]),
    ],
)
def test_what_is_put_off_is_planned_for_its_new_day(text, expected):
    record = read_article(Article("t", text, published="2025-02-20", published_from="metadata"))
    assert [(event.status, event.date) for event in record.events if event.statement is None] == expected


@pytest.mark.parametrize("denial", ["غير صحيح أن", "لا صحة لما نشر عن أن", "ليس صحيحا أن"])
def test_what_is_called_untrue_is_denied(denial):
    record = read_article(Article("t", f"{denial} الوزير المصري زار دمشق."))
    assert [(e.type, e.status) for e in record.events] == [("CONSULT", "denied")]


def test_a_noun_after_a_nationality_is_nobody():
    record = read_article(Article("t", "ونفى مسؤول إسرائيلي وجود اتفاق مع حماس."))
    assert [actor.name for actor in record.actors if actor.kind == "person"] == ["مسؤول إسرائيلي"]
