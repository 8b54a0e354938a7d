"""Nothing asks learners for their own trauma, their childhood or a score of it.

Nobody should have to go back to a hard time in order to learn, least of all alone at a screen.
Counting adversity says little about one person, as an author of the first such count warns (Anda
and others, 2020, *Inside the Adverse Childhood Experience Score*).

Mend it: ask about the learner's work: what they see, what they could do or say, what their service
could change.

    # bad modules/first-steps/index.md 5:1
    ## Think it over

    /// reflect | easy-question

    Describe a time in your own childhood when you felt unsafe.
    ///

    # bad modules/first-steps/index.md 5:1
    ## Think it over

    /// reflect | easy-question

    What is your ACE score, and how does it show in your work?
    ///

    # bad quizzes/first-steps.yml 7:16
    questions:
      - id: door
        type: reflect
        objective: rewrite-question
        prompt: Which question at your door is hard to answer in front of others?
        answer: We ask for a date of birth out loud. It could be written down, or asked inside.
        look_for: [Which of them brings back your own childhood?]

    # bad course/tools/first-look.yml 6:40
    schema: 1
    kind: form
    title: A first look
    description: What is needed.
    limits: [It is no record of a family.]
    fields: [{id: past, type: text, label: Describe a time in your own childhood}]

    # bad course/tools/first-look.yml 6:40
    schema: 1
    kind: form
    title: A first look
    description: What is needed.
    limits: [It is no record of a family.]
    fields: [{id: past, type: text, label: How many adverse childhood experiences did you have}]

    # bad course/tools/first-look.yml 6:40
    schema: 1
    kind: form
    title: A first look
    description: What is needed.
    limits: [It is no record of a family.]
    fields: [{id: past, type: text, label: What happened to you as a child}]

    # good modules/first-steps/index.md
    ## Think it over

    /// reflect | easy-question

    Which question at your door is hard to answer in front of others? Keep to your work; your own
    past has no part in this.
    ///
"""

import re
from collections.abc import Iterator

from build_tools.checks.learners_text import prompts
from build_tools.checks.sentences import sentences
from build_tools.core.diagnostics import Finding
from build_tools.core.fields import shorten
from build_tools.model.course import Course

LANGUAGES = ("en",)
ASK = (
    r"\b(?:describe|write|tell|think (?:back|of|about)|remember|recall|list|name|share|rate|score|"
    r"count|add up|work out|calculate|reflect on|explore|revisit|relive|draw|note|"
    r"what (?:is|was|were|are|happened)|how (?:did|does|has|many)|which|when|did|do|have|has|"
    r"were)\b"
)
# “Your trauma-informed plan” and “your trauma training” are about work.
AT_WORK = r"(?!\w*[- ](?:informed|training|team|work|service|policy|aware|care))"
HARMED = r"(?:abused|neglected|assaulted|harmed|beaten|traumatised)"
OWN = (
    rf"\b(?:your (?:own )?(?:trauma{AT_WORK}\w*|abuse|childhoods?|adversit\w+|adverse|ACEs?\b|"
    r"attachment (?:style|history)|wounds?|early (?:life|years|experiences?)|upbringing|"
    r"worst (?:memory|experience))|"
    rf"you (?:were|have been|had been) (?:ever )?{HARMED}|were you (?:ever )?{HARMED}|"
    rf"have you (?:ever )?(?:been {HARMED}|"
    r"(?:experienced|suffered|lived through) (?:abuse|trauma|neglect|violence))|"
    r"your (?:own )?(?:mother|father|parents?) (?:hit|hurt|left|neglected|abused)|"
    r"you\b[^.?!;]{0,25}\bas a child\b|when you were (?:a child|little|young|growing up)|"
    r"(?:ACEs|adverse (?:childhood )?experiences) (?:did|do|have|had) you\b|"
    r"a time (?:when )?(?:someone|somebody) (?:hurt|abused|hit|harmed) you)"
)
OWN_STORY = re.compile(rf"{ASK}[^.?!;]{{0,200}}?{OWN}", re.I)
# “You need not write about …” and “never ask …” protect the learner.
SPARED = re.compile(
    r"\b(?:not|never|no|nobody|nothing|without|leave out|instead of|rather than|avoid|\w+n[’']t)\b",
    re.I,
)


def check(course: Course) -> Iterator[Finding]:
    for passage in prompts(course):
        for start, sentence in sentences(passage.own_voice):
            if "you" not in sentence.lower():
                continue
            if (match := OWN_STORY.search(sentence)) and not SPARED.search(sentence):
                yield Finding(
                    passage.place(start + match.start()),
                    f"“{shorten(match.group(), 60)}” asks learners about their own past",
                    "ask about their work instead",
                )
