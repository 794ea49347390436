"""Seed bytes in, articles out."""
