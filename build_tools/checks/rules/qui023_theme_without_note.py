"""The theme of a question is one that the module's content notes name.

`about:` lets a learner who skips a theme skip its questions as well. Skipping is offered by the
content note; with none of that theme, the question meets people who were never asked.

Mend it: write a content note with this theme in `module.yml`, or correct the theme.

    # bad quizzes/first-steps.yml 5:12
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        about: distress
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait until he sits.}

    # good quizzes/first-steps.yml
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait until he sits.}
"""

from collections.abc import Iterator

from build_tools.checks.themes import noted_themes
from build_tools.core.diagnostics import Finding
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course
from build_tools.model.module import THEMES


def check(course: Course) -> Iterator[Finding]:
    for quiz in course.quizzes.values():
        module = course.modules.get(quiz.id)
        if module is None:
            continue
        noted = noted_themes(course, module)
        for question in quiz.questions:
            if question.about is not None and question.about not in noted:
                yield Finding(
                    question.place("about"),
                    f"the module has no content note on “{question.about}”",
                    did_you_mean(question.about, THEMES)
                    if question.about not in THEMES
                    else "add one to content_notes in its module.yml",
                )
