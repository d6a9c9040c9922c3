"""Stage 5a, coreference: which mentions are the same actor, and what country and sector each has.

People are joined by name, surname, office and nationality; an office without a name finds its bearer, or is a
person of its own; bodies by name or by their short form; groups by their head noun. Countries are their codes.
"""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from mahdar.reading.anaphors import anaphors
from mahdar.reading.lexicon import Body, BodyHead, Lexicon
from mahdar.reading.mentions import HYPHENS, QUOTES, Mention, OfficePhrase
from mahdar.reading.phrases.again import close_spelling
from mahdar.reading.text import Tokens, fold

CANDIDATES = 80  # people an office is compared with, beyond those named last: keeps long texts linear
SUPRANATIONAL = frozenset({"UNO", "EUR", "IGO", "NGO", "MNC", "IMG", "ISM"})
POSTED = frozenset({"سفير", "قائم بالأعمال", "قنصل", "قنصل عام", "مندوب دائم", "مندوب"})


@dataclass(slots=True, eq=False)
class Entity:
    """An actor in the making: its mentions and what they say."""

    id: str
    kind: str
    mentions: list[Mention] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    offices: list[OfficePhrase] = field(default_factory=list)
    country: str | None = None
    country_at: tuple[int, int] | None = None
    country_rule: str | None = None
    sector: str | None = None
    sector_at: tuple[int, int] | None = None
    sector_rule: str | None = None
    gender: str = ""
    countries: list[str] = field(default_factory=list)

    @property
    def posted_abroad(self) -> bool:
        """An ambassador or the like: at home where he is posted."""
        return any(o.office.word in POSTED or "سفير" in o.office.word for o in self.offices)


@dataclass(slots=True, eq=False)
class Cast:
    """Everybody in an article."""

    entities: list[Entity]
    of_mention: dict[int, Entity | str]  # first token of a mention -> its entity, or a country's code
    home: str | None
    home_rule: str


def name_parts(tokens: Tokens, mention: Mention) -> tuple[str, ...]:
    """The folded words of a mention's name."""
    if mention.name is None:
        return ()
    first, last = mention.name
    return tuple(w for w in tokens.words[first:last] if w not in HYPHENS and w not in QUOTES)


