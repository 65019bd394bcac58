"""The memory: tables, repositories, the one way to write, migrations."""
