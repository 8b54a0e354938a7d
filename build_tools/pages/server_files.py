"""Files that tell a web server which headers to send, for the kinds of hosting there are.

All say the same: the policy of the pages (with the inline scripts of all of them), that no other
site may show a page in a frame, that links tell nothing, and how long a file may be kept. A page
carries the first of these itself, so a host that reads none of these files loses the others only.
Where the address of the site is known, they also name the page that helps whoever took a link that
leads nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from urllib.parse import quote, unquote, urlsplit

from build_tools.pages import policy

NETLIFY, APACHE, NGINX = "_headers", ".htaccess", "nginx-headers.conf"
# A file whose name holds a hash of what is in it never changes.
HASHED = r"\.[0-9a-f]{8,}\.(?:min\.)?(?:js|css)$"
FOREVER, ASK_FIRST = "public, max-age=31536000, immutable", "no-cache"
ABOUT = "Written by trellis build. It says what a browser may do with these pages."
# Cloudflare reads no more than a hundred rules.
MAX_RULES = 100
NOT_ALLOWED = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen",
    "geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment",
    "publickey-credentials-get", "screen-wake-lock", "usb", "xr-spatial-tracking",
)  # fmt: skip


def headers(hashes: Collection[str]) -> dict[str, str]:
    """Give the headers that every file is sent with."""
    return {
        "Content-Security-Policy": policy.written(policy.STRICT, hashes, frame_ancestors="'none'"),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in NOT_ALLOWED),
    }


def server_files(
    files: Iterable[str], hashes: Collection[str], address: str | None = None
) -> dict[str, str]:
    """Write the files for a site of the given paths; for Netlify and Cloudflare, Apache, nginx.

    The last two have to be told which page to show where there is none, by its path from the top of
    the host. Only the address of the site says that path; without an address they are not told.
    """
    sent = headers(hashes)
    missing = None if address is None else _page_not_found(address)
    return {
        NETLIFY: _netlify(sorted(files), sent),
        APACHE: _apache(sent, missing),
        NGINX: _nginx(sent, missing),
    }


def _page_not_found(address: str) -> str:
    path = unquote(urlsplit(address).path).rstrip("/")
    return f"{quote(path)}/404.html"


def _netlify(files: list[str], sent: dict[str, str]) -> str:
    """Netlify and Cloudflare join the values of rules that overlap, so these do not."""
    kept = [f"/{quote(file)}" for file in files if re.search(HASHED, file)]
    top = {file.split("/")[0] + ("/*" if "/" in file else "") for file in files}
    asked = ["/", *(f"/{quote(name, safe='/*')}" for name in sorted(top - {"assets/*"}))]
    rules = [("/*", sent)]
    rules += [(path, {"Cache-Control": FOREVER}) for path in kept]
    rules += [(path, {"Cache-Control": ASK_FIRST}) for path in asked]
    parts = [f"# {ABOUT}\n"]
    for path, lines in rules[:MAX_RULES]:
        parts.append("".join([f"{path}\n", *(f"  {name}: {lines[name]}\n" for name in lines)]))
    return "".join(parts)


def _apache(sent: dict[str, str], missing: str | None) -> str:
    lines = [f'  Header always set {name} "{value}"' for name, value in sent.items()]
    return "\n".join(
        [
            f"# {ABOUT}",
            "# It is read by Apache and LiteSpeed, which most hosting with cPanel uses.",
            "<IfModule mod_headers.c>",
            *lines,
            f'  Header always set Cache-Control "{ASK_FIRST}"',
            f'  <FilesMatch "{HASHED}">',
            f'    Header always set Cache-Control "{FOREVER}"',
            "  </FilesMatch>",
            "</IfModule>",
            *([] if missing is None else [f"ErrorDocument 404 {missing}"]),
            "",
        ]
    )


def _nginx(sent: dict[str, str], missing: str | None) -> str:
    # One level of add_header alone: nginx forgets those of the level above.
    lines = [f'add_header {name} "{value}" always;' for name, value in sent.items()]
    return "\n".join(
        [
            f"# {ABOUT}",
            "# Name it in the server or location block of nginx:",
            f"#     include /path/to/the/site/{NGINX};",
            "# A block with add_header lines of its own needs the line as well.",
            f'set $trellis_keep "{ASK_FIRST}";',
            f'if ($uri ~ "{HASHED}") {{',
            f'    set $trellis_keep "{FOREVER}";',
            "}",
            *lines,
            "add_header Cache-Control $trellis_keep always;",
            *([] if missing is None else [f"error_page 404 {missing};"]),
            "",
        ]
    )
