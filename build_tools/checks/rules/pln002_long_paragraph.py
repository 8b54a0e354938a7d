"""A paragraph has at most six sentences.

On a phone, seven sentences fill the screen. A reader who looks up, to answer a child or a door,
does not find the place again. The limit is the course authors' own.

Mend it: begin a new paragraph where the subject changes, or make a list of the steps.

    # bad modules/first-steps/index.md 3:1
    ## At the door

    A father comes in. It is late. Four people look up. The worker sees him. She has time. She says
    where the tea is. He sits down.

    # good modules/first-steps/index.md
    ## At the door

    A father comes in. It is late. Four people look up.

    The worker sees him. She has time. She says where the tea is. He sits down.
"""

from collections.abc import Iterator

from build_tools.checks.learners_text import learners_documents
from build_tools.checks.prose import passages
from build_tools.checks.sentences import sentences
from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course

SEVERITY = Severity.WARNING
MOST = 6


def check(course: Course) -> Iterator[Finding]:
    for document in learners_documents(course):
        for passage in passages(document):
            count = len(sentences(passage.text))
            if count > MOST:
                yield Finding(
                    passage.place(),
                    f"the paragraph has {count} sentences; it should have at most {MOST}",
                    "begin a new one where the subject changes",
                )
