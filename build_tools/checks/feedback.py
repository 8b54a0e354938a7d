"""What is wrong with words of feedback: nothing said, a verdict written in, somebody put down.

V. J. Shute, *Focus on Formative Feedback* (2008): feedback helps when it is specific, supports the
learner, speaks of the task and not of the person, and comes with a way to go on. The words to
avoid are those of this course's own design: its pages never say wrong, failed or incorrect, and
show no red cross.
"""

from __future__ import annotations

import re

from build_tools.checks.answers import same_words, unquoted
from build_tools.core.document import WORD, plain

FEWEST_WORDS = 5
_EMPTY_WORDS = """
    a above absolutely again answer answers bad below best better choice chosen correct correctly
    exactly excellent false fantastic good great indeed is it job keep module most nearly next nice
    no not of ok okay one option page partly perfect please question quite read re really right
    section see so spot super text thats that the think this time tick to true try up very well
    work yes yet you your almost done fine going again on look at
    """
EMPTY_WORDS = frozenset(_EMPTY_WORDS.split())

_SHAMING = re.compile(
    # verdicts this course's pages never give
    r"\b(?:in|un)correct(?:ly)?\b"
    r"|(?:^|[.!?…:]\s+)(?:(?:sorry|no|oops|oh dear)[,.!]?\s+)?wrong\b"
    r"|\b(?:this|that|it|you|answer|choice|option|response)\s*(?:is|was|are|were|['’]s|['’]re)\s+"
    r"(?:just\s+|quite\s+|completely\s+|simply\s+|the\s+)?wrong\b"
    r"|\bwrong\s+(?:answer|choice|option|response|again)\b"
    r"|(?:^|[.!?…]\s+)fail(?:ed|ure)?\b[.!:,]?"
    r"|\byou(?:['’]ve|\s+have|\s+would\s+have|\s+just)?\s+fail(?:ed)?\b"
    # words about the person
    r"|\byou\s+(?:really\s+)?(?:should(?:n['’]t|\s+not)?|ought\s+to)\s+have\s+"
    r"(?:known|seen|noticed|realised|realized|read|paid|listened|learnt|learned|remembered)\b"
    r"|\byou\s+(?:really\s+)?(?:should|ought\s+to)\s+know\s+(?:better|this|that|by\s+now)\b"
    r"|\byou\s+got\s+(?:it|this|that)\s+wrong\b"
    r"|\bhow\s+could\s+you\b|\bwhat\s+were\s+you\s+thinking\b|\bshame\s+on\b"
    r"|\b(?:were|are)\s+you\s+(?:even\s+)?(?:reading|listening|paying)\b"
    r"|\bpay\s+(?:more\s+)?attention\b"
    r"|\byou\s+(?:clearly|obviously|evidently)\s+(?:did|do|have|had|are|missed|forgot|failed)\b"
    r"|\b(?:obviously|of\s+course)\s+not\b"
    r"|\b(?:any|every)(?:one|body)\s+(?:knows|should\s+know)\b"
    r"|\b(?:stupid|silly|foolish|idiotic|dumb|lazy|careless|ridiculous|shameful|pathetic)"
    r"\s+(?:answer|choice|mistake|thing|idea|question|of\s+you)\b"
    r"|\b(?:don['’]t\s+be|you['’]re|you\s+are|how)\s+"
    r"(?:just\s+|so\s+)?"
    r"(?:stupid|silly|foolish|idiotic|dumb|lazy|careless|ridiculous|shameful|pathetic)\b"
    r"|[❌✗✘✖❎🚫👎]",
    re.IGNORECASE,
)
# Every alternative above holds at least one of these.
_STEMS = (
    "correct", "wrong", "fail", "should", "ought", "how could you", "what were you", "shame",
    "reading", "listening", "paying", "attention", "clearly", "obviously", "evidently",
    "course", "knows", "stupid", "silly", "foolish", "idiotic", "dumb", "lazy", "careless",
    "ridiculous", "pathetic", *"❌✗✘✖❎🚫👎",
)  # fmt: skip
_VERDICT = re.compile(
    r"(?:"
    r"(?:yes|correct|exactly|absolutely|perfect|excellent|well\s+done"
    r"|(?:good|great)\s+(?:choice|answer|job|work)|not\s+yet|not\s+quite|not\s+really|partly"
    r"|almost|nearly|spot\s+on"
    r"|best\s+(?:answer|choice)|you(?:['’]re|\s+are)\s+right|that(?:['’]s|\s+is)\s+"
    r"(?:right|correct|it|the\s+best\s+\w+|not\s+(?:right|it|correct|the\s+best\s+\w+)))"
    r"(?:\s*[.,!:;–—]|\s+-)"
    r"|(?:right|true|false|no)\s*[.!:–—]"
    r"|(?:this|that)\s+(?:answer\s+)?is\s+(?:the\s+)?(?:correct|right)"
    r"(?:\s+(?:one|answer|choice))?\s*[.,!:;]"
    r"|not\s+the\s+best\s+(?:fit|answer|choice|option)\b"
    r"|[✓✔✅☑]"
    r")",
    re.IGNORECASE,
)


def bare(text: str) -> bool:
    """Say whether feedback gives no reason: a word or two, or praise and verdict alone."""
    quick = text.lower().split()
    # Nearly every text ends here: it is long enough, and says something of its own.
    if len(quick) >= 2 * FEWEST_WORDS and any(
        word.isalpha() and word not in EMPTY_WORDS for word in quick
    ):
        return False
    words = WORD.findall(plain(text))
    said = same_words(text.replace("'", "").replace("’", "")).split()
    return len(words) < FEWEST_WORDS or set(said) <= EMPTY_WORDS


def shaming(text: str) -> str:
    """Give the words that put a learner down, outside quotation marks, or nothing."""
    lowered = text.lower()
    # A scan for substrings is far quicker than the expression, and nearly every text ends here.
    if not any(stem in lowered for stem in _STEMS):
        return ""
    match = _SHAMING.search(unquoted(text))
    return match.group().strip(" .!?…:,") if match else ""


def verdict(text: str) -> str:
    """Give the verdict that feedback opens with, where reasons follow it, or nothing."""
    match = _VERDICT.match(plain(text).lstrip("*_ "))
    if not match or bare(text):
        return ""
    return match.group().strip(" .,!:;–—-")
