"""The ways in and out: the terminal, Discord, Slack. Each knows the core; none knows another."""
