"""Makes pytest put the repository's own folder first on the path."""
