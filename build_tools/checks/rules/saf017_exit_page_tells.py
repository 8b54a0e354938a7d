"""The exit button opens a page that tells nothing about the person who pressed it.

Somebody presses it because another person is near. The next page must be one that anyone might
have open. Your own website names the kind of help you give. A mailbox, a shop or a social network
shows a name, and may ask for a password in the very moment in which it must look ordinary.

Mend it: choose a page that needs no account, such as a weather page or an encyclopaedia, and give
its address under `exit: url:` in `course/host.yml`.

    # bad course/host.yml 6:8
    organisation:
      id: riverside
      name: Riverside Family Centre
      url: https://www.riverside.example.org
    exit:
      url: https://riverside.example.org/news

    # bad course/host.yml 2:8
    exit:
      url: https://mail.example.org/inbox

    # bad course/host.yml 2:8
    exit:
      url: https://www.facebook.com

    # good course/host.yml
    exit:
      url: https://www.bbc.co.uk/weather
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course

SEVERITY = Severity.WARNING
HINT = "choose an ordinary page without an account, such as https://www.bbc.co.uk/weather"
# First parts of names, and parts of paths, behind which people sign in.
PERSONAL = {"account", "accounts", "inbox", "login", "mail", "my", "profile", "signin", "webmail"}
SIGNED_IN = {
    "facebook.com",
    "gmail.com",
    "instagram.com",
    "linkedin.com",
    "netflix.com",
    "outlook.com",
    "pinterest.com",
    "reddit.com",
    "snapchat.com",
    "tiktok.com",
    "twitter.com",
    "whatsapp.com",
    "x.com",
    "youtube.com",
}


def check(course: Course) -> Iterator[Finding]:
    page = course.host.exit
    address = urlsplit(page.url)
    site = _site(page.url)
    own = course.host.organisation.url
    if own and _within(site, _site(own)):
        problem = "leads to your own website, which says what kind of help you give"
    elif any(_within(site, known) for known in SIGNED_IN) or (
        PERSONAL & {site.partition(".")[0], *address.path.lower().split("/")}
    ):
        problem = "leads to a page that shows who is signed in, or asks for it"
    else:
        return
    yield Finding(page.place("url"), f"the exit button {problem}", HINT)


def _site(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _within(site: str, other: str) -> bool:
    return bool(other) and (site == other or site.endswith(f".{other}"))
