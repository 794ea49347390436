"""Articles and indexes in; pages and files out."""
