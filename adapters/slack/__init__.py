"""Slack: payload to Ask, Reply to Block Kit, over HTTP or Socket Mode."""
