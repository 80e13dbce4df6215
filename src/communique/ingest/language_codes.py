"""How inputs name languages."""

# ISO 639-1
CODES = frozenset(
    {
        "aa", "ab", "ae", "af", "ak", "am", "an", "ar", "as", "av", "ay", "az", "ba", "be", "bg", "bh", "bi", "bm", "bn", "bo", "br",
        "bs", "ca", "ce", "ch", "co", "cr", "cs", "cu", "cv", "cy", "da", "de", "dv", "dz", "ee", "el", "en", "eo", "es", "et", "eu",
        "fa", "ff", "fi", "fj", "fo", "fr", "fy", "ga", "gd", "gl", "gn", "gu", "gv", "ha", "he", "hi", "ho", "hr", "ht", "hu", "hy",
        "hz", "ia", "id", "ie", "ig", "ii", "ik", "io", "is", "it", "iu", "ja", "jv", "ka", "kg", "ki", "kj", "kk", "kl", "km", "kn",
        "ko", "kr", "ks", "ku", "kv", "kw", "ky", "la", "lb", "lg", "li", "ln", "lo", "lt", "lu", "lv", "mg", "mh", "mi", "mk", "ml",
        "mn", "mr", "ms", "mt", "my", "na", "nb", "nd", "ne", "ng", "nl", "nn", "no", "nr", "nv", "ny", "oc", "oj", "om", "or", "os",
        "pa", "pi", "pl", "ps", "pt", "qu", "rm", "rn", "ro", "ru", "rw", "sa", "sc", "sd", "se", "sg", "sh", "si", "sk", "sl", "sm",
        "sn", "so", "sq", "sr", "ss", "st", "su", "sv", "sw", "ta", "te", "tg", "th", "ti", "tk", "tl", "tn", "to", "tr", "ts", "tt",
        "tw", "ty", "ug", "uk", "ur", "uz", "ve", "vi", "vo", "wa", "wo", "xh", "yi", "yo", "za", "zh", "zu",
    }
)  # fmt: skip

# ISO 639-2 and -3 codes, and English names, of the languages above and some more
LONGER_CODES = {
    "eng": "en", "spa": "es", "fra": "fr", "fre": "fr", "por": "pt", "deu": "de", "ger": "de", "ita": "it", "nld": "nl", "dut": "nl",
    "rus": "ru", "ukr": "uk", "ara": "ar", "fas": "fa", "per": "fa", "zho": "zh", "chi": "zh", "cmn": "zh", "jpn": "ja", "kor": "ko",
    "tur": "tr", "pol": "pl", "ces": "cs", "cze": "cs", "ron": "ro", "rum": "ro", "heb": "he", "hin": "hi", "urd": "ur", "ben": "bn",
    "ind": "id", "vie": "vi", "swe": "sv", "dan": "da", "nor": "no", "nob": "no", "fin": "fi", "ell": "el", "gre": "el", "hun": "hu",
    "srp": "sr", "hrv": "hr", "bul": "bg", "cat": "ca", "swa": "sw", "som": "so", "tha": "th", "english": "en", "spanish": "es",
    "french": "fr", "portuguese": "pt", "german": "de", "italian": "it", "dutch": "nl", "russian": "ru", "ukrainian": "uk",
    "arabic": "ar", "persian": "fa", "farsi": "fa", "chinese": "zh", "japanese": "ja", "korean": "ko", "turkish": "tr",
}  # fmt: skip
