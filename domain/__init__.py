"""The rules: pure values, tables and plain synchronous services; standard library only."""
