"""Gives a moto server to each connection, until standard input closes.

Moto is loaded once; each server is a fork of this process, with a state of its own, and ends with its connection.
A connection begins with one line of JSON, the server's environment; it is answered with the server's address.
Each further line makes a copy of the server with all that it holds, and is answered with the copy's address.
"""

import functools
import gc
import io
import json
import logging
import os
import select
import signal
import socket
import sys
import threading
import traceback

import botocore.session
from cryptography.hazmat.primitives.asymmetric import rsa
from moto.core import responses, utils
from moto.kms.utils import generate_private_key
from moto.moto_api import recorder
from moto.moto_api._internal import mock_random
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.datastructures import Headers
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wrappers import Response

HOST = "127.0.0.1"
USED_BY_MOST = ["ec2", "ecr", "iam", "kms", "s3", "sagemaker", "sts"]

application_of = functools.cache(create_backend_app)
application = DomainDispatcherApplication(application_of)


class KeepsConnections(WSGIRequestHandler):
    """Answers one request after the other on a connection, each in one packet; werkzeug's own closes it, and makes a thread for each request."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True

    def run_wsgi(self) -> None:
        # What nobody read would be taken for the next request.
        body = io.BytesIO(self.rfile.read(int(self.headers.get("Content-Length", 0))))
        environ = {**self.make_environ(), "wsgi.input": body}
        try:
            answer = Response.from_app(self.server.app, environ, buffered=True)
        except Exception as error:
            answer = Response(f"{type(error).__name__}: {error}", 500)
        self.send(answer.status_code, answer.headers, b"" if self.command == "HEAD" else answer.get_data())

    def send(self, status: int, headers: Headers, content: bytes) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if "content-length" not in headers:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_request(self, *_: object) -> None:
        pass


def spare_the_processor() -> None:
    """What moto does anew for each request, account or key, always with the same result, is done once."""
    # It lists its folder on disk and tries some 400 patterns for a host's name.
    DomainDispatcherApplication.get_backend_for_host = functools.cache(DomainDispatcherApplication.get_backend_for_host)
    # It makes an RSA key for each KMS key, also for symmetric ones.
    rsa.generate_private_key = functools.cache(rsa.generate_private_key)
    # It searches botocore's models anew for each account and error.
    botocore.session.create_loader = functools.cache(botocore.session.create_loader)
    # It writes a line for each error, which nobody reads.
    logging.getLogger("werkzeug").disabled = True
    # Machine images, which nobody asks for, are loaded for each account and Region.
    os.environ["MOTO_EC2_LOAD_DEFAULT_AMIS"] = "false"
    # It looks for the methods of a service's class for each request.
    responses.method_names_from_class = functools.cache(responses.method_names_from_class)
    # What each server would load and make anew is there before the fork.
    generate_private_key("SYMMETRIC_DEFAULT")
    application_of("moto_api")
    for service in USED_BY_MOST:
        application_of(service)
        utils.get_service_model(utils.service_name_from_moto_package_name(service))


def serve(connection: socket.socket) -> None:
    server = make_server(HOST, 0, application, threaded=True, request_handler=KeepsConnections)
    connection.sendall(f"http://{HOST}:{server.port}\n".encode())
    server.serve_forever()


def end_with(pipe: int) -> None:
    os.read(pipe, 1)
    os._exit(0)


def make_copies(connection: socket.socket) -> None:
    """For each further line, a fork of this server takes the place of the fork before; all end with the connection."""
    life = None
    for _ in connection.makefile():
        if life is not None:
            os.close(life)
        end, life = os.pipe()
        if os.fork() == 0:
            os.close(life)
            threading.Thread(target=end_with, args=[end], daemon=True).start()
            serve(connection)
        os.close(end)
    os._exit(0)


def begin(connection: socket.socket) -> None:
    os.environ.update(json.loads(connection.makefile().readline()))
    # Both were made before the fork.
    mock_random.seed()
    recorder._location = os.environ["MOTO_RECORDER_FILEPATH"]
    threading.Thread(target=make_copies, args=[connection], daemon=True).start()
    serve(connection)


def fork_for(connection: socket.socket) -> None:
    if os.fork() > 0:
        return
    try:
        begin(connection)
    except BaseException:
        traceback.print_exc()
    os._exit(1)


def main() -> None:
    # Who has ended is not waited for.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    listener = socket.create_server((HOST, 0))
    print(listener.getsockname()[1], flush=True)
    while sys.stdin.buffer not in select.select([listener, sys.stdin.buffer], [], [])[0]:
        connection, _ = listener.accept()
        fork_for(connection)
        connection.close()


spare_the_processor()
gc.freeze()
main()
