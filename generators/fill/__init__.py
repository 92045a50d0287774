"""Filling Word files: any document that carries our content controls."""
