"""Nashir: plain-text Arabic articles in, a right-to-left static site out."""
