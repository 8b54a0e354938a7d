"""Every field has a name that Trellis knows.

A misspelt field would be passed over in silence, and what it says would be lost: ``minuts: 10``
sets no minutes. So a name that is not known is a fault, with the nearest known name beside it.

Mend it: correct the name. Remove the line if it is a note to yourself, or begin it with ``#``.

    # bad modules/first-steps/module.yml 1:1
    reveiw: {kind: desk, by: course authors, on: 2026-11-21}

    # bad modules/first-steps/index.md 4:5
    ## At the door {#at-the-door}

    /// reflect | easy-question
        minuts: 2

    Which question at your door is hard to answer in front of others?
    ///

    # good modules/first-steps/module.yml
    review: {kind: desk, by: course authors, on: 2026-11-21}
"""
