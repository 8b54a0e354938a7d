"""An id is short, in small letters, with hyphens between words.

Ids become web addresses, names of files and keys in learners' saved records, and they never
change. Capitals, spaces and accents do not survive all of these, and Windows keeps a few names
for itself (``con``, ``nul``, ``aux`` …; Microsoft, Naming Files, Paths, and Namespaces). At most
64 characters.

Mend it: use small letters, digits and single hyphens: ``calm-first``. If learners have already used
the item under its old id, list that id under ``was:``.

    # bad modules/first-steps/module.yml 2:9
    objectives:
      - id: Describe_Precautions
        text: Describe universal precautions in one sentence
        taught: ["index.md#at-the-door"]
        assessed: quiz

    # bad quizzes/Second.yml 1:1
    questions: []

    # good modules/first-steps/module.yml
    objectives:
      - id: describe-precautions
        text: Describe universal precautions in one sentence
        taught: ["index.md#at-the-door"]
        assessed: quiz
"""
