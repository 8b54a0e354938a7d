"""Every field that must be there is there, and has something in it.

Some fields can be left out; others are needed to build a page or to keep a learner's record, such
as an id, a title or the feedback of an option. A field with nothing after its colon counts as
missing.

Mend it: add the line. The finding points at the group that lacks it, or at the empty field.

    # bad quizzes/first-steps.yml 8:9
    questions:
      - id: first-words
        type: choice
        objective: choose-greeting
        prompt: What do you say?
        options:
          - {id: hello, text: Hello, correct: true, feedback: Short and kind.}
          - {id: why-late, text: Why are you late?}
          - {id: sign-in, text: Sign in first, feedback: The list can wait.}

    # bad course/course.yml 1:1
    title:

    # good quizzes/first-steps.yml
    questions:
      - id: first-words
        type: choice
        objective: choose-greeting
        prompt: What do you say?
        options:
          - {id: hello, text: Hello, correct: true, feedback: Short and kind.}
          - {id: why-late, text: Why are you late?, feedback: He would have to explain.}
          - {id: sign-in, text: Sign in first, feedback: The list can wait.}
"""
