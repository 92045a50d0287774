"""From pages to files: Word templates, and the site that offers them."""
