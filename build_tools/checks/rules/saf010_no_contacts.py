"""The course names somebody to ring.

A page can bring back more than anybody planned for. The support page and every support strip are
made from `course/support.yml`; with none in it, a learner who needs help finds an empty box.

Mend it: add the country you work in, with its emergency number first.

    # bad course/support.yml 2:12
    schema: 1
    countries: []

    # good course/support.yml
    schema: 1
    countries:
      - code: GB
        name: United Kingdom
        contacts:
          - kind: emergency
            name: Emergency services
            how: "999"
            ways: [voice, text]
            checked: "2026-11-21"
            how_checked: called
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding, YamlPlace
from build_tools.core.yaml_text import Table
from build_tools.model.course import Course

FILE = "course/support.yml"


def check(course: Course) -> Iterator[Finding]:
    data = course.source.yaml(FILE)
    written = isinstance(data, Table) and data.get("countries") not in (None, "", [])
    # Contacts that are written down but could not be read are told of as such.
    if FILE in course.source.broken or written or course.host.local_contacts:
        return
    yield Finding(
        YamlPlace(FILE, ("countries",)),
        "there is no contact in the course, so nobody who needs help finds a number",
        "add the country you work in, with its emergency number first",
    )
