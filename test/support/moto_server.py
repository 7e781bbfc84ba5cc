"""Runs moto's server until standard input closes, so that it never outlives the process that started it."""

import functools
import os
import sys
import threading

import botocore.session
from cryptography.hazmat.primitives.asymmetric import rsa
from moto.moto_server.werkzeug_app import DomainDispatcherApplication
from moto.server import main
from werkzeug.serving import WSGIRequestHandler


def stop_with_starter() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


def spare_the_processor() -> None:
    """What moto does anew for each request, account or key, always with the same result, is done once."""
    # It lists its folder on disk and tries some 400 patterns for a host's name.
    DomainDispatcherApplication.get_backend_for_host = functools.cache(DomainDispatcherApplication.get_backend_for_host)
    # It makes an RSA key for each KMS key, also for symmetric ones.
    rsa.generate_private_key = functools.cache(rsa.generate_private_key)
    # It searches botocore's models anew for each account and error.
    botocore.session.create_loader = functools.cache(botocore.session.create_loader)
    # It writes a line for each request, which nobody reads, and each answer in two packets.
    WSGIRequestHandler.log_request = lambda *_: None
    WSGIRequestHandler.wbufsize = -1
    WSGIRequestHandler.disable_nagle_algorithm = True


threading.Thread(target=stop_with_starter, daemon=True).start()
spare_the_processor()
main(sys.argv[1:])
