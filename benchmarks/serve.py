"""Times the server over real connections with wrk: checks a second, and latency at half that load.

One server process, asked over loopback, bounded in time. Beside it, in the same run and as what the
figures are to be held against: the bare check in this process, and a server that answers without
checking (/healthz). Needs wrk (`apt-get install wrk`) and the extra `serve`.
"""

from __future__ import annotations

import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "benchmarks"))

from tests.serve.serving import Served, serving  # noqa: E402

SECONDS = 8
CONNECTIONS = 16
CLEAN = (
    "您好，您的退款申请已提交，预计3个工作日内到账。" + "感谢您的耐心等待，如有问题欢迎联系我们。"
)

LUA = """
local bodies = {}
for line in io.lines("%(file)s") do bodies[#bodies + 1] = line end
local at = math.random(#bodies)
function request()
  at = at %% #bodies + 1
  return wrk.format("POST", "/v1/check", {["Content-Type"] = "application/json"}, bodies[at])
end
function response(status)
  if status ~= 200 then io.stderr:write("status " .. status .. "\\n") end
end
"""
DELAY = "function delay() return %d end\n"


def messages() -> list[str]:
    from speed import messages as known

    return [text for text in known()[:20_000] if text.strip()][:5_000]


def wrk(
    served: Served, script: str, folder: Path, connections: int = CONNECTIONS
) -> dict[str, float]:
    path = folder / "wrk.lua"
    path.write_text(script, encoding="utf-8")
    command = ["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", "--latency", "-s", str(path)]
    ran = subprocess.run([*command, served.url], capture_output=True, text=True, check=True)
    if "status" in ran.stderr or "Socket errors" in ran.stdout:
        print(ran.stdout, ran.stderr)
    found = {"rate": float(re.search(r"Requests/sec:\s*([\d.]+)", ran.stdout)[1])}  # type: ignore[index]
    for name in ("50", "99"):
        number, unit = re.search(rf"{name}%\s+([\d.]+)(us|ms|s)", ran.stdout).groups()  # type: ignore[union-attr]
        found[f"p{name}"] = float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
    return found


def spent(served: Served) -> float:
    """Processor seconds of the server so far: what a busy machine does not lengthen much."""
    numbers = served.get("/metrics").text
    return float(re.search(r"(?m)^process_cpu_seconds_total (\S+)", numbers)[1])  # type: ignore[index]


def load(served: Served, name: str, texts: list[str], folder: Path) -> None:
    """As fast as it goes, then at half of that."""
    file = folder / "bodies.jsonl"
    file.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    script = LUA % {"file": file}
    wrk(served, script, folder)  # warm
    before = spent(served)
    full = wrk(served, script, folder)
    cpu = (spent(served) - before) / (full["rate"] * SECONDS)
    print(
        f"{name:<28} {full['rate']:7.0f}/s   p50 {full['p50']:6.2f} ms   p99 {full['p99']:6.2f} ms"
    )
    print(
        f"{'  processor time':<28} {cpu * 1e6:7.0f} µs each: {1 / cpu:.0f}/s of a core of its own"
    )
    connections = 64
    pause = round(connections / (full["rate"] / 2) * 1000)
    half = wrk(served, script + DELAY % pause, folder, connections)
    print(
        f"{'  at half that load':<28} {half['rate']:7.0f}/s   p50 {half['p50']:6.2f} ms"
        f"   p99 {half['p99']:6.2f} ms"
    )


def beside(served: Served, name: str, body: bytes, path: str) -> None:
    """How long one short check takes while something long is under way."""
    times: list[float] = []
    running = threading.Event()

    def long() -> None:
        served.ask("POST", path, body, {"content-type": "application/json"})
        running.set()

    thread = threading.Thread(target=long)
    connection = HTTPConnection("127.0.0.1", served.port, timeout=60)
    short = json.dumps({"text": CLEAN})
    thread.start()
    begun = time.perf_counter()
    while not running.is_set() and time.perf_counter() - begun < 30:
        start = time.perf_counter()
        connection.request("POST", "/v1/check", short, {"content-type": "application/json"})
        connection.getresponse().read()
        times.append((time.perf_counter() - start) * 1000)
        time.sleep(0.005)
    thread.join()
    took = time.perf_counter() - begun
    times.sort()
    print(
        f"{name:<28} {took:6.1f} s long; a short check beside it: p50 "
        f"{statistics.median(times):6.2f} ms   p99 {times[int(len(times) * 0.99)]:6.2f} ms"
    )


def main() -> int:
    if shutil.which("wrk") is None:
        print("wrk is not there: apt-get install wrk")
        return 1
    from replylint import Linter

    texts = messages()
    linter = Linter()
    for each in [CLEAN, *texts[:100]]:
        linter.check(each)
    begun = time.perf_counter()
    for _ in range(2000):
        linter.check(CLEAN)
    print(f"{'in process, clean':<28} {2000 / (time.perf_counter() - begun):7.0f}/s")
    with tempfile.TemporaryDirectory() as name, serving(Path(name)) as served:
        folder = Path(name)
        bare = wrk(served, 'wrk.path = "/healthz"\n', folder)
        print(f"{'no check (/healthz)':<28} {bare['rate']:7.0f}/s")
        load(served, "clean, 50 characters", [CLEAN], folder)
        load(served, "agents' turns", texts, folder)
        batch = {"messages": [{"text": text} for text in texts]}
        beside(served, f"a batch of {len(texts)}", json.dumps(batch).encode(), "/v1/batch")
        long = json.dumps({"text": "".join(texts)[:10_000]}).encode()
        beside(served, "one of 10,000 characters", long, "/v1/check")
    return 0


if __name__ == "__main__":
    sys.exit(main())
