"""A hosted site as a visitor gets it, compared with the site that was built.

Pages are fetched one by one with the standard library alone: up to `MAX_FILES` files, each with a
time limit, all below the given address. Nothing is sent but the addresses asked for.
"""

from __future__ import annotations

import http.client
import re
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit, urlunsplit

from build_tools.doctor import Advice

SECONDS, MAX_BYTES, MAX_FILES = 10, 10_000_000, 600
NOWHERE = "trellis-doctor-asks-for-no-page/"
# What every page of ours has in it, also the one for a wrong address.
OURS = b'class="tr-footer"'
KINDS = {
    ".html": {"text/html"},
    ".css": {"text/css"},
    ".js": {"text/javascript", "application/javascript"},
    ".json": {"application/json"},
    ".svg": {"image/svg+xml"},
    ".png": {"image/png"},
    ".jpg": {"image/jpeg"},
    ".jpeg": {"image/jpeg"},
    ".webp": {"image/webp"},
    ".gif": {"image/gif"},
}
RUNS = re.compile(r"(?:|module|(?:text|application)/(?:java|ecma)script)", re.I)
UPLOAD = "upload the whole site again, into an empty folder, and swap the folders"


class Unreachable(Exception):
    """There is no site of ours at the address; says why."""


@dataclass(frozen=True)
class Answer:
    """What a server said: the address after redirects, status, headers and body."""

    address: str
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def kind(self) -> str:
        """The type that the server gives the file."""
        return self.headers.get_content_type() if "content-type" in self.headers else "none"


@dataclass
class Parts(HTMLParser):
    """What a page runs, loads and links to."""

    links: set[str] = field(default_factory=set)
    loads: set[str] = field(default_factory=set)
    scripts: set[str] = field(default_factory=set)
    inline: set[str] = field(default_factory=set)
    handlers: set[str] = field(default_factory=set)
    frames: set[str] = field(default_factory=set)
    policy: str = ""
    referrer: bool = False

    def __post_init__(self) -> None:
        """Set the parser up."""
        super().__init__(convert_charrefs=True)
        self._script: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Sort an element by what it does."""
        given = {name: value or "" for name, value in attrs}
        self.handlers |= {f"{name} on <{tag}>" for name in given if name.startswith("on")}
        if tag == "script" and "src" in given:
            self.scripts.add(given["src"])
            self.loads.add(given["src"])
        elif tag == "script" and RUNS.fullmatch(given.get("type", "")):
            self._script = []
        elif tag in ("iframe", "frame", "object", "embed"):
            self.frames.add(f"<{tag}> {given.get('src') or given.get('data', '')}".strip())
        elif tag == "a" and "href" in given:
            self.links.add(given["href"])
        elif tag == "link" and {"stylesheet", "icon", "preload", "manifest"} & set(
            given.get("rel", "").lower().split()
        ):
            self.loads.add(given.get("href", ""))
        elif tag in ("img", "audio", "video", "source", "track") and given.get("src"):
            self.loads.add(given["src"])
        elif tag == "meta" and given.get("http-equiv", "").lower() == "content-security-policy":
            self.policy = given.get("content", "")
        elif tag == "meta" and given.get("name", "").lower() == "referrer":
            self.referrer = True

    def handle_data(self, data: str) -> None:
        """Collect the text of a script."""
        if self._script is not None:
            self._script.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Finish a script."""
        if tag == "script" and self._script is not None:
            self.inline.add("".join(self._script))
            self._script = None


def parsed(html: bytes) -> Parts:
    """Take a page apart."""
    parts = Parts()
    parts.feed(html.decode("utf-8", errors="replace"))
    parts.close()
    return parts


def examine(
    address: str,
    built: Path | None = None,
    gone: Iterable[str] = (),
    tell: Callable[[int], None] = lambda _: None,
) -> list[Advice]:
    """Fetch a site and say what is wrong with it. Raises `Unreachable`.

    ``built`` is the site as it was built here; without it the site is judged by itself. ``gone``
    are addresses of pages, relative to the site, that once were in the course.
    """
    return _Visit(address, built, tell).examine(gone)


