"""What is logged names no secret, no phone and no person's words, even when something breaks."""

import subprocess
import sys

from bot.settings import ROOT

SECRET = "EAAcanary-secret-token"
ADDRESS = "gaon Jhaniyari ward 4"
PROGRAM = f"""
import logging, structlog
from bot.logs import quiet_logs
quiet_logs(["{SECRET}"])
log = structlog.get_logger()
log.info("sent", to="919816012345", url="https://x/?access_token={SECRET}", order="HT-1001")
logging.getLogger("telegram").error("chat 9816012345 and %s", "{SECRET}")
def placed(where):
    raise RuntimeError("broken by +91 98160 12345 {SECRET}")
try:
    placed(bytes.fromhex("{ADDRESS.encode().hex()}").decode())
except RuntimeError as error:
    log.error("turn_failed", exc_info=error)
"""


def test_no_secret_no_number_and_no_value_of_a_variable() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True)
    seen = done.stdout + done.stderr
    assert "HT-1001" in seen
    assert "RuntimeError" in seen
    assert "in placed" in seen  # the traceback is there
    for hidden in (SECRET, "9816012345", "98160 12345", ADDRESS):
        assert hidden not in seen
