"""A field that takes one of a few words has one of them.

Words such as ``draft`` and ``complete``, or the kinds of question, are switches: a word that is not
among them switches nothing.

Mend it: use one of the words that the hint lists.

    # bad course/course.yml 1:9
    status: finished

    # bad quizzes/first-steps.yml 3:11
    questions:
      - id: first-words
        type: multiple-choice
        objective: choose-greeting
        prompt: What do you say?

    # good course/course.yml
    status: draft
"""
