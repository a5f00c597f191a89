"""The parts of the README that are made from the program, and the test that they are current."""
