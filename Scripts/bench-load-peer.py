#!/usr/bin/env python3
"""Parses with orjson and validates with jsonschema-rs, a line at a time, by one thread: bench-load-peer.py SCHEMA FEED"""
import sys, time
import jsonschema_rs, orjson

with open(sys.argv[1], "rb") as file:
    validator = jsonschema_rs.validator_for(orjson.loads(file.read()))
best = 0
for _ in range(3):
    invalid, start = 0, time.perf_counter()
    with open(sys.argv[2], "rb") as feed:
        for count, line in enumerate(feed, 1):
            if not validator.is_valid(orjson.loads(line)):
                invalid += 1
            if count == 100_000:
                break
    best = max(best, count / (time.perf_counter() - start))
print(f"orjson and jsonschema-rs, the schema only: {best:9.0f} products/s, {invalid} invalid of {count}")
