"""The `communique` command: app.py has the table of commands, each of which is a file here; terminal/ is what people see."""
