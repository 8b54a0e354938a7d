"""A field holds the kind of thing it is for: text, a number, a date, true or false, or a list.

Trellis never guesses. ``correct: yes`` could mean the word or the truth value, so only ``true``
and ``false`` are read as such. A number is digits alone, a date is year-month-day (ISO 8601), and
a list is written with square brackets or with one ``- `` line for each part.

Mend it: write the value as the hint says. A text that has “: ” in it needs double quotes, or YAML
takes it for a group of fields.

    # bad modules/first-steps/module.yml 1:10
    minutes: ten

    # bad modules/first-steps/module.yml 1:9
    levels: self

    # bad modules/first-steps/module.yml 1:46
    review: {kind: desk, by: course authors, on: "21 November"}

    # good modules/first-steps/module.yml
    minutes: 10
    levels: [self]
    review: {kind: desk, by: course authors, on: 2026-11-21}
"""
