"""Before learners come, `course/host.yml` says who runs the course and whom to tell.

The course cannot know your law or your safeguarding lead, so its pages send learners to a card
that you fill in. An empty card is an error under `--publish`, and no fault before. One slip is a
warning at any time: a name of your own beside the id `your-organisation`, since saved progress
carries that id for good.

Mend it: fill the line in. `local_duties` is for your safeguarding lead or legal adviser to word.

    # bad course/host.yml 2:7
    organisation:
      id: your-organisation
      name: Riverside Family Centre

    # good course/host.yml
    organisation:
      id: riverside
      name: Riverside Family Centre
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding, Severity, YamlPlace
from build_tools.model.course import Course
from build_tools.model.host import Host, Organisation

FILE = "course/host.yml"
NEEDED = {
    ("safeguarding_lead", "name"): "whom workers tell of a worry",
    ("safeguarding_lead", "how"): "how to reach that person today",
    ("local_duties", "law"): "which law or procedure holds here",
    ("local_duties", "tell"): "whom a worker must tell, in what order",
    ("local_duties", "numbers"): "which numbers to use, in the day and out of hours",
    ("local_duties", "deadline"): "how soon a worker must tell",
}


def check(course: Course, *, publish: bool) -> Iterator[Finding]:
    if FILE in course.source.broken:
        return
    host, untouched = course.host, Organisation()
    renamed = host.organisation.name != untouched.name
    if host.organisation.id == untouched.id and (publish or renamed):
        yield Finding(
            YamlPlace(FILE, ("organisation", "id")),
            f"the organisation's id is still “{untouched.id}”",
            "choose a short id once: saved progress carries it",
            Severity.ERROR if publish else Severity.WARNING,
        )
    if not publish:
        return
    if not renamed:
        yield Finding(
            YamlPlace(FILE, ("organisation", "name")),
            f"the organisation is still called “{untouched.name}”",
            "write the name that learners know",
        )
    for (part, name), what in NEEDED.items():
        if _empty(host, part, name):
            yield Finding(
                YamlPlace(FILE, (part, name)),
                f"nothing says {what}",
                f"fill in {part}: {name}",
            )


def _empty(host: Host, part: str, name: str) -> bool:
    return getattr(getattr(host, part), name) is None
