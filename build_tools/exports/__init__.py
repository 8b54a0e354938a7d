"""One file for each format that a course can be handed on in, made from the course itself."""
