"""Speech reported without a verb of its own: 'نقلت الوكالة عن الوزير قوله إن …', and the labels of an interview."""

from mahdar.reading.grammar import THAT
from mahdar.reading.mentions import Mention
from mahdar.reading.scene import Scene
from mahdar.reading.statements.attribution import NEAR, SPEAKERS, Floor, Voice
from mahdar.reading.statements.speech import OPENING, speech_words


def saying_at(scene: Scene, k: int, last: int) -> tuple[int, bool] | None:
    """Where the content after قوله begins, and whether a quotation mark opens it."""
    words, quotes = scene.tokens.words, scene.tokens.quotes
    first = k + 1
    if first < last and words[first] == ":":
        first += 1
    elif first < last and words[first] in THAT:
        return first + 1, False
    elif first >= last or words[first] not in OPENING:
        return None
    return first, first < last and words[first] in OPENING and first in quotes


def who_said(scene: Scene, floor: Floor, k: int, sentence: tuple[int, int]) -> Voice:
    """Whose saying قوله is: the last one named before it of that gender, else the last speaker; the subject's own where
    it says how something was answered (اكتفى بالقول)."""
    word = scene.tokens.words[k]
    if word in speech_words().own_sayings and floor.subject.who is not None:
        return Voice(floor.subject.who, floor.subject.mention, "same-subject")
    gender = "f" if word.endswith("ها") else "m" if word.endswith("ه") else ""
    for mention in reversed(scene.between(sentence[0], k)[-NEAR:]):
        if mention.kind in SPEAKERS and not (gender and mention.gender and gender != mention.gender):
            who = floor.who(mention)
            if who is not None:
                return Voice(who, mention, "whose-saying-it-is")
    return Voice(floor.speaker.who, floor.speaker.mention, "last-speaker")


def label_at(scene: Scene, sentence: tuple[int, int]) -> tuple[Mention, int, int] | None:
    """'الوزير: …' at the head of a paragraph: who, and the tokens of the answer, to the paragraph's end."""
    words = scene.tokens.words
    first = sentence[0]
    if first and words[first - 1] != "\n":
        return None
    mention = scene.at.get(first)
    if mention is None or mention.kind != "person" or not mention.name or mention.prep or mention.conj:
        return None
    start = mention.last + 1
    if start >= sentence[1] or words[mention.last] != ":":
        return None
    end = start
    while end < len(words) and words[end] != "\n":
        end += 1
    return mention, start, end
