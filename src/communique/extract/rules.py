"""The registry of rules: one line a rule. Its name is the record's `rule`, its function's docstring its documentation."""

from communique.extract import clauses, continued, fronted, nouns, objects, phrases, quoted
from communique.extract.proposal import Continuation, Rule

RULES: tuple[Rule, ...] = (
    Rule("en.direct.quotation-before", fronted.quotation_before),
    Rule("en.direct.quotation-after", quoted.quotation_after),
    Rule("en.direct.unmarked", fronted.unmarked_direct),
    Rule("en.indirect.that-clause", clauses.that_clause),
    Rule("en.indirect.bare-clause", clauses.bare_clause),
    Rule("en.indirect.fronted-clause", fronted.fronted_clause),
    Rule("en.indirect.according-to", phrases.according_to),
    Rule("en.indirect.colon", quoted.colon),
    Rule("en.indirect.infinitive", clauses.infinitive),
    Rule("en.indirect.gerund", clauses.gerund),
    Rule("en.indirect.adjective", clauses.adjective),
    Rule("en.indirect.object", objects.plain_object),
    Rule("en.indirect.object-complement", objects.object_with_complement),
    Rule("en.indirect.passive", objects.passive),
    Rule("en.indirect.preposition", objects.prepositional_object),
    Rule("en.indirect.verb-noun", nouns.verb_and_noun),
    Rule("en.indirect.owned-noun", nouns.owned_noun),
)

CONTINUATIONS: tuple[Continuation, ...] = (
    Continuation("en.direct.transcript", continued.transcript),
    Continuation("en.direct.introduced", continued.introduced),
    Continuation("en.direct.floating", continued.floating),
    Continuation("en.direct.continued", continued.continued),
)
