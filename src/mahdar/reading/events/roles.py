"""Who stands on which side: a frame's roles filled from a clause."""

from dataclasses import dataclass, field
from itertools import pairwise

from mahdar.reading.clauses import Clause
from mahdar.reading.coreference import SUPRANATIONAL
from mahdar.reading.events.borrowed import brought_to, over_the_phone, owner_of, traveller
from mahdar.reading.events.happening import CONFLICT, Happening, Party, country_of
from mahdar.reading.events.parties import Memory, parties_of, state_of, suffixed
from mahdar.reading.grammar import (
    AT_A_PLACE,
    BORNE,
    DURING,
    FOR_A_SIDE,
    GOING_ON,
    IN_ITS_COURSE,
)
from mahdar.reading.lexicon import BodyHead, Frame, Light, NounSense, VerbSense
from mahdar.reading.mentions import COMMAS, HYPHENS, Mention
from mahdar.reading.modality import modality
from mahdar.reading.scene import ENTITY

LIST = 40  # tokens after the object in which a list of participants may stand
CLOSE = 6  # tokens after a noun within which its genitive begins
_BY_NATIONALITY = frozenset({"nationals", "by_nationality"})
LETTER = 45  # tokens after the verb in which it is told who bore a letter
BEARER = 6  # tokens after that word in which he is named
GENITIVE = 3  # members of a genitive's list
OCCASION = 12  # tokens before an agreement in which its occasion stands
DATED = 16  # tokens after a visit's noun in which its date stands


@dataclass(slots=True, eq=False)
class Roles:
    """The mentions in each role, and the participants they stand for."""

    mentions: dict[str, list[Mention]] = field(default_factory=lambda: {"actor": [], "recipient": [], "host": []})
    actors: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)
    undergone: list[Party] = field(default_factory=list)  # whom a pronoun names as the object

    def put(self, role: str, mentions: list[Mention]) -> None:
        """Add mentions to a role; roles that are nobody's side (topic, place) are left out."""
        filled = self.mentions.get(role)
        if filled is not None:
            filled.extend(m for m in mentions if m not in filled)

    def add(self, role: str, parties: list[Party]) -> None:
        """Add participants that no mention of the clause stands for."""
        target = self.recipients if role in ("recipient", "host") else self.actors
        target.extend(p for p in parties if p not in self.actors and p not in self.recipients)


def roles_of(memory: Memory, frame: Frame, clause: Clause, clauses: list[Clause], after: int) -> Roles:
    """The roles of a frame in a clause; `after` is the token after the trigger and its object."""
    roles = Roles()
    if clause.kind == "verb":
        _of_verb(memory, frame, clause, after, roles)
    else:
        _of_noun(memory, frame, clause, clauses, after, roles)
    return roles


def _of_verb(memory: Memory, frame: Frame, clause: Clause, after: int, roles: Roles) -> None:
    sense = clause.sense
    assert isinstance(sense, VerbSense)
    subject_role, object_role = frame.subject, frame.object
    if sense.passive or ("counted" in frame.flags and _counted(memory, clause.subject)):
        subject_role, object_role = frame.object, ""
    roles.put(subject_role, clause.subject)
    if frame.after_objects and frame.objects:
        last = min(clause.sentence[1], clause.last + LIST)
        following = [m for m in memory.scene.between(after, last) if m.kind in ENTITY]
        roles.put(frame.after_objects, _run_of(memory, following, after))
    elif object_role:
        roles.put(object_role, clause.object)
    for prep, mentions in _first_of_each(clause):
        role = frame.preps.get(prep)
        if role and not _of_something_else(frame, clause, prep):
            roles.put(role, mentions if role == "host" else _people(frame, prep, mentions))
    if frame.type in CONFLICT and not clause.subject and not clause.object:
        roles.put(subject_role, _armed_by_nationality(memory, clause))
    if "bilateral" in frame.flags:
        roles.put("actor", _side_by_side(memory, clause))
    if frame.family == "letter" and roles.mentions["actor"]:
        _borne_by(memory, clause, roles)
    if "nationals" in frame.flags:
        _nationals(memory, roles)
    if not roles.mentions["recipient"] and not _BY_NATIONALITY.isdisjoint(frame.flags):
        _by_nationality(memory, clause, roles)
    carried: list[Party] = []
    if subject_role and not sense.passive and not clause.other_subject:
        if (
            not clause.subject
            or _pointless(memory, clause.subject)
            or _object_after_all(memory, frame, clause, sense, roles)
        ):
            carried = memory.carried_subject(sense, clause.at, clause.sentence[0])
    _assign(memory, frame, roles, carried)
    if carried:
        role = "recipient" if subject_role in ("recipient", "host") else "actor"
        target = roles.recipients if role == "recipient" else roles.actors
        fresh = [p for p in carried if p not in roles.actors and p not in roles.recipients]
        target[:0] = fresh
    if sense.suffix and object_role and not roles.mentions[object_role if object_role != "both" else "actor"]:
        subject = [*roles.actors] if subject_role == "actor" else [*roles.recipients]
        roles.add(object_role, suffixed(memory, clause.at, sense.suffix, subject))