class Caster:
    """Joins the mentions of one article, in the order of the text."""

    def __init__(self, tokens: Tokens, mentions: list[Mention], lex: Lexicon, home: str | None, home_rule: str) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.mentions = mentions
        self.lex = lex
        self.home = home
        self.home_rule = home_rule
        self.entities: list[Entity] = []
        self.people: list[Entity] = []
        self.bodies: list[Entity] = []
        self.groups: list[Entity] = []
        self.by_part: dict[str, list[Entity]] = {}
        self.of_mention: dict[int, Entity | str] = {}
        self.recent: list[Entity] = []  # people, latest last
        self.firsts = [m.first for m in mentions]
        self.keys: dict[int, tuple[str, ...]] = {}
        self.by_head: dict[str, list[Entity]] = {}

    def cast(self) -> Cast:
        for mention in self.mentions:
            if mention.kind == "person" and mention.offices:
                self.owner(mention)
        # Full names first: a surname or an office may come before the full name (headlines).
        full = [m for m in self.mentions if m.kind == "person" and m.name and len(name_parts(self.tokens, m)) > 1]
        for mention in full:
            self.named(mention)
        for mention in self.mentions:
            if mention.first in self.of_mention:
                entity = self.of_mention[mention.first]
                if isinstance(entity, Entity) and entity.kind == "person":
                    self.touch(entity)
                continue
            self.one(mention)
        self.fill_countries()
        return Cast(self.entities, self.of_mention, self.home, self.home_rule)

    def touch(self, entity: Entity) -> None:
        if self.recent and self.recent[-1] is entity:
            return
        self.recent.append(entity)
        if len(self.recent) > 60:
            del self.recent[:30]

    def one(self, mention: Mention) -> None:
        kind = mention.kind
        if kind == "person":
            if mention.name:
                self.named(mention)
            else:
                self.office_only(mention)
        elif kind == "organisation":
            self.body(mention)
        elif kind == "group":
            self.group(mention)
        elif kind == "country":
            if mention.country and mention.country not in SUPRANATIONAL:
                self.of_mention[mention.first] = mention.country
        elif kind == "anaphor":
            self.anaphor(mention)

    # --- people

    def new(self, kind: str, mention: Mention) -> Entity:
        entity = Entity(f"a{len(self.entities) + 1}", kind)
        self.entities.append(entity)
        if kind == "person":
            self.people.append(entity)
        elif kind == "organisation":
            self.bodies.append(entity)
        else:
            self.groups.append(entity)
        self.add(entity, mention)
        return entity

    def add(self, entity: Entity, mention: Mention) -> None:
        entity.mentions.append(mention)
        self.of_mention[mention.first] = entity
        entity.offices.extend(mention.offices)
        for office in mention.offices:
            bucket = self.by_head.setdefault(self.key(office)[0], [])
            if entity not in bucket[-1:]:
                bucket.append(entity)
        entity.gender = entity.gender or mention.gender
        if mention.country and entity.country is None:
            entity.country, entity.country_at = mention.country, mention.country_at
        if mention.sector and entity.sector is None:
            entity.sector, entity.sector_at = mention.sector, mention.sector_at
        if mention.name:
            parts = name_parts(self.tokens, mention)
            if parts not in entity.names:
                entity.names.append(parts)
                for part in parts:
                    bucket = self.by_part.setdefault(part, [])
                    if entity not in bucket:
                        bucket.append(entity)
        for code in mention.countries:
            if code not in entity.countries:
                entity.countries.append(code)
        if entity.kind == "person":
            self.touch(entity)

    def named(self, mention: Mention) -> None:
        parts = name_parts(self.tokens, mention)
        candidates: list[Entity] = []
        for part in parts:
            for entity in self.by_part.get(part, ()):
                if entity not in candidates:
                    candidates.append(entity)
        if not candidates and len(self.people) <= 60:
            candidates = self.people
        best: Entity | None = None
        best_score = 0.0
        order = {id(e): n for n, e in enumerate(self.recent)}
        for entity in candidates:
            if not self.agree(entity, mention):
                continue
            score = max((same_name(parts, other) for other in entity.names), default=0.0)
            if score > 0:
                score += 0.001 * order.get(id(entity), 0)
            if score > best_score:
                best, best_score = entity, score
        if best is not None:
            self.add(best, mention)
            return
        if mention.surname:
            return
        known = self.bearer(mention) if mention.offices or mention.counterpart else None
        if known is not None and not known.names:
            self.add(known, mention)
        else:
            self.new("person", mention)

    def owner(self, mention: Mention) -> None:
        """سفيرها, المتحدث باسمها: an office whose state is that of the body or state named before it."""
        phrase = next((o for o in mention.offices if o.suffix and not o.country), None)
        if phrase is None or mention.country:
            return
        k = bisect_left(self.firsts, mention.first)
        for other in reversed(self.mentions[max(0, k - 8) : k]):
            known = self.of_mention.get(other.first)
            code = other.country or (known.country if isinstance(known, Entity) else known)
            if other.kind in ("country", "organisation") or (other.kind == "person" and phrase.suffix == "ه"):
                if code:
                    mention.country, mention.country_at = code, other.country_at or (other.first, other.last)
                    return

    def agree(self, entity: Entity, mention: Mention) -> bool:
        if entity.gender and mention.gender and entity.gender != mention.gender:
            return False
        return not (entity.country and mention.country and entity.country != mention.country and mention.offices)

    def office_only(self, mention: Mention) -> None:
        entity = self.bearer(mention)
        if entity is not None:
            self.add(entity, mention)
            return
        if not mention.offices:
            if mention.country:
                self.new("person", mention)
            return
        phrase = mention.offices[0]
        if phrase.suffix and not mention.country and not phrase.posted and phrase.last - phrase.first < 2:
            return  # سفيره: an official of somebody the text has not named
        self.new("person", mention)

    def bearer(self, mention: Mention) -> Entity | None:
        """Who of those named so far bears the office (or is the counterpart, by nationality)."""
        if mention.counterpart:
            for entity in reversed(self.recent):
                if mention.country and entity.country == mention.country and self.fits_gender(entity, mention):
                    return entity
            if mention.country is None:
                # نظيرته, with no nationality: the other side named before
                others = (e for e in reversed(self.recent) if e.country and e.country != self.home)
                return next((e for e in others if self.fits_gender(e, mention)), None)
            for entity in self.people[:CANDIDATES]:
                if entity.country == mention.country and self.fits_gender(entity, mention) and not entity.posted_abroad:
                    return entity
            return None
        if not mention.offices:
            return None
        seen: set[int] = set()
        heads = {self.key(asked)[0] for asked in mention.offices}
        elsewhere = [e for head in heads for e in self.by_head.get(head, ())[:CANDIDATES]]
        for entity in [*reversed(self.recent), *elsewhere]:
            if id(entity) in seen:
                continue
            seen.add(id(entity))
            if not self.fits_gender(entity, mention):
                continue
            if any(self.same_office(entity, held, asked) for asked in mention.offices for held in entity.offices):
                if entity.names and mention.name:
                    continue
                return entity
        # وزيرا خارجية البلدين، البحريني راشد الجودر والإيراني ...: known by name and nationality only
        asked = mention.offices[0]
        if asked.country and not mention.name and not asked.deputy:
            for entity in self.people:
                if (
                    entity.names
                    and not entity.offices
                    and entity.country == asked.country
                    and self.fits_gender(entity, mention)
                ):
                    return entity
        return None

    def fits_gender(self, entity: Entity, mention: Mention) -> bool:
        return not (entity.gender and mention.gender and entity.gender != mention.gender)

    def same_office(self, entity: Entity, held: OfficePhrase, asked: OfficePhrase) -> bool:
        """Whether an office named again is the one this person bears: one head, one state, nothing that contradicts."""
        if held.number != asked.number or held.former != asked.former:
            return False
        country = held.country or entity.country
        if asked.country and country and asked.country != country:
            return False
        if asked.country and not country and asked.country != self.home and held.office.word not in POSTED:
            return False
        have, wanted = self.key(held), self.key(asked)
        if have[0] != wanted[0]:
            return False
        if country and not asked.country and country != self.home and len(wanted) > 1:
            # 'وزير الخارجية' without a country is the home one, if there is one
            at_home = (
                self.key(o) for e in self.people[:CANDIDATES] if e is not entity for o in e.offices
                if (o.country or e.country or self.home) == self.home
            )  # fmt: skip
            if any(key[0] == wanted[0] and len(key) > 1 for key in at_home):
                return False
        if asked.posted and held.posted and asked.posted != held.posted:
            return False
        one, other = set(have[1:]), set(wanted[1:])
        return other <= one or (one <= other and not one and bool(asked.country or held.country))

    def key(self, phrase: OfficePhrase) -> tuple[str, ...]:
        """The words that tell an office from others: no article, no nationality, one word for offices of one rank."""
        found = self.keys.get(phrase.first)
        if found is None:
            found = self.keys[phrase.first] = self.make_key(phrase)
        return found

    def make_key(self, phrase: OfficePhrase) -> tuple[str, ...]:
        skip = set(range(*phrase.country_at)) if phrase.country_at else set()
        head = phrase.first + len(phrase.office.word.split())
        out: list[str] = []
        for k in range(phrase.first, phrase.last):
            word = self.words[k]
            info = self.lex.look(word)
            if (
                k in skip
                or (word in self.lex.qualifiers and k >= head)
                or (k > phrase.first and (info.preposition or info.nisbas or info.places))
            ):
                continue
            for _, _, plain in info.plain:
                bare = plain.removeprefix("ال")
                if k > phrase.first or any(
                    bare == fold(o.entry.word).split()[0].removeprefix("ال") for o in info.offices
                ):
                    word = plain
                    break
            word = (word[1:] if word.startswith("وال") else word).removeprefix("لل").removeprefix("ال")
            if k == phrase.first:
                word = fold(phrase.office.word).split()[0].removeprefix("ال")
            if len(word) > 1 and (k == phrase.first or word not in _FILLER):
                out.append(word)
        text = " ".join(out)
        for same, plain in self.lex.same_offices:
            if text.startswith(same):
                text = plain + text[len(same) :]
                break
        return tuple(text.split()) or ("",)

    def text(self, mention: Mention) -> frozenset[str]:
        """The words of a body's or group's name, without article and proclitics."""
        return frozenset(w.lstrip("بلو").removeprefix("ال") for w in self.words[mention.first : mention.last])

    # --- bodies and groups

    def body(self, mention: Mention) -> None:
        entry = mention.entry
        key: object
        if isinstance(entry, Body):
            key = entry.name
        else:
            key = None
        parts = self.text(mention)
        for entity in reversed(self.bodies):
            for other in entity.mentions[:6]:
                if key is not None and isinstance(other.entry, Body) and other.entry.name == key:
                    self.add(entity, mention)
                    return
                if key is None and not isinstance(other.entry, Body) and other.kind == "organisation":
                    if mention.country and entity.country and mention.country != entity.country:
                        continue
                    theirs = self.text(other)
                    if parts == theirs or (len(parts) > 1 and len(theirs) > 1 and (parts <= theirs or theirs <= parts)):
                        self.add(entity, mention)
                        return
        self.new("organisation", mention)

    def group(self, mention: Mention) -> None:
        parts = self.text(mention)
        head = self.words[mention.first].lstrip("بل").removeprefix("و").removeprefix("ال")
        for entity in reversed(self.groups):
            other = entity.mentions[0]
            theirs = self.text(other)
            if parts == theirs:
                self.add(entity, mention)
                return
            if mention.det and len(parts) == 1 and any(w.startswith(head[:4]) for w in theirs):
                self.add(entity, mention)
                return
            if len(parts) > 1 and (parts <= theirs or theirs <= parts) and len(theirs) > 1:
                self.add(entity, mention)
                return
        self.new("group", mention)

    # --- words that point back

    def anaphor(self, mention: Mention) -> None:
        word = mention.word
        if word == "own":
            code = self.owner_country(mention)
            if code:
                self.of_mention[mention.first] = code
        elif word == "realm":
            options = anaphors().realm.get(mention.suffix, [])
            if self.home in options:
                self.of_mention[mention.first] = self.home or ""
            elif options:
                counts = Counter(m.country for m in self.mentions if m.country in options)
                if counts:
                    self.of_mention[mention.first] = counts.most_common(1)[0][0] or ""
        elif word == "guest":
            for entity in reversed(self.recent):
                if mention.country and entity.country and entity.country != mention.country:
                    continue
                if mention.country is None and (entity.country is None or entity.country == self.home):
                    continue
                if self.fits_gender(entity, mention):
                    self.add(entity, mention)
                    return
        elif word == "stand-in":
            for entity in reversed(self.recent):
                if self.fits_gender(entity, mention) and entity.mentions[-1].first < mention.first:
                    self.add(entity, mention)
                    return
        elif word == "body":
            fitting = [
                e for e in self.bodies if e.mentions[0].first < mention.first and self.same_head(e, mention.suffix)
            ]
            if fitting:
                # the one the article is about: named most, and first
                entity = max(fitting, key=lambda e: (len(e.mentions), -e.mentions[0].first))
                entity.mentions.append(mention)
                self.of_mention[mention.first] = entity

    def same_head(self, entity: Entity, head: str) -> bool:
        """Whether 'الوزارة' can be this body."""
        first = entity.mentions[0]
        if isinstance(first.entry, Body):
            shorts = {fold(s).removeprefix("ال") for s in first.entry.short}
            return head.removeprefix("ال") in shorts or fold(first.entry.name).split()[0].removeprefix(
                "ال"
            ) == head.removeprefix("ال")
        if isinstance(first.entry, BodyHead):
            return fold(first.entry.word) == head
        return first.word == "ministry" and head == "وزاره"

    def owner_country(self, mention: Mention) -> str | None:
        """Whose country 'بلاده' is: the last person or country before it that agrees."""
        gender = "f" if mention.suffix.endswith("ها") else "m"
        for entity in reversed(self.recent):
            if entity.gender and entity.gender != gender:
                continue
            if entity.mentions[-1].first > mention.first:
                continue
            code = entity.country or (self.home if entity.offices else None)
            if code and code not in SUPRANATIONAL:
                return code
        return self.home

    def of_the_state(self, entity: Entity) -> bool:
        """A ministry, an army, a court: it belongs to some state."""
        return isinstance(entity.mentions[0].entry, BodyHead) and entity.sector in ("GOV", "LEG", "MIL", "JUD", "COP")

    def fill_countries(self) -> None:
        """A person whose text names no state belongs to the home state, if an office shows him to be its official."""
        for entity in self.entities:
            if entity.kind == "person":
                for mention in entity.mentions:
                    if entity.country is None and mention.country:
                        entity.country, entity.country_at = mention.country, mention.country_at
                posted = entity.posted_abroad or any(o.posted for o in entity.offices)
                if (
                    entity.country is None
                    and entity.offices
                    and self.home
                    and not posted
                    and entity.sector not in ("JRN", "CVL")
                ):
                    entity.country, entity.country_rule = self.home, self.home_rule
                if entity.sector is None and entity.country not in SUPRANATIONAL and entity.offices:
                    if any(m.counterpart for m in entity.mentions) or entity.offices:
                        entity.sector, entity.sector_rule = "GOV", "office"
                if entity.sector is None and any(m.counterpart for m in entity.mentions):
                    entity.sector, entity.sector_rule = "GOV", "counterpart-of-an-official"
                if entity.country in SUPRANATIONAL and entity.sector is not None:
                    entity.sector = None
            elif entity.kind == "organisation":
                if entity.country in SUPRANATIONAL:
                    entity.sector = None
                elif entity.country is None and self.home and self.of_the_state(entity):
                    entity.country, entity.country_rule = self.home, self.home_rule


_FILLER = frozenset({"جمهوريه", "مملكه", "دوله", "رسمي", "شقيقه", "صديقه", "شوون", "سلطنه", "اتحاديه", "ساده", "باسم"})


PARTICLES = frozenset({"بن", "ابن", "ال", "ولد", "بنت", "دي", "فان", "فون", "ابو", "ابي", "عبد"})


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How well two names agree: 0 if they cannot be one person's."""
    a = [p for p in one if p not in PARTICLES] or list(one)
    b = [p for p in other if p not in PARTICLES] or list(other)
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    hits = [any(close_spelling(p, q) for q in long) for p in short]
    if not all(hits):
        return 0.0
    if len(short) == 1:
        # a single part must be the surname or the only name given
        if close_spelling(short[0], long[-1]):
            return 0.9
        return 0.5 if len(short[0]) > 2 else 0.0
    return 1.0 + len(short) / 100
