"""Scripts, and the letters that tell languages of one script apart."""

# scripts that one language mostly has to itself in news: its code, and the first and last letter of the range
SCRIPTS: tuple[tuple[str, int, int], ...] = (
    ("el", 0x0370, 0x03FF), ("ru", 0x0400, 0x052F), ("hy", 0x0530, 0x058F), ("he", 0x0590, 0x05FF),
    ("ar", 0x0600, 0x077F), ("hi", 0x0900, 0x097F), ("bn", 0x0980, 0x09FF), ("pa", 0x0A00, 0x0A7F),
    ("gu", 0x0A80, 0x0AFF), ("ta", 0x0B80, 0x0BFF), ("te", 0x0C00, 0x0C7F), ("kn", 0x0C80, 0x0CFF),
    ("ml", 0x0D00, 0x0D7F), ("si", 0x0D80, 0x0DFF), ("th", 0x0E00, 0x0E7F), ("lo", 0x0E80, 0x0EFF),
    ("my", 0x1000, 0x109F), ("ka", 0x10A0, 0x10FF), ("ko", 0x1100, 0x11FF), ("am", 0x1200, 0x139F),
    ("km", 0x1780, 0x17FF), ("ja", 0x3040, 0x30FF), ("zh", 0x3400, 0x9FFF), ("ko", 0xAC00, 0xD7AF),
)  # fmt: skip

# the code, the code its script stands for otherwise, the letters only it has
TELLING_LETTERS: tuple[tuple[str, str, str], ...] = (
    ("uk", "ru", "іїєґІЇЄҐ"),
    ("be", "ru", "ўЎ"),
    ("sr", "ru", "ђћљњџјЂЋЉЊЏЈ"),
    ("mk", "ru", "ѓќѕЃЌЅ"),
    ("kk", "ru", "қғңұәөҚҒҢҰӘӨ"),
    ("fa", "ar", "پچژگی"),
    ("ur", "ar", "ٹڈڑے"),
    ("ja", "zh", "のはをにがでとした"),
)
