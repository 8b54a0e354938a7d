"""No two files, folders or sources go by the same id.

Windows and macOS take ``Calm-first`` and ``calm-first`` for one name, so one file would overwrite
the other when the course is unpacked there. A source listed twice shows only one of its two
entries.

Mend it: rename one of them, or delete one.

    # bad course/references.json 2:10
    [
      {"id": "phac2018", "type": "webpage", "title": "One page"},
      {"id": "phac2018", "type": "webpage", "title": "Another page"}
    ]

    # good course/references.json
    [
      {"id": "phac2018", "type": "webpage", "title": "One page"},
      {"id": "phac2018b", "type": "webpage", "title": "Another page"}
    ]
"""
