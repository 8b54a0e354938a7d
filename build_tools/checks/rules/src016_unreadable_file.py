"""Every file of the course can be opened.

A file that another program holds, that a backup has moved to the cloud, or that belongs to another
user cannot be read, and a course without it would look whole.

Mend it: close other programs that use the file, and check that you may read it.
"""
