"""Prints, for each language and workload, ours beside the best variant of each peer: bench-search-table.py LOG

A ratio is the peer's time to ours; ≠ says that the peer counted other rows, as engines do where a workload's rows are not hits."""
import re
import sys

results = {}  # (language, engine) -> workload -> (p50, p99, rows)
builds = {}  # (language, engine) -> (CPU seconds, MB)
place = None
for line in open(sys.argv[1], encoding="utf-8"):
    if match := re.match(r"== (\w+) (\w+)", line):
        place = (match[1], match[2])
    elif place and (match := re.match(r"\s+(\w+)\s+p50\s+([\d.]+) us\s+p99\s+([\d.]+) us.* rows (\d+)", line)):
        known = results.setdefault(place, {})
        figures = (float(match[2]), float(match[3]))
        # The best variant of a peer, each figure by itself: the harder comparison.
        old = known.get(match[1], (*figures, 0))
        known[match[1]] = (min(old[0], figures[0]), min(old[1], figures[1]), int(match[4]))
    elif place and (match := re.search(r"(?:cpu|total) ([\d.]+)s.*?(?:size|file) ([\d.]+) MB", line)):
        figures = (float(match[1]), float(match[2]))
        builds[place] = tuple(map(min, builds.get(place, figures), figures))

for language in dict.fromkeys(key[0] for key in results):
    ours = results.get((language, "keruen"), {})
    peers = [key[1] for key in results if key[0] == language and key[1] != "keruen"]
    print(f"\n{language:14} {'ours p50 / p99, µs':>22}" + "".join(f"{peer + ' p50 / p99, ratio':>46}" for peer in peers))
    for workload, (p50, p99, rows) in ours.items():
        row = f"{workload:14} {p50:10.1f} / {p99:9.1f}"
        for peer in peers:
            theirs = results[(language, peer)].get(workload)
            row += " " * 46 if theirs is None else (
                f"{theirs[0]:12.1f} / {theirs[1]:10.1f}  {theirs[0] / max(p50, 0.05):6.1f}× {theirs[1] / max(p99, 0.05):6.1f}×"
                f"{' ' if theirs[2] == rows else '≠'}")
        print(row)
    if own := builds.get((language, "keruen")):
        row = f"{'build s, MB':14} {own[0]:10.1f} / {own[1]:9.1f}"
        for peer in peers:
            theirs = builds.get((language, peer))
            row += " " * 46 if theirs is None else f"{theirs[0]:12.1f} / {theirs[1]:10.1f}  {theirs[0] / own[0]:6.1f}× {theirs[1] / own[1]:6.1f}× "
        print(row)
