"""Blocks to .docx: the only code, beside filling, that knows Word."""
