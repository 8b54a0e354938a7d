"""A reflection in the quiz has another id than the reflections in its module's text.

What a learner writes is kept under the module's id and the reflection's. With the same id in both
places, what is written in one appears in the other, or replaces it.

Mend it: give the question an id of its own.

    # bad quizzes/first-steps.yml 2:9
    questions:
      - id: easy-question
        type: reflect
        objective: rewrite-question
        prompt: How could you ask one question at your door so that a nod is enough?
        answer: We ask for a date of birth out loud. It could be written down, or asked inside.

    # good quizzes/first-steps.yml
    questions:
      - id: a-nod-is-enough
        type: reflect
        objective: rewrite-question
        prompt: How could you ask one question at your door so that a nod is enough?
        answer: We ask for a date of birth out loud. It could be written down, or asked inside.
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    for quiz in course.quizzes.values():
        module = course.modules.get(quiz.id)
        taken = {task.id for task in module.tasks if task.kind == "reflect"} if module else set()
        for question in quiz.questions:
            if question.assesses == "reflection" and question.id in taken:
                yield Finding(
                    question.place("id"),
                    f"“{question.id}” is already the id of a reflection in the module's text",
                    "give this one an id of its own",
                )
