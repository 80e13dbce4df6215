"""What is printed around a report and is no part of it, as patterns: which part of the page a block makes, and how long the block may be.

Body lost is worse than furniture kept: a pattern matches a whole block (a paragraph without its marks) or opens a short one, never prose.
All patterns ignore case but where `(?-i:` says otherwise, and are matched at the block's start.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from communique.ingest.page import Part

NAME = r"(?-i:[A-Z][\w.'’-]*)"
NAMES = rf"{NAME}(?: +(?:(?:van|von|de|da|el|al|bin|and|&) +)?{NAME}){{0,5}}"
# who owns photographs, as credit lines write them
DESKS = (
    r"(?:getty(?: images)?|reuters|afp|ap|associated press|bloomberg|cnbc|nurphoto|anadolu|xinhua|epa(?:-efe)?|efe|dpa|tass|sputnik"
    r"|shutterstock|alamy|zuma|istock|imago|sipa|upi|cfoto|lightrocket)"
)
PICTURE = r"(?:photo(?:graph)?s?|images?|pictures?|illustration|video)"
NETWORK = r"(?:facebook|twitter|whatsapp|telegram|instagram|linkedin|pinterest|e-?mail|print|share|tweet)"


class Row(NamedTuple):
    """One kind of furniture: the part it makes, the longest block it can be (characters), its pattern."""

    part: Part
    longest: int
    pattern: re.Pattern[str]


def _row(part: Part, longest: int, *alternatives: str) -> Row:
    return Row(part, longest, re.compile("|".join(alternatives), re.IGNORECASE | re.DOTALL))


# blocks that are furniture wherever they stand
ANYWHERE: tuple[Row, ...] = (
    # what print views leave of a picture that did not load
    _row("furniture", 60, r"image not found or type unknown\W*$", rf"\[?(?:{PICTURE}|embedded content)\]?$"),
    # links to other articles: "Read more: ...", "ALSO READ: ...", "WATCH: ...", "Related stories", "Read the full story"
    _row(
        "furniture",
        200,
        r"(?:read|see|watch|listen|hear)(?: (?:more|also|next|now|here|live|it now))? ?[:»>|]",
        r"(?:also read|more on this|more from|more to read|related|recommended|don['’]t miss|in pictures|in photos|photos?) ?:",
    ),
    _row(
        "furniture",
        120,
        r"read (?:more|also|next|the (?:full|original) (?:story|article|text))\b[^.!?]*[.!?]?$",
        r"(?:continue|keep) reading\b.{0,40}$",
    ),
    _row(
        "furniture",
        40,
        r"(?:related|recommended|more|top|most read|trending)(?: (?:articles?|stories|news|coverage|topics|for you|now))\W*$",
        r"(?:most (?:read|popular|viewed)|trending|in this (?:article|story))\W*$",
    ),
    # players, galleries, advertisements
    _row(
        "furniture",
        40,
        r"(?:watch (?:now|live|the video)|listen now|play video|view gallery|scroll down for (?:more|videos?)|hide content)\W*$",
        r"(?:stock chart iconstock chart icon|view comments?|\d+ comments?|advertisements?|loading(?: \w+)?)\W*$",
    ),
    _row("furniture", 200, r"(?:-+ ?)?(?:scroll down to read|(?:story|article) continues (?:below|after))\b"),
    # pleas: "Subscribe now", "Weekly analysis in your inbox"
    _row(
        "furniture",
        90,
        r"(?:subscribe (?:now|here|to|today)|sign up (?:here|now|to|for)|(?:click|tap) here|(?:follow|join) us|like us on)\b",
        r"download (?:the|our) app\b",
        r"(?:share|tweet|print|email) (?:this|on)\b",
        r"(?:weekly|daily|monthly) [^.]{0,60} (?:in|to) your inbox$",
    ),
    # walls before pages and players: "Please enable JavaScript in your browser settings.", "Already a subscriber? Log in."
    _row(
        "furniture",
        250,
        r"(?:to view this (?:video|content|page),? )?(?:please |you (?:need|have) to )?enable (?:javascript|cookies)\b",
        r"thank you for your patience while we verify\b|we are having trouble retrieving\b",
        r"(?:already a subscriber|already have an account|not a subscriber)\b",
    ),
    # stamps: "Updated May 5, 2020, 10:15 a.m.", "May 5, 2031 4:10 PM GMT", "2000-04-01 19:14", "08/13/1998 17:42:00", "5 min read"
    _row(
        "furniture",
        70,
        r"(?:(?:first |last )?(?:published|updated|posted|modified|created|issued)|last modified)(?: (?:on|at))?[ :]+[^.!?]{0,12}\d[^!?]*$",
        r"(?:\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})(?:[ ,T|]+\d{1,2}[:.]\d\d(?:[:.]\d\d)?)?(?: ?(?:[ap]\.?m\.?|[A-Z]{2,4}))?$",
        r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:[a-z]{3,9}\.? \d{1,2},? \d{4}|\d{1,2} [a-z]{3,9}\.? \d{4})"
        r"[ ,|]+(?:at )?\d{1,2}[:.]\d\d[^.!?]{0,20}$",
        r"\d{1,3} (?:min(?:ute)?s?|hours?|days?) (?:read|ago)$",
        r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?$",
    ),
    # page numbers and document marks in records of meetings: "12", "10-55103 6", "A/65/PV.12 3/40"
    _row("furniture", 30, r"(?:page )?(?:(?-i:[A-Z]{1,3})/[\w/.]*\d|[\d\-/]*\d)(?: [\d\-/]+)*\.?$"),
    # FBIS and wires: marks that stand alone
    _row(
        "furniture",
        90,
        r"(?-i:\[(?:TEXT|CONTINUED|EXCERPTS?|END|END RECORDING|BEGIN RECORDING)\])$",
        r"\(?(?:story can end here|optional (?:material|add) follows|more to come)\b[^)]{0,60}\)$",
    ),
    # pictures' credits: "Jane Doe | Afp | Getty Images", "Photo: Jane Doe", "(AP Photo/Jane Doe)", "REUTERS/Jane Doe", "PL Photo"
    _row(
        "credit",
        110,
        rf"(?:[^|\n]{{1,50}}\| ){{1,3}}(?:[^|\n]{{1,30}} )?(?:{DESKS}|pool|handout)(?: (?:news(?: agency)?|images|sport|photos?))?$",
    ),
    _row("credit", 60, rf"{DESKS}$"),
    _row("credit", 110, rf"[(\[]?(?:{PICTURE}(?: credits?)?|credits?)(?: (?:by|courtesy(?: of)?))? ?[:/|] ?[^.!?]{{2,80}}\W{{0,2}}$"),
    _row("credit", 110, r"[(\[](?:photo|image|picture)(?: credit)? (?:by|courtesy|should read) [^()\[\]]{2,90}[)\]]$"),
    _row("credit", 110, rf"[(\[]?(?:(?:ap|afp|reuters|file|xinhua|epa) (?:file )?{PICTURE}|reuters|afp|epa|xinhua)/[^.!?]{{2,80}}[)\]]?$"),
    _row("credit", 60, rf"[(\[]?(?:{NAME} ){{0,3}}(?-i:(?:File )?Photos?)[)\]]?$"),
    # captions that say so: "FILE PHOTO: ...", "PARIS, FRANCE - APRIL 6: ...", "... (AP Photo/Jane Doe)"
    _row("caption", 700, r"(?-i:FILE(?: PHOTO)?|File photo|FILE IMAGE|TOPSHOT|PHOTO|Photo|CAPTION) ?[:—–-]+ ?\S"),
    _row(
        "caption",
        900,
        r"(?-i:[A-Z][A-Z .,'’-]{3,60} ?[-–—] ?(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\.? \d{1,2}(?:, \d{4})?: )",
    ),
    _row(
        "caption",
        700,
        r".+[(\[](?:photo(?:graph)?s?|image|picture|file photo|(?:ap|afp|epa|xinhua|reuters) photo|reuters) ?(?:by)?[:/ ]"
        r"[^()\[\]]{2,80}[)\]]\.?$",
    ),
)  # fmt: skip

# blocks above the body
HEAD: tuple[Row, ...] = (
    # "By Jane Doe", "By JANE DOE, Associated Press Writer", "Jane Doe, Reuters correspondent", "Staff Writer"
    _row(
        "byline",
        160,
        rf"(?:(?:written|reported|story) )?by:? (?!(?:the|a|an|this|that|its?|his|her|their|[\d$])\b){NAMES}(?:[ \n,|/]+[^.!?]{{0,90}})?$",
    ),
    _row(
        "byline",
        80,
        rf"{NAMES}, (?-i:[A-Z][\w'’]+ )*(?:correspondent|staff writer|staff reporter|reporter|editor|writer|{DESKS}|special to .*)$",
    ),
    _row("byline", 60, r"(?-i:(?:Associated Press|AP|AFP|Reuters|UPI|Staff|Special) (?:Writers?|Staff|Correspondent|Reporters?))\b"),
    # sections above the headline
    _row(
        "furniture",
        40,
        r"(?:news|world|politics|international|national|business|opinion|home|(?:top|latest|breaking)(?: news)?|(?:inter)?nacionales)$",
    ),
)  # fmt: skip

# blocks above the body that only a wire's own copy has: slugs, routing codes, notes to editors
# (Associated Press, New York Times News Service, Wall Street Journal archive)
WIRE_HEAD: tuple[Row, ...] = (
    _row("furniture", 60, r"(?-i:NEWS STORY|[A-Z]{3}\d{8}\.\d{3,4}|\d{6}-\d{4}\.?|AP-[A-Z]{2}-\d\d-\d\d)"),
    _row("furniture", 900, r"(?-i:[A-Za-z] ?\d{4} &?(?:amp)?C?x1f|[a-z] [a-z] (?:[A-Z]{2}-|&?(?:amp)?Cx1))"),
    _row("furniture", 200, r"(?-i:(?:BC|AM|PM)-[\w ,$&;()/-]+$|Precede [A-Z]|Eds:|Undated)"),
    _row("furniture", 500, r"(?-i:UR |&(?:UR|HT|LR);)", r"\((?:art adv|subs|see also|eds|for use|attn|note)\b"),
    _row("furniture", 200, r"(?-i:c\.\d{4} |WALL STREET JOURNAL|= \d{6}|@  )"),
)  # fmt: skip

# blocks below the body
TAIL: tuple[Row, ...] = (
    # "(Reporting by ...; Editing by ...)", "Edited by: ...", "— Jane Doe contributed to this report."
    _row(
        "furniture",
        500,
        r"[(\[_*]*(?:(?:additional|with) )?(?:reporting|writing|editing|compiled|edited|written|translated|graphics?)"
        r"(?: and (?:writing|editing|reporting))? (?:by|from|in)\b",
        r"[(\[_*]*(?:reporting|editing|edited|compiled) ?:",
    ),
    _row("furniture", 400, r"[_(*]*[—–-]* ?.{2,250}\bcontributed (?:to|reporting)\b[^.]{0,60}\.?[_)*]*$"),
    # closers: "REUTER", "(END)", "/end/"; initials of those who wrote and edited: "(fd)", "lb-jbm", "glb/sb (Reuters, AFP)", "MNA/"
    _row("furniture", 60, r"[(\[/]?(?:end(?:s|item)?|reuters?|30|xinhua)[)\]/]?\.?$"),
    _row(
        "furniture",
        40,
        r"(?-i:\([a-z]{2,4}(?:[-/][a-z]{2,4})*\)|[a-z]{2,3}[-/][a-z]{2,4}(?: \([^()]{2,30}\))?|[A-Z]{2,4}/(?:[A-Z]{0,4}\d*)?)$",
    ),
    # an archive's tags: "UR lb-jbm", "AP-NY-03-06-98 1319EST", "(PROFILE", "(REG:MEST;)"
    _row("furniture", 60, r"(?-i:UR [a-z]|(?:AP|NYT)-[A-Z\d-]+ |\(PROFILE|\(WS |\((?:REG|LANG):|\)+$)"),
    _row("furniture", 60, rf"(?:--+|[—–]) ?{NAMES}$"),
    # notices
    _row("furniture", 500, r".{0,80}(?:copyright\b|©|\(c\) ?(?:19|20)\d\d|all rights reserved)"),
    _row(
        "furniture",
        300,
        r"this (?:article|story|report|column|piece|interview|text|version)[^.]{0,30}"
        r" (?:was|has been|is|first|originally|appeared|will be)\b[^.]{0,30}"
        r"\b(?:published|appeared|updated|produced|corrected|provided|translated|edited|ran)\b",
        r"(?:originally|first) published|read the original|there may be (?:small )?errors in this transcript",
        r"this is a (?:developing|breaking) (?:news )?story|more to (?:come|follow)|stay tuned",
    ),
    _row(
        "furniture",
        200,
        r"(?:topics?|tags?|keywords?|categor(?:y|ies)|filed under|sources?|news (?:code|id)|short link|share)\s?: ?[^.!?]{0,150}$",
    ),
    # whom to write to, where to share
    _row(
        "furniture",
        250,
        rf"(?:follow|e-?mail|contact|write to) (?:{NAMES}|us|me|him|her|the (?:author|writer|reporter)s?)\b.{{0,120}}(?:@|{NETWORK})",
        r"[\w.+-]+@[\w-]+\.[\w.]+$|@\w+$",
        rf"{NETWORK}(?:[ ,|/]+{NETWORK})*$",
    ),
)  # fmt: skip

# headings over lists of links; the bullets below such a heading go with it
LINK_HEADING = re.compile(
    r"(?:(?:read|see) (?:more|also)|more (?:from|on|news|coverage)|also read|related|recommended|top stories|latest|don['’]t miss)\b",
    re.IGNORECASE,
)

# the credit that ends a caption: "... Jane Doe. PL Photo", "... in Doha. (Photo: QNA)", "... in May. REUTERS/J. Doe", "... Photo by J. Doe"
CREDIT_IN_CAPTION = re.compile(
    r"(?P<credit>(?:(?<=[.!?)”\"]\s)(?:[A-Z][\w&-]* ){1,3}|(?<=\s)[A-Z][\w&-]* )Photos?"
    r"|(?<=\s)File [Pp]hoto"
    r"|[(\[](?:[Pp]hoto|[Ii]mage|[Pp]icture|AP|AFP|EPA|Xinhua|REUTERS|Reuters|Getty)\b[^()\[\]]{0,80}[)\]]"
    r"|(?<=\s)(?:Photo|Photograph|Image|Picture|Credit)(?: by| courtesy(?: of)?| ?:) ?[A-Z][^.!?]{1,60}"
    r"|(?<=\s)(?:REUTERS|AP Photo|AFP)/[^.!?]{2,60})[.]?$"
)

# notices that ran into the last paragraph when a page was turned into one line of text
RUN_ON_NOTICE = re.compile(
    r"\s(?:(?:[A-Z]{2,4}/?[A-Z]{0,4}\d*\s+)?(?:کپی شد|[?\ufffd][? \ufffd]{2,}(?=©)).*"  # a print may lack the letters
    r"|(?:copyright|©|\(c\))\s*(?:19|20)?\d{0,2}\b.{0,250}?all rights reserved\b.{0,250}"
    r"|by subscribing i accept the terms\b.{0,60}"
    r"|edited by:? (?-i:[A-Z][\w.]+ [A-Z][\w-]+(?: [A-Z][\w-]+)?)\W*"
    r"|closed captioning and described video is available\b.{0,120}"
    r"|this material may not be published, broadcast, rewritten\b.{0,200}"
    r"|(?:we are having trouble retrieving|(?:please )?enable (?:javascript|cookies) in your browser"
    r"|thank you for your patience while we verify)\b.{0,500}"
    r"|got a (?:confidential )?(?:news )?tip\?.{0,500})$",
    re.IGNORECASE | re.DOTALL,
)
RUN_ON_HINT = re.compile(
    r"reserved|کپی|subscribing i|edited by|captioning and|may not be published|in your browser|we verify|got a (?:confidential |news )*tip",
    re.IGNORECASE,
)
RUN_ON_LOOKED_AT = 700  # characters at the end of the last paragraph


def part_of(text: str, rows: Iterable[Row]) -> Part | None:
    """The part that a block's text makes by the first row that fits, None where none does."""
    length = len(text)
    for part, longest, pattern in rows:
        if length <= longest and pattern.match(text):
            return part
    return None
