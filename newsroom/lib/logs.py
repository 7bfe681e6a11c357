"""What the log keeps of a request that went wrong."""

import logging


def on_one_line(record):
    """Leave out the traceback of what is no failure of ours, such as a tampered address: it says nothing that helps.

    A filter of logging; every record passes.
    """
    if record.levelno < logging.ERROR:
        record.exc_info = record.exc_text = None
    return True
