"""A small server misbehaves in one way after the other, and each is told with what to do."""

from __future__ import annotations

import http.client
import http.server
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from build_tools.adapters.site_build import build
from build_tools.cli import main
from build_tools.core.source import read
from build_tools.doctor import hosted
from build_tools.model.load import load
from build_tools.starters import COURSE

HEADERS = {
    "Content-Security-Policy": "default-src 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
PAGE = "modules/first-steps/index.html"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter course as it is hosted below /care/."""
    folder = tmp_path_factory.mktemp("hosted") / "course"
    shutil.copytree(COURSE, folder)
    with (folder / "course/host.yml").open("a", encoding="utf-8") as file:
        file.write("address: http://127.0.0.1/care/\n")
    build(folder, folder / "site", load(read(folder))[0])
    return folder / "site"


class Server(http.server.BaseHTTPRequestHandler):
    """Serves a site below /care/, and does what a test asks for instead."""

    def do_GET(self) -> None:
        server: Any = self.server
        path = self.path.partition("?")[0]
        if path in server.sends_on:
            self.send_response(301)
            self.send_header("Location", server.sends_on[path])
            self.end_headers()
            return
        name = path.removeprefix("/care/") + ("index.html" if path.endswith("/") else "")
        file = server.site / name
        there = path.startswith("/care/") and file.is_file()
        status = 200 if there else server.wrong[0]
        body = file.read_bytes() if there else server.wrong[1]
        body = server.change(name, body) if there else body
        kinds = {".html": "text/html; charset=utf-8", ".css": "text/css", ".svg": "image/svg+xml",
                 ".js": "text/javascript", ".png": "image/png"}  # fmt: skip
        self.send_response(status)
        kind = kinds.get(file.suffix, "application/octet-stream") if there else "text/html"
        self.send_header("Content-Type", server.types.get(file.suffix, kind))
        for header, value in server.headers.items():
            self.send_header(header, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


Change = Callable[[str, bytes], bytes]


@contextmanager
def serving(
    site: Path,
    change: Change = lambda name, body: body,
    headers: dict[str, str] = HEADERS,
    types: dict[str, str] | None = None,
    wrong: tuple[int, bytes] | None = None,
    sends_on: dict[str, str] | None = None,
) -> Iterator[str]:
    server: Any = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.site, server.change, server.headers = site, change, headers
    server.types, server.sends_on = types or {}, sends_on or {}
    server.wrong = wrong or (404, (site / "404.html").read_bytes())
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/care/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def told(address: str, built: Path | None, gone: tuple[str, ...] = ()) -> str:
    return "\n".join(map(str, hosted.examine(address, built, gone)))


def on(page: str, old: bytes, new: bytes) -> Change:
    """Change one page on its way."""
    return lambda name, body: body.replace(old, new, 1) if name == page else body


def test_a_site_that_is_as_it_was_built_is_well(built: Path) -> None:
    """With and without the build at hand, and however the address is typed."""
    with serving(built) as address:
        assert told(address, built) == ""
        assert told(address + "index.html", built) == ""
        assert told(address.rstrip("/"), None) == ""


INJECTED = {
    "a script": b"<script>spy()</script></body>",
    "a script of another place": b"<script src='http://127.0.0.2/spy.js'></script></body>",
    "a script beside ours": b"<script src='../../spy.js'></script></body>",
    "a handler": b"<img alt='' src='' onerror='spy()'></body>",
    "a frame": b"<iframe src='http://127.0.0.2/'></iframe></body>",
    "a picture of another place": b"<img alt='' src='http://127.0.0.2/dot.gif'></body>",
    "a style sheet of another place": b"<link rel=stylesheet href=//127.0.0.2/a.css></body>",
}


@pytest.mark.parametrize("what", INJECTED)
def test_what_somebody_put_into_a_page_is_told(built: Path, what: str) -> None:
    with serving(built, on(PAGE, b"</body>", INJECTED[what])) as address:
        advice = told(address, built)
        assert f"! {address}modules/first-steps/ has something that your build" in advice
        assert advice.count("has something") == 1
        if what != "a script beside ours":
            assert "has something" in told(address, None)


def test_data_that_no_browser_runs_is_no_script(built: Path) -> None:
    data = b'<script type="application/ld+json">{}</script></body>'
    with serving(built, on(PAGE, b"</body>", data)) as address:
        assert "has something" not in told(address, built)


def test_on_an_encrypted_site_an_unencrypted_file_is_called_that() -> None:
    visit = hosted._Visit("https://learn.example.org/care/", None, lambda _: None)
    answer = hosted.Answer(visit.base, 200, http.client.HTTPMessage(), b"")
    parts = hosted.parsed(b"<img src='http://learn.example.org/care/dot.gif'>")
    (found,) = visit.strange(visit.base, answer, parts, None)
    assert found.startswith("an unencrypted file of another place, http://")


def test_a_page_or_a_file_of_another_build_is_told(built: Path) -> None:
    with serving(built, on(PAGE, b"<h2", b"<h2 class='old'")) as address:
        assert "modules/first-steps/ is not the page that you built" in told(address, built)
    with serving(built, lambda n, b: b + b"/**/" if n.endswith(".css") else b) as address:
        assert "is not the file that you built" in told(address, built)


def test_a_page_that_did_not_arrive_is_told(built: Path, tmp_path: Path) -> None:
    part = tmp_path / "part"
    shutil.copytree(built, part)
    (part / PAGE).unlink()
    next((part / "assets/trellis").glob("shell.*.css")).unlink()
    with serving(part) as address:
        advice = told(address, built)
    assert "modules/first-steps/ answers with 404" in advice
    assert ".css answers with 404" in advice


def test_pages_that_should_be_gone_are_told(built: Path, tmp_path: Path) -> None:
    """By the map that the server still has, and by what the course once had."""
    old = tmp_path / "old"
    shutil.copytree(built, old)
    shutil.copytree(old / "modules/first-steps", old / "modules/taken-out")
    shutil.copytree(old / "modules/first-steps", old / "modules/on-the-map")
    with serving(old) as address:
        (old / "sitemap.xml").write_text(f"<loc>{address}modules/on-the-map/</loc>", "utf-8")
        advice = told(address, built, ("modules/taken-out/", "modules/first-steps/"))
    assert advice.count("is still there, and your course no longer has it") == 2
    assert "modules/taken-out/ is still" in advice
    assert "modules/on-the-map/ is still" in advice


@pytest.mark.parametrize("header", HEADERS)
def test_a_missing_header_is_told_and_weighs_less_where_pages_say_it_too(
    built: Path, header: str
) -> None:
    kept = {name: value for name, value in HEADERS.items() if name != header}
    with serving(built, headers=kept) as address:
        (advice,) = hosted.examine(address, built)
    assert header in advice.where
    page = (built / "index.html").read_text("utf-8")
    said = {
        "Content-Security-Policy": "Content-Security-Policy" in page,
        "Referrer-Policy": 'name="referrer"' in page,
        "X-Content-Type-Options": True,
    }
    assert advice.serious is not said[header]


@pytest.mark.parametrize("ending", [".css", ".js", ".html"])
def test_a_wrong_type_is_told(built: Path, ending: str) -> None:
    with serving(built, types={ending: "text/plain"}) as address:
        assert "is sent as text/plain" in told(address, built)


def test_the_page_for_a_wrong_address_has_to_be_ours_with_the_right_status(built: Path) -> None:
    with serving(built, wrong=(404, b"<h1>Not Found</h1>")) as address:
        assert "the page for a wrong address is the server's own" in told(address, built)
    with serving(built, wrong=(200, (built / "index.html").read_bytes())) as address:
        assert "a wrong address is answered as if it were right" in told(address, built)
    elsewhere = (built / "404.html").read_bytes().replace(b"/care/", b"/")
    with serving(built, wrong=(404, elsewhere)) as address:
        assert "looks for its files in another folder" in told(address, built)
        assert f"address: {address}" in told(address, built)


def test_an_address_that_leads_on_is_followed(built: Path) -> None:
    with serving(built, sends_on={"/": "/care/"}) as address:
        assert told(address.removesuffix("care/"), built) == ""
    with (
        serving(built) as other,
        serving(built, sends_on={"/care/": other}) as address,
    ):
        assert f"leads on to {other}" in told(address, built)


@pytest.mark.parametrize(
    "address", ["", "nonsense here", "ftp://example.org/", "http://", "http://[", "file:///etc"]
)
def test_what_is_no_address_of_a_site_is_refused(address: str) -> None:
    with pytest.raises(hosted.Unreachable):
        hosted.examine(address)


def test_where_no_site_of_ours_answers_the_command_could_not_run(built: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{free.getsockname()[1]}/"
    loop = {"/care/": "/care/"}
    with serving(built, sends_on=loop) as turning, serving(built) as address:
        for one in (closed, turning, address.replace("care", "nothing")):
            result = CliRunner().invoke(main, ["doctor", "--site", one, "--built", str(built)])
            assert result.exit_code == 2, result.output
            assert "Traceback" not in result.output


def test_a_server_that_never_answers_is_not_waited_for(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hosted, "SECONDS", 0.2)
    with (
        socket.create_server(("127.0.0.1", 0)) as silent,
        pytest.raises(hosted.Unreachable, match="no answer came"),
    ):
        hosted.examine(f"http://127.0.0.1:{silent.getsockname()[1]}/", built)


def test_the_command_ends_with_what_it_found(built: Path) -> None:
    course = ["doctor", "--course", str(built.parent), "--site"]
    with serving(built) as address:
        well = CliRunner().invoke(main, [*course, address])
    assert (well.exit_code, well.output.split("\n")[-2]) == (0, "All is well.")
    with serving(built, headers={**HEADERS, "X-Content-Type-Options": ""}) as address:
        assert CliRunner().invoke(main, [*course, address]).exit_code == 0
        assert CliRunner().invoke(main, [*course, address, "--strict"]).exit_code == 1
    with serving(built, wrong=(404, b"no")) as address:
        assert CliRunner().invoke(main, [*course, address]).exit_code == 1


def test_deleted_sources_lead_to_the_pages_they_had() -> None:
    sources = ["modules/a/index.md", "modules/a/02-b.md", "quizzes/a.yml", "course/pathways/p.yml",
               "course/about.md", "README.md", "modules/a/images/x.png"]  # fmt: skip
    assert list(hosted.addresses_of(sources)) == [
        "modules/a/", "modules/a/02-b/", "quizzes/a/", "pathways/p/", "about/",
    ]  # fmt: skip


def test_a_message_without_a_type_is_told(built: Path) -> None:
    headers = http.client.HTTPMessage()
    assert isinstance(headers, Message)
    assert hosted.Answer("", 200, headers, b"").kind == "none"
