"""What a person can ask; every command is declared once, for every platform."""
