"""What people see: standard output and stderr, colours, tables. rich is imported only by what draws."""