def _side_by_side(memory: Memory, clause: Clause) -> list[Mention]:
    """وقع الاتفاقية عن الجانب المصري | الوزير، وعن الجانب الأردني | السفير: who acts for each of the sides."""
    scene = memory.scene
    words = scene.tokens.words
    mentions = [m for m in scene.between(clause.at, min(clause.sentence[1], clause.last)) if m.kind in ENTITY]
    out: list[Mention] = []
    for side, other in pairwise(mentions):
        if side.kind == "person" or other.kind not in ("person", "group") or not _in_the_name_of(memory, side):
            continue
        between = words[side.last : other.first]
        if not other.prep and (not between or (len(between) == 1 and between[0] in COMMAS)):
            out.append(other)
    return out


def _in_the_name_of(memory: Memory, side: Mention) -> bool:
    """Whether somebody acts for this state or side: عن الجانب المصري, نيابة عن حكومة المملكة, باسم مصر."""
    infos = memory.scene.infos
    k = side.first - 1
    if k > 0 and not infos[k].preposition and infos[k].ordinary == "noun":
        k -= 1  # عن | حكومة المملكة
    return k >= 0 and infos[k].preposition in FOR_A_SIDE


def _borne_by(memory: Memory, clause: Clause, roles: Roles) -> None:
    """تسلم رسالة من الرئيس، سلمها | السفير: who bore the letter, where the text tells it from who sent it."""
    scene = memory.scene
    for k in range(clause.at + 1, min(clause.sentence[1], clause.at + LETTER)):
        if scene.tokens.words[k] in BORNE:
            bearer = next((m for m in scene.between(k + 1, k + 1 + BEARER) if m.kind == "person"), None)
            if bearer is not None:
                roles.mentions["actor"] = [bearer]
            return


def _counted(memory: Memory, subject: list[Mention]) -> bool:
    """قتل 14 جنديا: whom a number counts was killed, though the verb could be read as what he did."""
    infos = memory.scene.infos
    return any(infos[m.first].number or (m.first and infos[m.first - 1].number) for m in subject)


def _nationals(memory: Memory, roles: Roles) -> None:
    """طردت دبلوماسيين جزائريين: whom it befalls, unnamed, stand for their state."""
    befallen = roles.mentions["recipient"]
    for k, mention in enumerate(befallen):
        if mention.country and _unnamed(memory, mention):
            befallen[k] = Mention(
                "nisba", mention.first, mention.last, country=mention.country, country_at=mention.country_at
            )


def _by_nationality(memory: Memory, clause: Clause, roles: Roles) -> None:
    """عن ناشطة | بريطانية, عونين في | سفارة فرنسا: the first other nationality of the clause."""
    home = {m.country for m in (*roles.mentions["actor"], *clause.subject)}
    for mention in memory.scene.between(clause.at, clause.last):
        if mention.kind in ("nisba", "organisation") and mention.country and mention.country not in home:
            roles.put("recipient", [Mention("nisba", mention.first, mention.last, country=mention.country)])
            return


