"""The pages and the API that people see; no decision about answers is taken here."""
