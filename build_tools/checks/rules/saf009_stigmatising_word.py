"""The course speaks of people as it would speak in front of them.

Readers meet themselves in these pages. A label turns something that happened, or a hard hour, into
what a person is; a word of blame keeps the next person from asking for help. Words in quotation
marks pass, and so does a sentence that says what to avoid. The list is the course authors' own; on
suicide it follows the World Health Organization's guide for media professionals (2017).

Mend it: write what the hint proposes, or what the person calls themselves.

    # bad modules/first-steps/index.md 3:36
    ## At the door

    Some of the people who come in are victims. The worker greets them.

    # bad modules/first-steps/index.md 3:3
    ## At the door

    - Attention-seeking children get more care, and they settle.

    # good modules/first-steps/index.md
    ## At the door

    A colleague says, “He is kicking off again.” Avoid “attention-seeking” in notes, and
    manipulative too.

    # good modules/first-steps/index.md
    ## At the door

    She survived violence. Victim Support rang her on Monday.
"""

from collections.abc import Iterator

from build_tools.checks.learners_text import learners_passages
from build_tools.checks.wording import expression, uses
from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course

SEVERITY = Severity.WARNING
LANGUAGES = ("en",)
PERSON = (
    r"(?:people|persons?|child(?:ren)?|kids?|boys?|girls?|teenagers?|young people|famil(?:y|ies)|"
    r"mothers?|fathers?|parents?|women|woman|men|man|adults?|carers?|clients?)"
)
UPSET = "say what you see: “distressed”, “overwhelmed”, “shouting”"
HARMED = "write “person who experienced violence”, or “survivor” if they choose it"
DOES_HARM = "write “person who used violence”"
STIGMATISING = (
    expression("victim", r"\bvictims?\b(?! support|[- ](?:blam|impact|personal|services))", HARMED),
    expression("broken", rf"\bbroken (?:home|{PERSON})\b", "say what happened, and what helps"),
    expression("damaged", rf"\bdamaged {PERSON}\b", "say what happened, and what helps"),
    expression("monster", r"\bmonsters?\b(?! (?:truck|game|mask|costume|under))", DOES_HARM),
    expression("abuser", r"\babusers?\b", DOES_HARM),
    expression("batter", r"\b(?:batterers?|battered (?:woman|women|wife|wives))\b", HARMED),
    expression("lac", r"(?-i:\bLACs?\b)", "write “child who is looked after”"),
    expression(
        "placement",
        r"\b(?:foster|care|failed|new|previous|last|adoptive|residential) placements?\b"
        r"|\bplacement (?:breakdown|move)s?\b",
        "write “home”, “family” or “move”",
    ),
    expression(
        "case",
        rf"\b{PERSON} (?:is|was) an? \w+ case\b|\b(?:problem|hopeless) cases?\b",
        "write “person”, or say what is hard",
    ),
    expression("manipulat", r"\bmanipulat(?:ive|ing|es?|or)\b", UPSET),
    expression("seeking", r"\battention[- ]seek(?:ing|ers?)\b", "write “needs somebody near”"),
    expression(
        "kick", r"\bkick(?:s|ed|ing)? off\b(?! (?:the|an?|my|his|her|its|their|with)\b)", UPSET
    ),
    expression("deficits", r"\bdeficits\b", "write “needs”, and say what helps"),
    expression(
        "dysfunctional", rf"\bdysfunctional {PERSON}\b", "say what is hard, and what is strong"
    ),
    expression("compliant", r"\bnon-?complian(?:t|ce)\b", "say what the person did, and why"),
    expression("suicide", r"\bcommit(?:s|ted|ting)? suicide\b", "write “died by suicide”"),
    expression("suicide", r"\b(?:failed|unsuccessful) suicides?\b", "write “suicide attempt”"),
    expression(
        "wrong with",
        r"\bwhat(?:'s|’s| is| was) wrong with (?:you|him|her|them|this child)\b",
        "ask what happened, what helps, what is strong",
    ),
    expression(
        "suffer",
        r"\b(?:suffer(?:s|ed|ing)? from (?:autism|ADHD|trauma|a disability|anxiety|depression|PTSD)"
        r"|sufferers?)\b",
        "write “has …” or “lives with …”",
    ),
    expression(
        "normal",
        r"\bnormal (?:child(?:ren)?|kids?|famil(?:y|ies)|people)\b",
        "say which: “other children in the class”",
    ),
    expression(
        "indigenous",
        r"\bour (?:indigenous|aboriginal|native) (?:people|peoples|communit(?:y|ies))\b",
        "name the nation; ask the people themselves",
    ),
    expression("reach", r"\bhard[- ]to[- ]reach\b", "say what keeps them away from the service"),
    expression("wheelchair", r"\bwheelchair[- ]bound\b", "write “wheelchair user”"),
    expression(
        "addict",
        r"\b(?:addicts?|junk(?:ies|ie)|alcoholics?)\b(?! anonymous)",
        "write “person who uses drugs” or “who drinks”",
    ),
    expression(
        "protect",
        r"\bfail(?:ed|s|ure|ing) to protect (?:her|his|their|the) (?:child|kid|son|"
        r"daughter)",
        "say what the person who used violence did",
    ),
    expression(
        "leave",
        r"\bwhy (?:did|does|do)(?:n[’']t| not)? (?:she|he|they) (?:just )?(?:not )?"
        r"(?:leave|stay)\b",
        "ask what made it hard or unsafe to go",
    ),
    expression(
        "provok",
        r"\bprovok(?:ed|es|ing) (?:him|her|them) (?:to|into)\b",
        "say what the person who used violence did",
    ),
)


def check(course: Course) -> Iterator[Finding]:
    for use in uses(learners_passages(course), STIGMATISING):
        yield Finding(
            use.passage.place(use.index),
            f"“{use.words}” can hurt or blame the person it is about",
            use.instead,
        )