def _unnamed(memory: Memory, mention: Mention) -> bool:
    """دبلوماسيين, موظفا في السفارة, شركات صينية: indefinite, and by nobody's name."""
    if mention.kind == "organisation":
        nisba = memory.scene.infos[mention.last - 1].nisbas
        return isinstance(mention.entry, BodyHead) and mention.last - mention.first == 2 and bool(nisba)
    if mention.kind == "person":
        return mention.name is None and memory.scene.tokens.words[mention.first].endswith("ا")
    return mention.kind == "group" and not mention.det and not any(office.det for office in mention.offices)


def _of_something_else(frame: Frame, clause: Clause, prep: str) -> bool:
    """بحث الوزير مع نظيره العلاقات | بين البلدين: not those who met, where the verb has its subject."""
    return prep == "بين" and bool(clause.subject) and "مع" in frame.preps


def _people(frame: Frame, prep: str, mentions: list[Mention]) -> list[Mention]:
    """Those after a preposition who are no place: اجتمع بالرياض is where; but سفيرها بالرباط is posted to a state."""
    return [m for m in mentions if prep != "ب" or not m.capital or "posted" in frame.flags]


def _armed_by_nationality(memory: Memory, clause: Clause) -> list[Mention]:
    """قصفت طائرات | إسرائيلية: whose arms they are, by the nationality of the noun right after the verb."""
    scene = memory.scene
    k = clause.at + 1
    if k >= clause.last or scene.infos[k].ordinary not in ("noun", "masdar") or scene.infos[k].conj:
        return []
    det = scene.infos[k].det
    k += 1
    while k < clause.last and scene.infos[k].ordinary == "adjective" and k not in scene.at:
        k += 1
    mention = scene.at.get(k)
    if mention is None or mention.kind != "nisba" or mention.det != det or mention.prep or mention.conj:
        return []
    return [mention]


def _pointless(memory: Memory, subject: list[Mention]) -> bool:
    """جلالته, الأخير: a subject that points to nobody we know."""
    return all(m.word in ("stand-in", "pronoun") for m in subject) and not parties_of(memory, subject)


def _object_after_all(memory: Memory, frame: Frame, clause: Clause, sense: VerbSense, roles: Roles) -> bool:
    """'... زار أوسلو، حيث التقى الوزيرة': who seems the subject is the object; who acts is that of the verb before."""
    if clause.subject_before or clause.object or len(clause.subject) != 1 or not frame.object:
        return False
    if frame.object not in ("actor", "recipient") or any(roles.mentions[r] for r in ("recipient", "host")):
        return False
    first = clause.sentence[0]
    # زيارة التقى خلالها | الوزيرة: told of the one who made it
    linked = sense.conj or memory.scene.tokens.words[clause.at - 1] in GOING_ON
    following = memory.scene.tokens.words[clause.at + 1 : clause.at + 2]
    told_of_it = clause.occasion is not None or any(word in IN_ITS_COURSE for word in following)
    linked = linked or (told_of_it and not sense.suffix)
    if clause.at == first or not linked:
        return False
    before = memory.carried_subject(sense)
    if not before or before == parties_of(memory, clause.subject):
        return False
    roles.mentions[frame.subject].clear()
    roles.put(frame.object, clause.subject)
    clause.object, clause.subject = clause.subject, []
    return True


