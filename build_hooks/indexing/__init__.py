"""Articles in; what readers look things up in out."""
