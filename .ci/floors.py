#!/usr/bin/env python3
"""floors.py FLOORS.json NAME=SCORE.json…: fails where a measured figure lies below its floor.

FLOORS.json: {"NAME": {"least": {"groups/table/exact/2": 0.99}, "most": {"ungrounded": 0}}}; a key is a path into
the score's JSON, a figure that is not there counts as 0. Floors only rise.
"""
import json
import sys


def reach(value, path):
    for part in path.split("/"):
        try:
            value = value[int(part)] if isinstance(value, list) else value[part]
        except (KeyError, IndexError):
            return 0
    return value


floors = json.load(open(sys.argv[1], encoding="utf-8"))
bad = False
for argument in sys.argv[2:]:
    name, file = argument.split("=", 1)
    score = json.load(open(file, encoding="utf-8"))
    for side, limits in floors[name].items():
        for path, limit in limits.items():
            seen = reach(score, path)
            broken = seen < limit if side == "least" else seen > limit
            bad |= broken
            print(f"{'BROKEN' if broken else 'holds '} {name} {path}: {seen}, at {side} {limit}")
sys.exit(1 if bad else 0)