class _Visit:
    def __init__(self, address: str, built: Path | None, tell: Callable[[int], None]) -> None:
        self.base = _base(address)
        self.built, self.tell = built, tell
        self.advice: list[Advice] = []
        self.fetched: dict[str, Answer | None] = {}
        local = _loopback(self.base)
        proxies = [urllib.request.ProxyHandler({})] if local else []
        self.opener = urllib.request.build_opener(*proxies)
        self.opener.addheaders = [("User-Agent", "trellis-doctor"), ("Accept", "*/*")]

    def examine(self, gone: Iterable[str]) -> list[Advice]:
        home = self.home()
        self.headers(home)
        pages = self.pages(home)
        self.assets(pages)
        self.leftovers(pages, gone)
        self.wrong_address()
        if len(self.fetched) >= MAX_FILES:
            self.note(
                f"only the first {MAX_FILES} files were looked at",
                "a site of this size takes long",
                "look at a few of the others yourself",
                serious=False,
            )
        return self.advice

    def note(self, where: str, why: str, mend: str, *, serious: bool = True) -> None:
        advice = Advice(where, why, mend, serious)
        if advice not in self.advice:
            self.advice.append(advice)

    def get(self, address: str) -> Answer | None:
        """Fetch an address once; None where no answer came, or enough has been fetched."""
        if address not in self.fetched:
            if len(self.fetched) >= MAX_FILES:
                return None
            self.tell(len(self.fetched))
            try:
                self.fetched[address] = self._get(address)
            except (OSError, http.client.HTTPException, ValueError) as error:
                self.fetched[address] = None
                reason = getattr(error, "reason", None) or str(error) or type(error).__name__
                self.note(
                    f"{address}: no answer came ({reason})", "learners get none either", UPLOAD
                )
        return self.fetched[address]

    def _get(self, address: str) -> Answer:
        try:
            reply = self.opener.open(address, timeout=SECONDS)
        except urllib.error.HTTPError as error:
            reply = error
        with reply:
            body = reply.read(MAX_BYTES + 1)
            return Answer(reply.geturl(), int(reply.status or 0), reply.headers, body)

    def home(self) -> Answer:
        answer = self.get(self.base)
        if answer is None:
            why = self.advice.pop().where if self.advice else self.base
            raise Unreachable(why)
        if answer.status != 200:
            raise Unreachable(f"{self.base} answers with {answer.status}, not with a page")
        before, after = urlsplit(self.base), urlsplit(answer.address)
        if before.netloc.removeprefix("www.") != after.netloc.removeprefix("www."):
            self.note(
                f"{self.base} leads on to {answer.address}",
                "visitors end up at another place than the one you give them",
                "give out the second address, or ask who runs the server to take the step out",
            )
        self.base = _base(answer.address)
        if OURS not in answer.body:
            raise Unreachable(f"what is at {answer.address} was not made by Trellis")
        if urlsplit(self.base).scheme == "http" and not _loopback(self.base):
            self.note(
                f"{self.base} is not encrypted",
                "others on the same network can read along and change the pages",
                "ask who runs the server for https",
            )
        return answer

    def headers(self, home: Answer) -> None:
        """Look for the headers; what a page says itself makes a missing one less grave."""
        parts = parsed(home.body)
        mend = (
            "the build writes _headers (Netlify), .htaccess (Apache, cPanel) and "
            "nginx-headers.conf; upload them too. GitHub Pages cannot send headers"
        )
        if not home.headers.get("Content-Security-Policy"):
            self.note(
                "the header Content-Security-Policy is missing",
                "pages say it themselves, but another site could show them in a frame"
                if parts.policy
                else "nothing stops a script that somebody has put into a page",
                mend if parts.policy else UPLOAD,
                serious=not parts.policy,
            )
        if "nosniff" not in home.headers.get("X-Content-Type-Options", "").lower():
            self.note(
                "the header X-Content-Type-Options: nosniff is missing",
                "a browser may run a file that was not meant to run",
                mend,
                serious=False,
            )
        if not home.headers.get("Referrer-Policy"):
            self.note(
                "the header Referrer-Policy is missing",
                "pages say it themselves"
                if parts.referrer
                else "other sites learn which page a learner came from",
                mend,
                serious=not parts.referrer,
            )

    def pages(self, home: Answer) -> dict[str, Parts]:
        """Fetch every page: those that were built, and those that pages link to."""
        waiting = [self.base, *self.local_pages(), *self.mapped()]
        done: dict[str, Parts] = {}
        while waiting:
            address = waiting.pop(0)
            if address in done or (answer := self.get(address)) is None:
                continue
            done[address] = parts = self.page(address, answer)
            if self.built is None and answer.status == 200:
                for link in sorted(parts.links):
                    there = urldefrag(urljoin(answer.address, link)).url
                    if self.below(there) and re.search(r"(/|\.html)$", urlsplit(there).path):
                        waiting.append(there)
        return done

    def local_pages(self) -> list[str]:
        if self.built is None:
            return []
        files = sorted(self.built.rglob("*.html"))
        names = (file.relative_to(self.built).as_posix() for file in files)
        return [
            self.base + quote(re.sub(r"(^|/)index\.html$", r"\1", name))
            for name in names
            if name != "404.html"
        ]

    def mapped(self) -> list[str]:
        answer = self.get(self.base + "sitemap.xml")
        if answer is None or answer.status != 200:
            return []
        found = re.findall(r"<loc>([^<]+)</loc>", answer.body.decode("utf-8", errors="replace"))
        return [address for address in found if self.below(address)]

    def local(self, address: str) -> bytes | None:
        """Give what was built for an address, or None where nothing was."""
        if self.built is None:
            return None
        path = unquote(urlsplit(address).path.removeprefix(urlsplit(self.base).path))
        file = (self.built / path).resolve()
        if path.endswith("/") or not path:
            file /= "index.html"
        inside = file.is_relative_to(self.built.resolve())
        return file.read_bytes() if inside and file.is_file() else None

    def below(self, address: str) -> bool:
        return address.startswith(self.base)

    def page(self, address: str, answer: Answer) -> Parts:
        parts = parsed(answer.body)
        mine = self.local(address)
        if answer.status != 200:
            self.note(f"{address} answers with {answer.status}", "this page is missing", UPLOAD)
            return Parts()
        if self.built is not None and mine is None:
            self.note(
                f"{address} is still there, and your course no longer has it",
                "learners and search engines find what you have taken out",
                "delete it on the server, or " + UPLOAD,
            )
            return parts
        self.typed(address, answer, ".html")
        strange = self.strange(address, answer, parts, parsed(mine) if mine is not None else None)
        for what in strange:
            self.note(
                f"{address} has something that your build did not put there: {what}",
                "it can read along, or lead learners away",
                "ask who runs the server what adds it, and to turn it off (statistics, "
                "“optimising”, chat, advertising); if nobody knows, change the passwords",
            )
        if mine is not None and mine != answer.body and not strange:
            self.note(
                f"{address} is not the page that you built",
                "it is of another build, or the server changes pages on the way",
                UPLOAD + "; then empty the server's cache, if it has one",
            )
        return parts

    def strange(self, address: str, answer: Answer, parts: Parts, mine: Parts | None) -> list[str]:
        """List what runs or loads on a page and is not ours."""
        known = re.findall(r"'(sha256-[^']+)'", parts.policy)
        found = [f"a frame, {frame}" for frame in sorted(parts.frames)]
        found += [f"a handler, {handler}" for handler in sorted(parts.handlers)]
        for script in sorted(parts.inline):
            ours = script in mine.inline if mine is not None else _hash(script) in known
            if not ours:
                found.append(f"a script, {' '.join(script.split())[:60]}")
        for source in sorted(parts.loads):
            there = urljoin(answer.address, source)
            if there.startswith(("http:", "https:")) and not self.below(there):
                plain = there.startswith("http:") and urlsplit(self.base).scheme == "https"
                found.append(
                    f"{'an unencrypted file' if plain else 'a file'} of another place, {there}"
                )
            elif source in parts.scripts and mine is not None and source not in mine.scripts:
                found.append(f"a script, {there}")
        return found

    def assets(self, pages: dict[str, Parts]) -> None:
        """Fetch what pages load: there, of the right type, and as it was built."""
        wanted = {urljoin(page, load) for page, parts in pages.items() for load in parts.loads}
        for address in sorted(wanted):
            if not self.below(address) or (answer := self.get(address)) is None:
                continue
            if answer.status != 200:
                self.note(
                    f"{address} answers with {answer.status}",
                    "pages look or work wrongly without it",
                    UPLOAD,
                )
                continue
            self.typed(address, answer, Path(urlsplit(address).path).suffix.lower())
            mine = self.local(address)
            if mine is not None and mine != answer.body:
                self.note(
                    f"{address} is not the file that you built",
                    "it is of another build, or something changes it on the way",
                    UPLOAD,
                )

    def typed(self, address: str, answer: Answer, ending: str) -> None:
        wanted = KINDS.get(ending)
        if wanted and answer.kind not in wanted:
            self.note(
                f"{address} is sent as {answer.kind}, not as {min(wanted)}",
                "browsers refuse it, or show it as a file to save",
                "ask who runs the server to set the type of files that end in " + ending,
            )

    def leftovers(self, pages: dict[str, Parts], gone: Iterable[str]) -> None:
        """Ask for pages that once were in the course."""
        for name in sorted(gone):
            address = self.base + quote(name)
            if address in pages or (self.built is not None and self.local(address) is not None):
                continue
            answer = self.get(address)
            if answer is not None and answer.status == 200 and OURS in answer.body:
                self.note(
                    f"{address} is still there, and your course no longer has it",
                    "learners and search engines find what you have taken out",
                    "delete it on the server, or " + UPLOAD,
                )

    def wrong_address(self) -> None:
        """Ask for a page that cannot be there."""
        address = self.base + NOWHERE
        answer = self.get(address)
        if answer is None:
            return
        if answer.status == 200:
            self.note(
                "a wrong address is answered as if it were right",
                "search engines list pages that are not there, and learners get lost",
                "ask who runs the server to send 404.html with the status 404",
            )
        elif OURS not in answer.body:
            self.note(
                "the page for a wrong address is the server's own",
                "it leads nowhere, and ours leads to all modules and to support",
                "tell the server to show 404.html; HOSTING.md says how",
            )
        else:
            lost = [
                load
                for load in sorted(parsed(answer.body).loads)
                if not self.below(urljoin(answer.address, load))
            ]
            if lost:
                self.note(
                    "the page for a wrong address looks for its files in another folder",
                    "it is shown without its looks, and its links lead nowhere",
                    f"write  address: {self.base}  into course/host.yml, and build again",
                )


