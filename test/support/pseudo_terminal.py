"""Runs a command on a pseudo-terminal and answers each prompt in turn: pseudo_terminal.py COLUMNS ANSWERS COMMAND...

ANSWERS is a JSON list of lines; "^C" and "^D" are those keys. Prints what the terminal showed and ends with the command's exit code.
"""

import fcntl
import json
import os
import pty
import struct
import sys
import termios

KEYS = {"^C": b"\x03", "^D": b"\x04"}
PROMPT = b"> "

columns, answers, command = int(sys.argv[1]), json.loads(sys.argv[2]), sys.argv[3:]
child, terminal = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    os.execvp(command[0], command)

unanswered = b""
while True:
    try:
        piece = os.read(terminal, 4096)
    except OSError:  # Linux says EIO when the last process has left the terminal.
        break
    if not piece:
        break
    sys.stdout.buffer.write(piece)
    unanswered += piece
    # readline may move the cursor behind the prompt it has drawn.
    if answers and unanswered.rsplit(b"\x1b[", 1)[0].endswith(PROMPT):
        answer, unanswered = answers.pop(0), b""
        os.write(terminal, KEYS.get(answer, answer.encode() + b"\r"))
sys.stdout.flush()
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
