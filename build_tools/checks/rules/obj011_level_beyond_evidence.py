"""The kind of assessment can show what the verb promises.

Choosing among answers can show that somebody remembers, understands, or applies something to a
described moment. It cannot show that they can *plan*, *draft* or *justify*: there the learner has
to make something. A question that describes no moment shows remembering or understanding, and so
does a statement to judge as true or false, where a guess is right half the time.

The levels are those of L. W. Anderson and D. R. Krathwohl, *A Taxonomy for Learning, Teaching, and
Assessing* (2001), after B. S. Bloom and others (1956). Published lists disagree about verbs; each
verb here counts at the lowest level at which one of them puts it, and a verb that is on none is
not judged.

A prompt counts as describing a moment if it has two sentences, speaks of “you”, or quotes
somebody.

Mend it: assess the objective by `practice` or `reflection`, or promise what a question can show.

    # bad modules/first-steps/module.yml 3:11
    objectives:
      - id: choose-greeting
        text: Plan a calmer first minute for your own service
        taught: ["index.md#at-the-door"]
        assessed: quiz

    # bad modules/first-steps/module.yml 3:11
    objectives:
      - id: describe-precautions
        text: Apply universal precautions at the desk
        taught: ["index.md#at-the-door"]
        assessed: quiz

    # good modules/first-steps/module.yml
    objectives:
      - id: choose-greeting
        text: Apply universal precautions in a greeting
        taught: ["index.md#at-the-door"]
        assessed: quiz
      - id: rewrite-question
        text: Plan a calmer first minute for your own service
        taught: ["index.md#one-question"]
        assessed: practice
"""

import re
from collections.abc import Iterator

from build_tools.activities.question import Question
from build_tools.checks.objectives import first_word
from build_tools.checks.words.objective_verbs import LEVELS, Level
from build_tools.core.diagnostics import Finding, Severity
from build_tools.core.document import plain
from build_tools.model.course import Course

SEVERITY = Severity.WARNING
LANGUAGES = ("en",)
# By the kinds of the e-learning standards, so that a new kind of question needs no line here.
SHOWS = {
    "true-false": Level.UNDERSTAND,
    "choice": Level.APPLY,
    "matching": Level.APPLY,
    "sequencing": Level.APPLY,
    "fill-in": Level.APPLY,
    "numeric": Level.APPLY,
}
MOMENT = re.compile(r"[.!?…][”’\"')]*\s+\S|[“”\"]|\byou(?:r|rs)?\b", re.IGNORECASE)
DOING = {
    Level.REMEMBER: "remember",
    Level.UNDERSTAND: "understand",
    Level.APPLY: "apply what was taught",
}


def check(course: Course) -> Iterator[Finding]:
    for module in course.modules.values():
        quiz = course.quiz_of(module)
        if quiz is None or len(quiz.questions) < len(quiz.declared):
            continue
        for objective in module.objectives:
            asked = [q for q in quiz.questions if q.objective == objective.id]
            # A rating or a reflection in the quiz is no evidence for `assessed: quiz`.
            shown = [_shows(question) for question in asked if question.assesses == "quiz"]
            if module.scenario is not None and objective.id in module.scenario.objectives:
                shown.append(Level.APPLY)
            verb = first_word(objective.text)
            levels = LEVELS.get(verb.lower())
            if objective.assessed != "quiz" or not shown or not levels:
                continue
            if max(shown) < min(levels):
                yield Finding(
                    objective.place("text"),
                    f"“{verb}” asks for more than its questions can show, "
                    f"which is at most to {DOING[max(shown)]}",
                    "write “assessed: practice” with a task, or promise what a question can show"
                    if min(levels) > Level.APPLY
                    else "ask about a described moment, with several answers to choose from",
                )


def _shows(question: Question) -> Level:
    shown = SHOWS.get(question.cmi, Level.CREATE)
    if shown == Level.APPLY and not MOMENT.search(plain(question.prompt)):
        return Level.UNDERSTAND
    return shown