def _base(address: str) -> str:
    """Give the address of a site's folder. Raises `Unreachable`."""
    full = address if "://" in address else f"https://{address}"
    try:
        parts = urlsplit(full)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or parts.scheme not in ("http", "https") or re.search(r"\s", address):
        raise Unreachable(f"{address} is not the address of a site; it begins with https://")
    path = re.sub(r"[^/]*\.html$", "", parts.path)
    return urlunsplit((parts.scheme, parts.netloc, path.rstrip("/") + "/", "", ""))


def _loopback(address: str) -> bool:
    return (urlsplit(address).hostname or "") in ("127.0.0.1", "localhost", "::1")


def _hash(script: str) -> str:
    text = script.replace("\r\n", "\n").replace("\r", "\n")
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def addresses_of(sources: Iterable[str]) -> Iterator[str]:
    """Give the addresses that pages had whose sources were deleted."""
    for path in sources:
        if match := re.fullmatch(r"modules/([\w-]+)/(?:index\.md|module\.yml)", path):
            yield f"modules/{match.group(1)}/"
        elif match := re.fullmatch(r"modules/([\w-]+)/([\w-]+)\.md", path):
            yield f"modules/{match.group(1)}/{match.group(2)}/"
        elif match := re.fullmatch(r"(quizzes|course/pathways|course/tools)/([\w-]+)\.ya?ml", path):
            yield f"{match.group(1).removeprefix('course/')}/{match.group(2)}/"
        elif match := re.fullmatch(r"course/([\w-]+)\.md", path):
            yield f"{match.group(1)}/"
