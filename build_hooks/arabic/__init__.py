"""What is true of Arabic text, with no idea of articles."""
