"""The host's country is one that the support page has contacts for.

The emergency number of that country stands on every module and quiz. With a code that is not in
`course/support.yml`, no number can be shown there, and nobody would notice.

Mend it: write the code as it stands in `course/support.yml`, or add your country there.

    # bad course/host.yml 1:10
    country: UK

    # good course/host.yml
    country: GB
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding, YamlPlace
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course

FILE = "course/host.yml"


def check(course: Course) -> Iterator[Finding]:
    code = course.host.country
    known = [country.code for country in course.support.countries]
    if code is None or code in known or "course/support.yml" in course.source.broken:
        return
    yield Finding(
        YamlPlace(FILE, ("country",)),
        f"course/support.yml has no contacts for “{code}”",
        did_you_mean(code, known) or "add the country there, with its contacts",
    )
