"""The course as data: frozen records, one noun a file, and `load.load` which makes them."""
