"""Runs moto's server until standard input closes, so that it never outlives the process that started it."""

import os
import sys
import threading

from moto.server import main


def stop_with_starter() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


threading.Thread(target=stop_with_starter, daemon=True).start()
main(sys.argv[1:])
