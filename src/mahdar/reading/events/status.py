"""Whether a thing happened, is planned, is denied, or is only thought of."""

from mahdar.reading.clauses import Clause
from mahdar.reading.events.happening import CONFLICT, Happening
from mahdar.reading.grammar import BEFORE_SUBJUNCTIVE, TOWARDS
from mahdar.reading.lexicon import NounSense, Stance, VerbSense
from mahdar.reading.modality import modality
from mahdar.reading.scene import Scene

DENIED = 10  # tokens after a denial in which what is denied stands
PLANNED = 7  # tokens before أن in which a plan is announced
WISHED = 4  # tokens before an event's noun in which it is only wished for

ATTITUDE = 8  # tokens before an event's noun in which it is hoped for or asked for
SAID_OF = 5  # tokens after an event's noun in which it is said to be still to come
CONDITION = 2  # tokens before a verb in which إذا or هل stands
INVITED = 12  # tokens before a visit's noun in which the invitation stands
CONDEMNED = frozenset({"condemn", "concern", "accuse", "deny", "praise", "condole"})  # an attack named only so
HELD = frozenset({"CONSULT", "COOPERATE", "SUPPORT"})  # events that can be called off before they are held
UNREAL_ACTS = frozenset({"hope", "demand", "warn", "threaten", "invite", "reject"})

Finding = tuple[str, tuple[int, int] | None]
"""(status, the words that say so); status may be 'unreal' here: no event at all."""


def set_status(scene: Scene, found: Happening, clause: Clause) -> None:
    """The status of a happening from its clause and the verb that governs it."""
    found.status, found.status_at = _status(scene, clause, found.frame.type in CONFLICT)
    off = called_off(scene, clause) if found.frame.type in HELD else None
    if off is not None and found.status != "unreal":
        # what was not called off is no news of the event
        found.status, found.status_at = ("unreal", None) if found.status == "denied" else ("denied", off)