def _of_noun(memory: Memory, frame: Frame, clause: Clause, clauses: list[Clause], after: int, roles: Roles) -> None:
    sense = clause.sense
    assert isinstance(sense, NounSense)
    governor = clause.governor
    owner: list[Party] = []
    resolved = _owners_before(memory, clause) if clause.planned and not sense.suffix else []
    roles.put(frame.subject, resolved)  # عزم فرنسا وكندا الاعتراف بدولة فلسطين
    if governor is not None and not resolved:
        owner = _governed(memory, frame, clause, governor, roles)
    else:
        _bare(memory, frame, clause, after, roles)
        if sense.suffix:
            owner = owner_of(memory, clause, clauses, sense)
    if governor is not None and sense.suffix and not owner and frame.object in ("actor", "recipient"):
        _undergone(memory, frame, governor, sense, roles)
    if frame.genitive != "object" and frame.subject == "actor" and not (roles.mentions["actor"] or owner):
        roles.put("actor", _nationalities(memory, sense, after))
    roles.put("host", clause.hosts)
    if clause.gathered:
        roles.mentions["recipient"].clear()
        roles.mentions["actor"] = list(clause.gathered)  # اللقاء الذي جمع الوزير بنظيره
    if "visit" in frame.flags and not (roles.mentions["actor"] or owner or sense.suffix) and clause.object:
        roles.put("actor", clause.object)
    if "visit" in frame.flags and governor is None and not (roles.mentions["actor"] or owner or sense.suffix):
        roles.put("actor", traveller(clause, clauses))
    if frame.mode == "phone" and governor is None and not (owner or any(roles.mentions.values())):
        for role, mentions in over_the_phone(clause, clauses, sense):
            roles.put(role, mentions)
    if "brought" in frame.flags and not (roles.mentions["recipient"] or roles.mentions["host"]):
        for role, mentions in brought_to(frame, clause, clauses):
            roles.put(role, mentions)
    _assign(memory, frame, roles, owner, told=governor is not None and _announces(governor))
    if "visit" in frame.flags and _towards(memory, clause, sense) and _invited(memory, clause, clauses, roles):
        return
    if not roles.actors and not roles.recipients:
        if governor is not None and "agreed" in frame.flags:
            roles.actors.extend(_those_on_whose_occasion(memory, clause) or memory.pair)  # تم الاتفاق على
        elif "both" in frame.flags:
            roles.actors.extend(memory.pair_countries)  # التبادل التجاري: of the two states at hand
        elif "bilateral" in frame.flags and governor is not None and clause.occasion is None:
            roles.actors.extend(memory.pair_countries)  # زيارة أثمرت توقيع اتفاقيات
    if not roles.actors and sense.conj == "و" and memory.out and memory.out[-1].frame.type == frame.type == "AID":
        roles.actors.extend(memory.out[-1].actors)  # قدمت منحة ..., وإرسال مساعدات
    if owner:
        fresh = [p for p in owner if p not in roles.actors and p not in roles.recipients]
        if frame.subject == "recipient":
            roles.recipients[:0] = fresh
        else:
            roles.actors[:0] = fresh


def _those_on_whose_occasion(memory: Memory, clause: Clause) -> list[Party]:
    """وفي ختام اللقاء تم الاتفاق: those who met there."""
    words, infos = memory.scene.tokens.words, memory.scene.infos
    for k in range(max(clause.sentence[0], clause.at - OCCASION), clause.at):
        if infos[k].refers and words[k - 1] in DURING:
            frames = {frame.id for _, frame in infos[k].refers}
            told = next((e for e in memory.out if e.frame.id in frames and len(e.sides) > 1), None)
            return told.sides if told is not None else []
    return []


def _undergone(memory: Memory, frame: Frame, governor: Clause, sense: NounSense, roles: Roles) -> None:
    """تم استدعاؤه إلى مقر الوزارة: the pronoun is the object; the body that owns the place acts."""
    assert isinstance(governor.sense, VerbSense)
    if not any(light.impersonal for light in governor.sense.verb.lights):
        return
    if not roles.mentions[frame.subject]:
        bodies = [m for m in governor.prep("of") if m.kind in ("organisation", "anaphor")]
        roles.put(frame.subject, bodies[:1])
    roles.undergone = suffixed(memory, governor.at, sense.suffix, [])


