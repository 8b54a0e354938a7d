"""Every file that a course or a module needs is there.

A course needs the folders ``course/``, ``modules/`` and ``quizzes/`` and the file
``course/course.yml``. A module needs ``module.yml``, which describes it, and ``index.md``, the
page that learners read.

Mend it: write the file, or let ``trellis new`` make one to begin with. If the folder is left over
from a module that has gone, delete the folder.
"""
