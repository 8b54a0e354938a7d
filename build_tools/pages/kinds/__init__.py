"""One module for each kind of page: ``uris`` names its pages, ``make`` writes them."""
