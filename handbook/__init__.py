"""The model of the method: what stands in handbook.yml, and what follows from it."""
