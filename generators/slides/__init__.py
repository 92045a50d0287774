"""Blocks to slides: the second writer beside Word."""
