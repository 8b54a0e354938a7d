"""A file of the course lies inside the course's folder.

A link (a “symlink” or “shortcut”) that leads elsewhere could put a private file on the public
site, and it breaks on the next computer. Such a link is not followed.

Mend it: copy the file itself to the place of the link.
"""
