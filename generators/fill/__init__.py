"""Filling in: a Word file with our controls and an event's values give the same file, filled in.

A file is compiled once, into text that stays and places that change; filling it is putting these
together, which takes a fraction of a millisecond. The browser does the same in JavaScript, and
gives the same parts (`overrides/assets/javascripts`).
"""
