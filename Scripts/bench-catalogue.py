#!/usr/bin/env python3
"""Writes the generator's products as a catalogue of ours, with one file of JSON Lines: bench-catalogue.py PEERS IN.jsonl OUT [COUNT]

PEERS is the folder of gen.py, whose words for categories, materials and regions become the catalogue's vocabularies."""
import os, shutil, sys
import orjson

peers, source, out = sys.argv[1:4]
count = int(sys.argv[4]) if len(sys.argv) > 4 else None
sys.path.insert(0, peers)
from gen import CATS, COLOURS, MATERIALS, REGIONS, TECHNIQUES

root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Catalog")
for part in ("products", "price-lists", "stock", "images"):
    os.makedirs(os.path.join(out, part), exist_ok=True)
shutil.copytree(os.path.join(root, "markets"), os.path.join(out, "markets"), dirs_exist_ok=True)
shutil.copy(os.path.join(root, "warehouses.yaml"), out)


def write(name, value):
    with open(os.path.join(out, name), "wb") as file:
        file.write(orjson.dumps(value))


def names(row, russian):
    return {"zh-Hans": row[1], "ru": row[russian], "kk": row[-1]}


# YAML reads JSON.
write("categories.yaml", [{"id": c[0], "name": {"zh-Hans": c[1], "ru": c[2], "kk": c[3]}} for c in CATS])
write("materials.yaml", {m[0]: names(m, 3) for m in MATERIALS})
write("regions.yaml", {r[0]: names(r, 2) for r in REGIONS})
for c in CATS:
    open(os.path.join(out, "images", c[0] + ".svg"), "w").close()
colours = {c[0]: {"zh-Hans": c[1], "ru": c[2] + "ый", "kk": c[3]} for c in COLOURS}
techniques = {t[0]: {"zh-Hans": t[1], "ru": t[2], "kk": t[3]} for t in TECHNIQUES}
hs = {c[0]: f"{620000 + place * 37:06d}" for place, c in enumerate(CATS)}


def gtin(number):
    digits = f"20{number:010d}"
    total = sum(int(d) * (3 if place % 2 else 1) for place, d in enumerate(digits))
    return digits + str(-total % 10)


def product(p):
    a, number = p["attributes"], p["id"]
    variant = {
        "sku": p["sku"],
        "prices": {m: f"{p['prices'][c] // 100}.{p['prices'][c] % 100:02d}" for m, c in (("cn", "CNY"), ("ru", "RUB"), ("kz", "KZT"))},
        "stock": {"urumqi": p["stock"]},
    }
    result = {
        "id": f"{p['object'].replace('_', '-')}-{number}", "kind": "handicraft", "category": p["category"],
        "title": p["title"], "description": p["description"], "image": p["category"] + ".svg",
        "added": f"{2022 + number * 7 % 4}-{1 + number * 5 % 12:02d}-{1 + number * 3 % 28:02d}",
    }
    if p["category"] in ("tours", "stays"):
        days = 1 + number % 9
        result |= {
            "kind": "tour",
            "tour": {
                "days": days, "nights": days - 1, "region": a["region"], "meetingPoint": p["title"], "timeZone": "Asia/Shanghai",
                "startTime": "09:30", "guideLanguages": ["zh-Hans", "ru"], "groupSize": {"min": 2, "max": 12},
                "departures": [f"2027-{m:02d}-{1 + number % 28:02d}" for m in range(4, 10)], "cancellationHours": 48,
                "borderPermit": number % 11 == 0, "includes": techniques[a["technique"]]},
        }
    else:
        result |= {
            "origin": "CN", "hsCode": hs[p["category"]],
            "handicraft": {
                "materials": [{"material": a["material"], "share": 100}], "technique": techniques[a["technique"]],
                "region": a["region"], "artisan": {"ru": a["artisan"], "kk": a["artisan"]},
                "size": {"length": f"{a['size_cm'][0]} cm", "width": f"{a['size_cm'][1]} cm"},
                "made": "new" if a["year"] >= 2024 else str(a["year"]), "oneOfAKind": False},
        }
        variant |= {"options": {"colour": colours[a["colour"]]}, "gtin": gtin(number), "weight": f"{a['weight_g']} g"}
    result["variants"] = [variant]
    return result


with open(source, "rb") as lines, open(os.path.join(out, "products", "feed.jsonl"), "wb") as feed:
    for place, line in enumerate(lines):
        if place == count:
            break
        feed.write(orjson.dumps(product(orjson.loads(line)), option=orjson.OPT_APPEND_NEWLINE))
