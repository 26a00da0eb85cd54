"""Prints, for each language and workload, ours beside the best variant of each peer: bench-search-table.py LOG"""
import re
import sys

results = {}  # (language, engine) -> workload -> (p50, p99)
place = None
for line in open(sys.argv[1], encoding="utf-8"):
    if match := re.match(r"== (\w+) (\w+)", line):
        place = (match[1], match[2])
    elif place and (match := re.match(r"\s+(\w+)\s+p50\s+([\d.]+) us\s+p99\s+([\d.]+) us", line)):
        known = results.setdefault(place, {})
        figures = (float(match[2]), float(match[3]))
        # The best variant of a peer, each figure by itself: the harder comparison.
        old = known.get(match[1], figures)
        known[match[1]] = (min(old[0], figures[0]), min(old[1], figures[1]))

for language in dict.fromkeys(key[0] for key in results):
    ours = results.get((language, "keruen"), {})
    peers = [key[1] for key in results if key[0] == language and key[1] != "keruen"]
    print(f"\n{language:14} {'ours p50 / p99, µs':>22}" + "".join(f"{peer + ' p50 / p99, ratio':>46}" for peer in peers))
    for workload, (p50, p99) in ours.items():
        row = f"{workload:14} {p50:10.1f} / {p99:9.1f}"
        for peer in peers:
            theirs = results[(language, peer)].get(workload)
            row += " " * 46 if theirs is None else (
                f"{theirs[0]:13.1f} / {theirs[1]:10.1f}  {theirs[0] / max(p50, 0.05):6.1f}× {theirs[1] / max(p99, 0.05):6.1f}×")
        print(row)
