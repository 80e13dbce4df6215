"""Which language a text is in."""

import pytest

from communique.ingest import read_text
from communique.ingest.language import language_code, language_of

TEXTS = [
    ("en", "The envoy said that the talks would go on until both sides had an agreement they could keep."),
    ("en", "THE ENVOY SAID THAT THE TALKS WOULD GO ON UNTIL BOTH SIDES HAD AN AGREEMENT THEY COULD KEEP."),
    ("en", "Russia's envoy met Japan's envoy; U.S. officials watched."),
    ("en", "Net 12 mln dlrs vs 9 mln\nRevs 3 mln vs 2 mln"),
    ("en", "Cuba condemns embargo"),
    ("en", "President Díaz-Canel met Cardinal Ribeiro and said he would pray for the sick in the east of the country."),
    ("en", "Yes."),
    ("es", "El embajador dijo que las conversaciones seguirán hasta que las dos partes tengan un acuerdo que puedan cumplir."),
    ("es", "Cuba rechaza el bloqueo de los Estados Unidos"),
    ("fr", "L'ambassadeur a dit que les pourparlers dureront tant que les deux parties n'auront pas trouvé un accord."),
    ("pt", "O embaixador disse que as conversas vão continuar até que as duas partes tenham um acordo que possam cumprir."),
    ("de", "Der Botschafter sagte, dass die Gespräche weitergehen, bis beide Seiten eine Einigung haben, die sie halten können."),
    ("it", "L'ambasciatore ha detto che i colloqui andranno avanti fino a quando le due parti non avranno un accordo."),
    ("nl", "De ambassadeur zei dat de gesprekken doorgaan tot beide partijen een akkoord hebben dat zij kunnen houden."),
    (
        "tr",
        "Büyükelçi, iki taraf da uyabileceği bir anlaşmaya varana kadar görüşmelerin devam edeceğini ve bunun için zaman olduğunu söyledi.",
    ),
    ("id", "Duta besar itu mengatakan bahwa pembicaraan akan berlanjut sampai kedua pihak memiliki kesepakatan yang dapat dijaga."),
    ("ru", "Посол заявил, что переговоры продолжатся, пока обе стороны не договорятся."),
    ("uk", "Посол заявив, що переговори триватимуть, доки обидві сторони не домовляться, і це їхній обов'язок."),
    ("zh", "大使表示，谈判将继续进行，直到双方达成协议。"),
    ("ja", "大使は、双方が合意するまで協議を続けると述べた。"),
    ("ko", "대사는 양측이 합의할 때까지 회담을 계속하겠다고 말했다."),
    ("ar", "قال السفير إن المحادثات ستستمر حتى يتوصل الطرفان إلى اتفاق."),
    ("fa", "سفیر گفت گفت‌وگوها تا رسیدن دو طرف به توافق ادامه پیدا می‌کند و چاره‌ای نیست."),
    ("he", "השגריר אמר שהשיחות יימשכו עד ששני הצדדים יגיעו להסכם."),
    ("el", "Ο πρέσβης είπε ότι οι συνομιλίες θα συνεχιστούν."),
    ("hi", "राजदूत ने कहा कि वार्ता जारी रहेगी।"),
]


@pytest.mark.parametrize(("code", "text"), TEXTS)
def test_the_language_is_told(code: str, text: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("en", "en"),
        ("eng", "en"),
        ("en-US", "en"),
        ("EN_gb", "en"),
        ("English", "en"),
        ("fas", "fa"),
        ("pt_BR", "pt"),
        ("xx", None),
        ("Klingon", None),
        ("", None),
        ("e", None),
    ],
)
def test_tags_and_names_become_codes(given: str, code: str | None) -> None:
    assert language_code(given) == code


def test_metadata_wins_over_the_text() -> None:
    assert read_text("Der Botschafter sagte, dass die Gespräche weitergehen.", language="en-GB").language == "en"


def test_metadata_that_names_no_language_is_a_problem_and_the_text_decides() -> None:
    article = read_text("Der Botschafter sagte, dass die Gespräche weitergehen, bis sie enden.", language="Klingon")
    assert article.language == "de"
    assert [problem.stage for problem in article.problems] == ["ingest"]


def test_a_long_text_without_known_words_and_with_accents_is_not_called_english() -> None:
    assert language_of("ßügŧ ðøñ þærħ ŋøł " * 20) is None
