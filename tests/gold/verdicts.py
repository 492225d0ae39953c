"""Which events of a reading are right, by the scorer's own matching: numbers only.

usage: verdicts.py SCORE.PY GOLD_DIR SYSTEM_DIR -> article, trigger's first byte, type right, source and target right
"""

import glob
import json
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from more import load, matched  # noqa: E402


def main(scorer, gold_dir, system_dir):
    score = load(scorer)
    for path in sorted(glob.glob(os.path.join(system_dir, "*.json"))):
        name = os.path.basename(path)
        gold_path = os.path.join(gold_dir, name)
        if not os.path.exists(gold_path):
            continue
        with open(gold_path, encoding="utf-8") as file:
            gold = json.load(file)
        with open(path, encoding="utf-8") as file:
            system = json.load(file)
        typed, right = matched(score, gold, system, score.getsents(gold, gold_path))
        for j, event in enumerate(system["events"]):
            print(name[:-5], event["trigger"]["start"], int(j in typed), int(j in right), sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
