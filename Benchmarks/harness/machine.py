"""What the figures were measured on."""

import os
import platform
from pathlib import Path


def describe():
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    models = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    processor = models[0] if models else platform.processor() or platform.machine()
    print(f"Machine: {os.cpu_count()} cores, {processor}, {platform.system()} {platform.release()}.", flush=True)
    load()


def load():
    """The load tells whether other work was running: a quiet machine shows little more than what this starts."""
    print("Load average over 1, 5 and 15 minutes: " + ", ".join(f"{part:.1f}" for part in os.getloadavg()), flush=True)
