"""Badgewise: advice on micro-credentials. The core, which knows no platform."""

__version__ = "0.1.0"
