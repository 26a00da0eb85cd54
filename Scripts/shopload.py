"""A shop that listens, what visitors ask of it, and tools that ask: for ./Scripts/bench-shop and ./Scripts/test-soak."""
import json
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def get(port, path):
    """The status, the address that it came to, and the body."""
    address = urllib.parse.quote(f"http://127.0.0.1:{port}{path}", safe=":/?&=%")
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return answer.status, answer.url.split(f":{port}", 1)[1], answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, path, ""


class Server:
    """A program that listens; ended with the block."""

    def __init__(self, command, ready, environment=None):
        self.port = free_port()
        self.command = [part.replace("PORT", str(self.port)) for part in command]
        self.ready, self.environment = ready, {**os.environ, **(environment or {})}

    def __enter__(self):
        self.process = subprocess.Popen(self.command, env=self.environment, cwd=ROOT, stdout=subprocess.DEVNULL)
        begin = time.monotonic()
        while time.monotonic() - begin < 300:
            if self.process.poll() is not None:
                sys.exit(f"{self.command[0]} ended with {self.process.returncode}")
            try:
                if get(self.port, self.ready)[0] == 200:
                    self.start = time.monotonic() - begin
                    return self
            except OSError:
                pass
            time.sleep(0.05)
        sys.exit(f"{self.command[0]} was not ready after 300 s")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def memory(self):
        """Resident megabytes: all, and those that are no mapped file."""
        with open(f"/proc/{self.process.pid}/status") as file:
            found = dict(re.findall(r"(VmRSS|RssAnon):\s+(\d+) kB", file.read()))
        return int(found["VmRSS"]) // 1024, int(found["RssAnon"]) // 1024


def wrk(port, path, options, script=None):
    """Requests a second, how many there were, and how many of them failed."""
    command = ["wrk", "-t2", f"-c{options.connections}", f"-d{options.seconds}s", "--timeout", "10s"]
    command += ["-s", script] if script else []
    text = subprocess.run(command + [f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True, check=True).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
    failed = sum(map(int, re.findall(r"Non-2xx or 3xx responses: (\d+)", text)))
    for kind in re.findall(r"Socket errors: (.*)", text):
        failed += sum(map(int, re.findall(r"\d+", kind)))
    return rate, int(re.search(r"(\d+) requests in", text)[1]), failed


def hey(port, path, arguments):
    text = subprocess.run(["hey", *arguments, f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True, check=True).stdout
    percentile = {int(p): float(s) * 1000 for p, s in re.findall(r"(\d+)%+ in ([\d.]+) secs", text)}
    counts = {int(code): int(n) for code, n in re.findall(r"\[(\d+)\]\s+(\d+) responses", text)}
    return percentile, counts


def targets(port, market, folder):
    """What is asked of a shop: name → (address, wrk script)."""
    home = f"/{market}/"
    page = get(port, home)[2]
    shelf = next((link for link in re.findall(r'href="([^"]*/c/[^"?#]+)"', page)), home)
    status, shelf, text = get(port, shelf)
    product = next((link for link in re.findall(r'href="([^"]*/p/[^"?#]+)"', text)), None)
    found = {"home": (home, None), "category page": (shelf, None)}
    if product:
        found["product page"] = (get(port, urllib.parse.unquote(product))[1], None)
    titles = re.findall(r"<h[23][^>]*>(?:<[^>]*>)*([^<]+)", text + page)
    words = sorted({word.lower() for title in titles for word in re.findall(r"\w{4,}", title)})
    if words:
        path = f"/api/v1{home}search?q="
        if get(port, path + words[0])[0] == 200:
            found["JSON search, one query"] = (path + urllib.parse.quote(words[0]), None)
            queries = os.path.join(folder, f"queries-{port}.lua")
            random.seed(1)
            pairs = [f"{a} {b}" for a in words for b in words if a != b]
            random.shuffle(pairs)
            with open(queries, "w") as file:
                listed = ",".join(json.dumps(path + urllib.parse.quote(q)) for q in (words + pairs)[:20_000])
                # Each of the two threads goes through its own half.
                file.write(f"local q = {{{listed}}}\nlocal threads = 0\n")
                file.write('setup = function(thread) thread:set("half", threads); threads = threads + 1 end\n')
                file.write("local i = 0\n")
                half = "math.floor(#q / 2)"
                file.write(f"request = function() i = i % {half} + 1; return wrk.format('GET', q[half * {half} + i]) end\n")
            found["JSON search, 20,000 queries"] = (path, queries)
    return found


def need(*tools):
    """Installs what is missing; each is Debian's package of its name."""
    if not all(map(shutil.which, tools)):
        subprocess.run([os.path.join(ROOT, "Scripts/bootstrap"), *tools], check=True)
    for tool in tools:
        if not shutil.which(tool):
            sys.exit(f"keruen: please install {tool}")


# One visitor asks for all: requests aren't counted per address and aren't logged.
UNCOUNTED = {
    "SHOP_LIMITS_REQUESTS": "0", "SHOP_LIMITS_POSTS": "0", "SHOP_LIMITS_PERADDRESS": "100000", "SHOP_LOG_LEVEL": "error",
}


def shop(binaries, folder, name, *arguments):
    store = os.path.join(folder, f"{name}.sqlite")
    command = [os.path.join(binaries, "Shop"), "--port", "PORT", "--store", store, *arguments]
    return Server(command, "/readyz", UNCOUNTED)