def _governed(memory: Memory, frame: Frame, clause: Clause, governor: Clause, roles: Roles) -> list[Party]:
    """'أجرى ... مباحثات مع ...', 'تلقى اتصالا من ...': the light verb lends its subject.

    Answers who goes on doing things, where the verb has no subject of its own.
    """
    sense = governor.sense
    assert isinstance(sense, VerbSense)
    lights = sense.verb.lights
    inverse = any(light.inverse for light in lights)
    impersonal = any(light.impersonal for light in lights)
    lent = "recipient" if inverse else (frame.subject or "actor")
    if frame.genitive == "object" and frame.object == lent and clause.object and clause.object[0].kind == "country":
        roles.put(lent, clause.object[:1])  # شارك الوزير في حفل افتتاح سفارة | غواتيمالا
        lent = ""
    if impersonal and "bilateral" in frame.flags and all(m.word in ("pair", "countries") for m in governor.subject):
        roles.add("actor", list(memory.pair_countries))  # شهد الجانبان توقيع ...
    elif not impersonal or (_personal(lights) and governor.subject and not sense.passive):
        roles.put(lent, governor.subject)
    if _announces(governor) and frame.subject:
        # أعلنت الدولتان استئناف العلاقات: who tells does it, unless the noun says who else
        own = [m for m in clause.object if m.kind in ENTITY and frame.genitive == "subject"][:GENITIVE]
        if own:
            roles.mentions[lent].clear()
            roles.put(frame.subject, own)
        elif len(clause.prep("بين")) > 1 and frame.preps.get("بين") == "actor":
            roles.mentions[lent].clear()  # أعلنت الإمارات عملية تبادل بين ...
    preps = list(clause.preps)
    with_whom = bool(clause.prep("مع"))  # عقد المبعوث إلى اليمن اجتماعات مع ...: his post is no side
    preps += [
        (p, m) for p, m in governor.preps
        if (frame.preps.get(p) not in (None, "host") and not (with_whom and p == "إلى")) or governor.at > clause.at
    ]  # fmt: skip
    for prep, mentions in preps:
        role = frame.preps.get(prep)
        if role == "giver":
            role = "actor" if inverse else ""
        if role and not (prep == "بين" and roles.mentions["recipient"] and roles.mentions["actor"]):
            roles.put(role, mentions if role == "host" else _people(frame, prep, mentions))
    if frame.genitive == "subject" and (frame.mode == "multilateral" or impersonal):
        # قمة بريكس, تستضيف كمبالا اجتماع اللجنة المشتركة
        roles.put(frame.subject, [m for m in clause.object if m.kind in ("organisation", "group")])
    if governor.at > clause.at and not governor.subject:
        roles.put(lent, [m for p, ms in governor.preps if p == "of" for m in ms])
    if impersonal and not _personal(lights):
        return []
    if governor.at > clause.at and not sense.suffix:
        return []  # الهجوم نفذ: the noun is the subject
    if governor.subject or governor.other_subject or (sense.passive and any(light.calls_off for light in lights)):
        return []
    return memory.carried_subject(sense)


def _announces(governor: Clause) -> bool:
    """أعلن الوزير | قطع العلاقات: what his state does."""
    assert isinstance(governor.sense, VerbSense)
    return bool(governor.sense.verb.lights) and all(light.tells for light in governor.sense.verb.lights)


def _personal(lights: list[Light]) -> bool:
    """Whether the verb can have a person for its subject."""
    return any(not light.impersonal for light in lights)


