"""One name, as different writers put it: the press's own ways, made without the joining's tables."""

from random import Random

ARAB_GIVEN = (
    "محمد", "أحمد", "خالد", "سالم", "سليم", "سعيد", "سعد", "حسن", "حسين", "علي", "عمر", "عمار", "عثمان", "يوسف",
    "إبراهيم", "إسماعيل", "عبد الله", "عبد الرحمن", "عبد العزيز", "عبد الكريم", "عبد اللطيف", "محمود", "مصطفى",
    "طارق", "زياد", "هاني", "نبيل", "فيصل", "بدر", "ناصر", "منصور", "راشد", "رشيد", "ماجد", "فهد", "تركي", "وليد",
    "هشام", "سامي", "كريم", "جمال", "كمال", "أنور", "أكرم", "إياد", "عادل", "مروان", "رائد", "حمد", "صالح",
)  # fmt: skip
ARAB_FAMILY = (
    "الحارثي", "الشامسي", "المنصوري", "العتيبي", "القحطاني", "الزعابي", "السويدي", "الكواري", "الخليفي", "الصباغ",
    "النجار", "الحداد", "الخطيب", "البكري", "التميمي", "الراوي", "السامرائي", "الجبوري", "العبيدي", "المصري",
    "الشريف", "الفاسي", "بن عيسى", "بوزيد", "العلوي", "الإدريسي", "التازي", "الدريدي", "الغرياني", "المهدي", "الطيب",
    "أبو زيد", "أبو شنب", "أبو ريشة", "القاضي", "الرفاعي", "الزين", "الأمين", "البشير", "العمري", "المعمري",
    "الهاشمي", "الكندي", "الرواحي",
)  # fmt: skip
FOREIGN_GIVEN = (
    "أليكسي", "سيرغي", "إيغور", "يان", "توماش", "ماريك", "هنريك", "لارس", "إريك", "غوستاف", "كارل", "فرانك", "ديفيد",
    "جيمس", "روبرت", "ريتشارد", "تشارلز", "جوزيف", "فيليب", "لوران", "باسكال", "جيروم", "ماركو", "أنطونيو", "باولو",
    "خورخي", "فرناندو", "إغناسيو", "دييغو", "كينجي", "هيروشي", "تاكيشي", "مينغ", "إرلان", "نورلان", "تيمور", "داستان",
    "راجيف", "فيكرام", "أرجون", "غيورغي", "ديميتريس",
)  # fmt: skip
STEMS = (
    "كاراغ", "ساغين", "بيليغ", "توماس", "هالفور", "ليندغ", "براند", "شتاين", "ماكغري", "ديفور", "غالف", "بيرغم",
    "كوستاغ", "فالفير", "موراك", "ياماغ", "تاناك", "أوغوست", "نورباغ", "تشيرن", "فولكوف", "زاغور", "بوغدان", "ريكارد",
    "سانتوغ", "لوباتش", "ميرغال", "كوفاتش", "هورفات", "بيتروغ", "غونزال", "مارتيغ", "فيرغار", "دالغار", "سيلفاغ",
    "أندرغ", "تشاندر", "راغوب", "غوبتار", "باغرات", "كيرياغ", "إستيب",
)  # fmt: skip
ENDINGS = (
    "وف",
    "سكي",
    "ينكو",
    "ييف",
    "سن",
    "سون",
    "مان",
    "اريس",
    "يني",
    "وتي",
    "يديس",
    "اوا",
    "ينو",
    "يز",
    "كوف",
    "ار",
)

_LETTERS = {"غ": "جقك", "ج": "غ", "ق": "ك", "ك": "ق", "ف": "ڤ", "ب": "پ", "ط": "ت", "ث": "ت"}
_HAMZAS = str.maketrans("أإآ", "ااا")


def arab_name(random: Random, family: str | None = None) -> str:
    """A given name, now and then a father's, and a family's."""
    given = random.choice(ARAB_GIVEN)
    father = random.choice([f" بن {random.choice(ARAB_GIVEN)}", f" {random.choice(ARAB_GIVEN)}", "", ""])
    return f"{given}{father} {family or random.choice(ARAB_FAMILY)}"


def foreign_name(random: Random) -> str:
    """A given name and a family's that nobody bears."""
    return f"{random.choice(FOREIGN_GIVEN)} {random.choice(STEMS)}{random.choice(ENDINGS)}"


def respelt(name: str, random: Random, *, foreign: bool) -> str:
    """A name as another writer puts it: hamzas left out, عبد written on, بن left out; foreign letters by ear."""
    words = name.split()
    if foreign:
        words = [_by_ear(word, random) if random.random() < 0.35 else word for word in words]
    out = " ".join(words)
    if random.random() < 0.3:
        out = out.replace("عبد ال", "عبدال")
    if random.random() < 0.3:
        out = out.replace("أبو ", random.choice(["أبو", "ابو "]))
    if random.random() < 0.25:
        out = out.replace(" بن ", " ")
    if random.random() < 0.25:
        out = out.translate(_HAMZAS)
    if random.random() < 0.15 and out.endswith("ي"):
        out = out[:-1] + "ى"
    return out


def shortened(name: str, random: Random) -> str:
    """A name without its middle parts, as most outlets put it."""
    words = name.replace("عبد ", "عبد_").replace("أبو ", "أبو_").replace("آل ", "آل_").split()
    if len(words) > 2 and words[1] == "بن" and random.random() < 0.4:
        words = words[:3] if words[-2] != "بن" else words
    elif len(words) > 2 and words[-2] != "بن" and random.random() < 0.5:
        words = [words[0], words[-1]]
    return " ".join(words).replace("_", " ")


def surname(name: str) -> str:
    """The last part, with what belongs to it."""
    words = name.replace("أبو ", "أبو_").replace("بن ", "بن_").replace("آل ", "آل_").replace("عبد ", "عبد_").split()
    return words[-1].replace("_", " ")


def _by_ear(word: str, random: Random) -> str:
    """One foreign word heard otherwise: another letter for its sound, a vowel more or less."""
    kind = random.random()
    if kind < 0.5:
        at = [k for k, letter in enumerate(word) if letter in _LETTERS]
        if at:
            k = random.choice(at)
            word = word[:k] + random.choice(_LETTERS[word[k]]) + word[k + 1 :]
    elif kind < 0.75:
        at = [k for k in range(1, len(word) - 1) if word[k] in "اوي" and word[k - 1] not in "اوي"]
        if at and len(word) > 4:
            k = random.choice(at)
            word = word[:k] + word[k + 1 :]
    else:
        at = [k for k in range(1, len(word) - 2) if word[k] not in "اوي" and word[k + 1] not in "اوي"]
        if at:
            k = random.choice(at) + 1
            word = word[:k] + random.choice("اوي") + word[k:]
    return word
