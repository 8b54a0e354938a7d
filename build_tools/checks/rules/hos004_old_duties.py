"""What the law asks of workers was looked at within the last year, and the card says when.

Laws, duty lines and the people to tell change, and a wrong number on this card sends a worker
astray on a bad day. Once the card is filled in, `checked` under `local_duties` gets the day on
which somebody made sure of it. After 180 days this is a warning, after 365 days an error, as with
contacts; `policy:` in `course/support.yml` can say other days. A day that is still to come is an
error. A card without a day is a warning, and an error under `--publish`.

Mend it: ask your safeguarding lead or legal adviser to read the card, and write that day.

    # bad course/host.yml 6:12
    local_duties:
      law: Children Act 1989
      tell: Your manager, then the duty desk
      numbers: "0300 555 0101"
      deadline: The same day
      checked: "2024-02-01"

    # bad course/host.yml 1:1
    local_duties:
      law: Children Act 1989
      tell: Your manager, then the duty desk
      numbers: "0300 555 0101"
      deadline: The same day

    # good course/host.yml
    local_duties:
      law: Children Act 1989
      tell: Your manager, then the duty desk
      numbers: "0300 555 0101"
      deadline: The same day
      checked: "2026-11-01"
"""

from collections.abc import Iterator
from datetime import date

from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course


def check(course: Course, *, today: date, publish: bool) -> Iterator[Finding]:
    duties, policy = course.host.local_duties, course.support.policy
    if not any((duties.law, duties.tell, duties.numbers, duties.deadline)):
        return
    if duties.checked is None:
        yield Finding(
            course.host.place("local_duties", key=True),
            "nothing says when these duties were last checked",
            'add checked: "2026-11-21", with the day on which somebody made sure of them',
            Severity.ERROR if publish else Severity.WARNING,
        )
        return
    age = (today - duties.checked).days
    if age < 0:
        yield Finding(
            duties.place("checked"),
            f"this day is {-age} days from now",
            "write the day on which somebody checked them",
        )
    elif age > policy.warn_after_days:
        yield Finding(
            duties.place("checked"),
            f"the duties were last checked {age} days ago",
            "ask your safeguarding lead to read them again, and write that day here",
            Severity.ERROR if age > policy.fail_after_days else Severity.WARNING,
        )
