"""The cases in which a stance is read: the last part of a position's `rule`, and what it means. Words bear theirs in stance.yaml."""

STANCES = {
    "en.stance.attitude": "A word for being for or against a thing, and what it takes: opposes, welcomes, is in favour of.",
    "en.stance.request": "What somebody asks for is what he favours, or the end of what he opposes: calls for, urges.",
    "en.stance.wish": "What somebody hopes for, works for, or says again of a stance he has.",
    "en.stance.noun": "A noun for a stance that its bearer has or voices: support for, objection to.",
    "en.stance.stress": "What somebody stresses the need for or the importance of.",
    "en.stance.side": "Whose side somebody takes: stands with, in solidarity with.",
    "en.stance.verdict": "What a speaker says that a thing is: a crime, a success, unacceptable.",
    "en.stance.law": "The same by a norm that the thing breaks or keeps: violates, is illegal, is compatible with.",
    "en.stance.harm": "What a speaker says that a thing does: harms, hinders, punishes.",
    "en.stance.last": "A verdict that gives a thing no further time.",
    "en.stance.described": "An adjective of blame before the name of a known issue: the unjust embargo.",
    "en.stance.must": "What a speaker says must, should or has to be.",
    "en.stance.refusal": "What a speaker says that his own side will not do.",
    "en.stance.offer": "What somebody offers or is ready for.",
    "en.stance.leaving": "Quitting an agreement or a body is a stance against it.",
    "en.stance.vote": "How somebody voted, as the outlet reports it.",
    "en.stance.deed": "A deed that shows where somebody stands: joined, signed, vetoed.",
    "en.stance.within": "A known issue deeper in what a word of stance takes, turned by every word on the way.",
}
