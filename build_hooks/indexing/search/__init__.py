"""The search index: from documents to the files that `docs/assets/search/search.js` asks for."""
