"""Weekdays, and days near publication: yesterday, tonight."""

from mahdar.reading.dates.days import day_number, ordinal_day
from mahdar.reading.dates.expression import DateExpression
from mahdar.reading.dates.joining import DAYS, equated
from mahdar.reading.dates.rules import begins, prefixed, single
from mahdar.reading.dates.units import shift_at
from mahdar.reading.dates.words import at, figure, phrase_end, stems, time_words
from mahdar.reading.numbers import ordinal_at


@begins(lambda t: t.weekdays)
def weekday(w: list[str], j: int, before: str) -> DateExpression | None:
    """A weekday, or two in a row; a shift word or a full date may follow."""
    words = time_words()
    if before in words.not_before["weekday"]:
        return None
    weekday = words.weekdays[w[j]]
    k = j + 1
    second: int | None = None
    dash = at(w, k) in words.small["dash"] or at(w, k) == "/"
    other = at(w, k + 1) if dash else at(w, k).removeprefix("و")
    if words.weekdays.get(other) == (weekday + 1) % 7:
        second = (weekday + 1) % 7
        k += 2 if dash else 1
    moved = shift_at(w, k)
    shift, anchored = (moved[0], moved[2]) if moved else (None, False)
    if moved:
        k = moved[1]
    last = None if second is None else DateExpression("weekday", k, weekday=second, shift=shift, anchored=anchored)
    alone = DateExpression("weekday", k, weekday=weekday, shift=shift, anchored=anchored, until=last)
    n = k
    while n < k + 3 and (
        at(w, n) in ("،", ",", "(", "/", "في") or at(w, n) in words.small["equals"]
        or words.nouns.get(at(w, n)) == "day"
    ):  # fmt: skip
        n += 1
    for stem in stems(at(w, n)):
        number = day_number([*w[:n], stem, *w[n + 1 :]], n)
        if number is not None:
            break
    if number is None:
        return alone
    inner = prefixed(w, n, w[j])
    if inner is None or inner.kind != "day":
        return alone
    inner = equated(w, inner)
    closes = at(w, inner.end) == ")" and "(" in w[k:n]
    inner.end += closes
    inner.weekday = weekday if inner.until is None else None
    return inner


@begins(lambda t: t.relative)
def relative(w: list[str], j: int, before: str) -> DateExpression | None:
    """'أمس الثلاثاء', 'اليوم (الاثنين)', 'اليوم الأحد 22 سبتمبر', 'اليوم نفسه'."""
    words = time_words()
    end = phrase_end(w, j, words.relative)
    if end == j:
        return None
    offset = words.relative[" ".join(w[j:end])]
    following = at(w, end)
    if following in words.anchored:
        return DateExpression("relative", end + 1, number=words.anchored[following], anchored=True)
    if offset == 0 and (
        before in words.not_before["today"]
        or following in words.not_after["today"]
        or (ordinal_at(w, end) and not ordinal_day(w, end, ""))
    ):
        return None
    if offset == -1 and following in words.not_after["yesterday"]:
        return None
    k = end + 1 if following == "(" else end
    if at(w, k) in words.weekdays:
        inner = weekday(w, k, "")
        if inner is not None and inner.shift is None and inner.until is None:
            close = inner.end + (k > end and at(w, inner.end) == ")")
            if inner.kind == "day":
                inner.end = close
                return inner
            return DateExpression("relative", close, number=offset, weekday=inner.weekday)
    elif figure(at(w, k)) is not None or ordinal_at(w, k):
        inner = single(w, k, w[j])
        if inner is not None and inner.kind == "day":
            inner.end += k > end and at(w, inner.end) == ")"
            return inner
    return DateExpression("relative", end, number=offset)


@begins(lambda t: [word for word, level in t.nouns.items() if level in ("day", "midnight")])
def of_the_day(w: list[str], j: int, _before: str) -> DateExpression | None:
    """'مساء الثلاثاء', 'قبل ظهر اليوم', 'يومي 11 و12 أبريل', 'منتصف ليل السبت - الأحد'."""
    words = time_words()
    k = j
    midnight = False
    for _ in range(3):
        end = phrase_end(w, k, words.nouns)
        level = words.nouns.get(" ".join(w[k:end]))
        if level not in ("day", "midnight"):
            break
        midnight = midnight or level == "midnight"
        k = end
    if k == j:
        return None
    found = single(w, k, w[k - 1])
    if found is None or found.kind not in DAYS:
        return None
    if midnight and found.until is not None and found.kind == "weekday":
        found.until.end = found.end
        return found.until
    return found
