"""Judging statements by hand: draw.py draws them, sheet.py is the table to fill in, context.py what a judge sees, count.py counts."""
