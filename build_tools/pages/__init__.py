"""What each page of the site says. `compiler.compile_pages` makes all of them from a course.

Each module in ``kinds/`` makes one kind of page with the Jinja template of the same name beside it.
"""