def _bare(memory: Memory, frame: Frame, clause: Clause, after: int, roles: Roles) -> None:
    """A noun that no light verb governs: زيارة الوزير إلى ..., لقاء بين ..."""
    sense = clause.sense
    assert isinstance(sense, NounSense)
    infos = memory.scene.infos
    genitive = list(clause.object)
    if genitive and any(infos[k].ordinary == "adjective" and not infos[k].det for k in range(after, genitive[0].first)):
        genitive = []  # في اجتماعين منفصلين | رئيس الوزراء: no genitive of that noun
    elif not genitive:
        following = memory.scene.between(after, after + CLOSE)
        genitive = [m for m in following if m.kind in ENTITY and m.first <= after + 1 and not m.prep]
    if genitive and frame.object == "host" and genitive[0].kind in ("country", "place"):
        roles.put("host", genitive[:1])  # زيارة لشبونة
    elif genitive and genitive[0].capital and "light" in frame.flags:
        pass  # قمة بيروت: where it was
    elif genitive and frame.genitive:
        if sense.suffix:
            roles.put(frame.object, genitive[:GENITIVE])  # لقاؤه الوزير
        elif (second := _object_of_noun(memory, clause, genitive)) is not None:
            roles.put(frame.subject, genitive[:1])  # استقبال الوزير | السفير
            roles.put(frame.object, [second])
        else:
            roles.put(frame.subject if frame.genitive == "subject" else frame.object, genitive[:GENITIVE])
    elif genitive and sense.suffix and frame.object:
        roles.put(frame.object, genitive[:1])
    for prep, mentions in _first_of_each(clause):
        role = frame.preps.get(prep)
        if role and role != "giver":
            roles.put(role, mentions if role == "host" else _people(frame, prep, mentions))


def _object_of_noun(memory: Memory, clause: Clause, genitive: list[Mention]) -> Mention | None:
    """استقبال الوزير أمس | السفير: who stands behind the noun's subject, nothing but time and place between."""
    if len(genitive) > 1:
        return genitive[1] if len(genitive) == 2 and not genitive[1].conj else None
    scene = memory.scene
    k = genitive[0].last
    while k < clause.last:
        mention = scene.at.get(k)
        if mention is not None and mention.kind in ENTITY and not mention.prep and not mention.conj:
            before = scene.infos[k - 1].preposition
            if not before:
                return mention if mention.kind != "anaphor" else None
        if mention is not None and mention.kind in ("date", "place", "country"):
            k = mention.last
        elif scene.infos[k].preposition in AT_A_PLACE or scene.tokens.words[k] in COMMAS:
            k += 1
        else:
            return None
    return None


def _nationalities(memory: Memory, sense: NounSense, after: int) -> list[Mention]:
    """المساعدات الإماراتية, القمة العراقية التركية: whose the noun is, by the adjectives that agree with it."""
    words = memory.scene.tokens.words
    det = sense.det or (len(sense.entry.rest) > 0 and words[after - 1].startswith("ال"))  # سفينة المساعدات | الإماراتية
    out: list[Mention] = []
    mention = memory.scene.at.get(after)
    while mention is not None and mention.kind == "nisba" and mention.det == det and not mention.conj:
        out.append(mention)
        k = mention.last
        while k < len(words) and words[k] in HYPHENS:
            k += 1  # مباحثات مصرية - تركية
        mention = memory.scene.at.get(k)
    return out


def _first_of_each(clause: Clause) -> list[tuple[str, list[Mention]]]:
    """What its prepositions govern; a second مع is of another noun: اجتمع مع نظرائه ... الاتفاق مع إيران."""
    first: dict[str, list[Mention]] = {}
    for prep, mentions in clause.preps:
        if prep not in first or (mentions and mentions[0].conj):
            first[prep] = [*first.get(prep, []), *mentions]
    return list(first.items())


def _owners_before(memory: Memory, clause: Clause) -> list[Mention]:
    """The list that ends right before an event's noun."""
    out: list[Mention] = []
    last = clause.at
    while (mention := memory.scene.ending.get(last)) is not None and mention.first >= clause.sentence[0]:
        out.insert(0, mention)
        if mention.conj != "و":
            break
        last = mention.first
    return out


