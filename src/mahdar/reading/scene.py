"""One text on its way through the cascade: tokens, tags and mentions, with quick look-ups over them."""

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Final

from mahdar.reading.lexicon import Lexicon, VerbSense, Word
from mahdar.reading.mentions import Mention
from mahdar.reading.modality import modality
from mahdar.reading.text import Tokens

ENTITY: Final = frozenset({"person", "organisation", "country", "group", "anaphor"})
"""Kinds of mentions that can do or say something."""


@dataclass(slots=True, eq=False)
class Scene:
    """The view that the later stages share. Positions are tokens."""

    tokens: Tokens
    infos: list[Word]
    mentions: list[Mention]
    lex: Lexicon
    at: dict[int, Mention] = field(init=False)  # first token -> mention
    ending: dict[int, Mention] = field(init=False)  # token after it -> mention that can do something
    inside: bytearray = field(init=False)  # tokens inside a mention, its first left out
    quoted: bytearray = field(init=False)  # tokens inside a quotation
    dated: bytearray = field(init=False)  # tokens right after a date
    firsts: list[int] = field(init=False)
    signs: list[int] = field(init=False)  # tokens that are no words
    plans: list[int] = field(init=False)  # tokens that may begin a phrase that announces something
    verbs: dict[int, VerbSense | None] = field(init=False)  # finite verbs found so far, by token
    participles: dict[int, VerbSense | None] = field(init=False)

    def __post_init__(self) -> None:
        self.at = {mention.first: mention for mention in self.mentions}
        self.ending = {mention.last: mention for mention in self.mentions if mention.kind in ENTITY}
        self.inside = bytearray(len(self.tokens.words))
        for mention in self.mentions:
            if mention.kind != "nisba":
                for k in range(mention.first + 1, mention.last):
                    self.inside[k] = 1
        self.quoted = bytearray(len(self.tokens.words))
        for first, last in self.tokens.quotes.items():
            self.quoted[first + 1 : last] = b"\1" * (last - first - 1)
        self.dated = bytearray(len(self.tokens.words) + 1)
        for mention in self.mentions:
            if mention.kind == "date":
                self.dated[mention.last] = 1
        self.firsts = [mention.first for mention in self.mentions]
        self.signs = [k for k, info in enumerate(self.infos) if not info.arabic]
        planned = modality().planned
        self.plans = [k for k, word in enumerate(self.tokens.words) if word in planned]
        self.verbs = {}
        self.participles = {}

    def between(self, first: int, last: int) -> list[Mention]:
        """The mentions that begin in a range of tokens."""
        return self.mentions[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]

    def signs_between(self, first: int, last: int) -> list[int]:
        """The tokens in a range that are no words."""
        return self.signs[bisect_left(self.signs, first) : bisect_left(self.signs, last)]