def called_off(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """The words by which an event's noun is said not to be any more: ألغى | زيارته, إلغاء | الاجتماع."""
    governor = clause.governor
    if governor is not None and calls_off(governor):
        return governor.at, governor.at + 1
    return _masdar_before(scene, clause, modality().calling_off)


def calls_off(clause: Clause) -> bool:
    """Whether the predicate is a verb that calls something off."""
    return isinstance(clause.sense, VerbSense) and any(light.calls_off for light in clause.sense.verb.lights)


def put_off(scene: Scene, clause: Clause) -> bool:
    """Whether an event's noun is said to be put off: أرجأ | زيارته, تأجيل | الاجتماع."""
    return _masdar_before(scene, clause, modality().putting_off) is not None


def _masdar_before(scene: Scene, clause: Clause, masdars: frozenset[str]) -> tuple[int, int] | None:
    k = clause.at - 1
    if k < clause.sentence[0]:
        return None
    word = scene.tokens.words[k]
    found = word in masdars or word.removeprefix("و").lstrip("بل") in masdars
    return (k, k + 1) if found else None


def _status(scene: Scene, clause: Clause, conflict: bool) -> Finding:
    mood = modality()
    words = scene.tokens.words
    governor = clause.governor
    lead = governor or clause
    first = clause.sentence[0]
    if clause.negated or lead.negated:
        if scene.quoted[clause.at]:
            return "unreal", None  # what somebody says did not happen
        return "denied", (lead.at - 1, lead.at)
    for k in range(max(first, clause.at - DENIED), clause.at):
        for phrase in mood.denial.get(words[k], ()):
            if tuple(words[k : k + len(phrase)]) == phrase:
                return "denied", (k, k + len(phrase))
    if isinstance(lead.sense, VerbSense) and lead.sense.conj == "ف":
        if any(word in mood.conditional for word in words[first : lead.at]):
            return "unreal", None  # إذا زار ... فسيلتقي
    if any(words[k] in mood.conditional for k in range(max(first, lead.at - CONDITION), lead.at)):
        return "unreal", None
    planned = clause.planned or lead.planned
    if planned:
        return "planned", planned
    if clause.future or lead.future:
        return "planned", (lead.at, lead.at + 1)
    sense = lead.sense
    goes_on = _goes_on_from_a_plan(lead)
    if goes_on is not None:
        return "planned", goes_on
    if isinstance(sense, VerbSense) and sense.kind == "present" and lead.at > first:
        prev = words[lead.at - 1]
        if prev in BEFORE_SUBJUNCTIVE:
            return _subjunctive(scene, lead, first)
    if conflict and isinstance(clause.sense, NounSense) and scene.quoted[clause.at]:
        return "unreal", None
    ahead = _ahead(scene, clause) if isinstance(clause.sense, NounSense) else None
    if ahead is not None:
        return "planned", ahead
    if isinstance(clause.sense, NounSense) and governor is None:
        return _noun(scene, clause, clause.sense, conflict)
    return "occurred", None


def _ahead(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """الاجتماع | المقرر عقده غدا, لقاؤه المزمع: what is said of the noun, before any verb."""
    words, infos = scene.tokens.words, scene.infos
    for k in range(clause.at + 1, min(clause.sentence[1], clause.at + SAID_OF)):
        if words[k] in modality().ahead:
            return k, k + 1
        if infos[k].verbs and not infos[k].ordinary and not scene.inside[k] and k not in scene.at:
            break
    return None


def _goes_on_from_a_plan(clause: Clause) -> tuple[int, int] | None:
    """من المقرر أن تصل ... حيث تلتقي ... وتوقع: the plan holds for what goes on from it in the present."""
    before = clause.previous
    while before is not None and isinstance(clause.sense, VerbSense) and clause.sense.kind == "present":
        if before.planned or before.future:
            return before.planned or (before.at, before.at + 1)
        before = before.previous
    return None


def _subjunctive(scene: Scene, lead: Clause, first: int) -> Finding:
    """أن يزور: planned only where the words before say so."""
    words = scene.tokens.words
    planned = modality().planned
    for j in range(max(first, lead.at - PLANNED), lead.at):
        for phrase in planned.get(words[j], ()):
            if tuple(words[j : j + len(phrase)]) == phrase:
                return "planned", (j, j + len(phrase))
    return "unreal", None


def _noun(scene: Scene, clause: Clause, sense: NounSense, conflict: bool) -> Finding:
    mood = modality()
    words = scene.tokens.words
    first = clause.sentence[0]
    if sense.prep == "ل" or _invited_to(scene, clause, first):
        # دعوة لزيارة: planned if accepted
        accepted = _accepted(scene, clause)
        return ("planned", accepted) if accepted else ("unreal", None)
    for k in range(max(first, clause.at - WISHED), clause.at):
        word = words[k]
        if word in mood.unreal or word[1:] in mood.unreal or word.removeprefix("و").lstrip("بل") in mood.unreal:
            return "unreal", None
    if _under_attitude(scene, clause.at, first, UNREAL_ACTS | CONDEMNED if conflict else UNREAL_ACTS):
        return "unreal", None
    before = clause.at - 1
    lead = scene.infos[before].preposition if before >= first else ""
    if lead in TOWARDS and not clause.preps and not clause.object:
        called = lead == "في" and sense.entry.frame.mode == "phone"  # أطلع نظيره، في | اتصال هاتفي، على ...
        return ("occurred", None) if called else ("unreal", None)
    return "occurred", None


def _under_attitude(scene: Scene, at: int, first: int, unreal: frozenset[str]) -> bool:
    """أعرب عن أمله في إبرام ..., داعيا إلى عقد ..., أدان الهجوم: hoped for, asked for, condemned."""
    for k in range(at - 1, max(first, at - ATTITUDE) - 1, -1):
        info = scene.infos[k]
        if not info.arabic or scene.inside[k]:
            continue
        acts = {noun.entry.act for noun in info.nouns if isinstance(noun.entry, Stance)}
        acts |= {speech.act for verb in info.verbs for speech in verb.verb.speech}
        if acts:
            return acts <= unreal
    return False


def _invited_to(scene: Scene, clause: Clause, first: int) -> bool:
    """دعا الوزير نظيره إلى زيارة لشبونة."""
    if clause.at == first or scene.infos[clause.at - 1].preposition != "إلى":
        return False
    inviting = modality().inviting
    before = range(max(first, clause.at - INVITED), clause.at)
    return any(verb.verb.past in inviting for k in before for verb in scene.infos[k].verbs)


def _accepted(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """Where the text says that an invitation was accepted."""
    words = scene.tokens.words
    mood = modality()
    for k in range(clause.at + 1, min(len(words), clause.sentence[1] + 2)):
        if words[k] in mood.accepted or (words[k] in mood.accepting and words[k - 1] in mood.already):
            return k, k + 1
        if words[k] in mood.invitation and words[k - 1] in mood.accepting:
            return k - 1, k + 1
    return None