def _run_of(memory: Memory, mentions: list[Mention], start: int) -> list[Mention]:
    """The mentions of one list: 'كل من أ، وب، وج'."""
    words = memory.scene.tokens.words
    out: list[Mention] = []
    previous = start + CLOSE
    for mention in mentions:
        if out and not (mention.conj or words[mention.first - 1] in COMMAS):
            break
        if mention.first > previous + 3:
            break
        out.append(mention)
        previous = mention.last
    return out


def _assign(memory: Memory, frame: Frame, roles: Roles, exclude: list[Party], *, told: bool = False) -> None:
    """Participants from mentions; `told`: who stands for the actor only announces what his state does."""
    filled = roles.mentions
    actors = parties_of(memory, filled["actor"], exclude)
    recipients = parties_of(memory, filled["recipient"], [*exclude, *actors])
    # مساعدات إلى قطاع غزة: the place stands for its state
    places = [m for m in filled["recipient"] if m.kind == "place"] if frame.type == "AID" else []
    for mention in [*filled["host"], *places]:
        if mention.kind in ("country", "place", "anaphor"):
            code = mention.country or memory.cast.of_mention.get(mention.first)
            if isinstance(code, str) and code not in recipients and code not in SUPRANATIONAL:
                recipients.append(code)
    if "states" in frame.flags:
        actors = [state_of(p, told=told) for p in actors]
        recipients = [state_of(p, told=False) for p in recipients]
    roles.actors = list(dict.fromkeys(actors))
    roles.recipients = [p for p in dict.fromkeys([*recipients, *roles.undergone]) if p not in roles.actors]


def _towards(memory: Memory, clause: Clause, sense: NounSense) -> bool:
    """لزيارة, إلى زيارة."""
    return sense.prep == "ل" or memory.scene.infos[clause.at - 1].preposition == "إلى"


def _invited(memory: Memory, clause: Clause, clauses: list[Clause], roles: Roles) -> bool:
    """'وجه دعوة إلى الأمير لزيارة ماليزيا': the one invited visits the one who invites."""
    verb = next((c for c in reversed(clauses) if c.kind != "noun" and c.at < clause.at), None)
    if verb is None or not isinstance(verb.sense, VerbSense):
        return False
    mood = modality()
    words = memory.scene.tokens.words[verb.at : clause.at]
    if verb.sense.verb.past not in mood.inviting and not any(w.lstrip("بو") in mood.invitation for w in words):
        return False
    hosts = parties_of(memory, verb.subject)
    if not hosts:
        hosts = memory.carried_subject(verb.sense)[:1]
    candidates = [m for m in (*verb.prep("إلى", "ل"), *verb.object) if m.first < clause.at and m.kind != "country"]
    guests = [g for g in parties_of(memory, candidates, hosts) if g not in hosts]
    if len(hosts) == 1 and not guests and len(memory.pair) == 2:
        guests = [p for p in memory.pair if p not in hosts]
    if not (guests and hosts):
        return False
    roles.actors, roles.recipients = guests[:1], hosts[:1]
    return True


def posted_abroad(found: Happening, clause: Clause) -> None:
    """سفيرها لدى فرنسا: the state where the one recalled is posted is on the other side."""
    if "posted" not in found.frame.flags or found.recipients:
        return
    for mention in [*clause.object, *clause.subject]:
        for office in mention.offices:
            if office.posted and office.posted not in SUPRANATIONAL and office.posted not in found.actors:
                found.recipients = [office.posted]
                found.party_mentions["recipient"] = [mention]


def home_is_host(memory: Memory, found: Happening, clause: Clause) -> None:
    """'زيارة الوزير الفلسطيني في يوليو 2018': a foreigner's visit without a host is to the home state."""
    home = memory.cast.home
    if "visit" not in found.frame.flags or clause.kind != "noun":
        return
    if found.recipients or not found.actors or home is None:
        return
    guest = country_of(found.actors[0])
    last = min(clause.last, clause.at + DATED)
    dated = any(m.kind == "date" for m in memory.scene.between(clause.at, last))
    if guest and guest != home and dated:
        found.recipients = [home]
        found.party_rules["recipients"] = "visit-to-the-home-state"
