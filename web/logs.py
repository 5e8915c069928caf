"""How the service writes its log: one object of JSON a line, where that is set."""

from __future__ import annotations

import logging.config

from pythonjsonlogger.json import JsonFormatter

from web import observing

JSON_LINES = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": JsonFormatter,
            "fmt": ["levelname", "name", "message"],
            "rename_fields": {"levelname": "level", "name": "logger"},
            "timestamp": "time",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    # Below warnings, libraries may log what they are asked.
    "root": {"level": "WARNING", "handlers": ["stderr"]},
    "loggers": {observing.__name__: {"level": "INFO"}},
}


def write_json() -> None:
    """Write what is logged from now on as JSON, with a line for each request."""
    logging.config.dictConfig(JSON_LINES)
