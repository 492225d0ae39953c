"""What the scorer beside the annotated articles does not count, by its own alignment: numbers only.

usage: more.py SCORE.PY GOLD_DIR SYSTEM_DIR

* event_coreference: two places in the text that tell of the same event, as a pair. A pair of the reading is right
  when both its triggers touch triggers of one annotated event. "found" counts only pairs whose ends both sides have.
* calibration: expected calibration error of the events' confidence in ten bins of equal width, an event being right
  when the scorer matches its type, source and target (L2).
"""

import glob
import importlib.util
import itertools
import json
import os
import sys

sys.dont_write_bytecode = True


def load(path):
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def matched(score, gold, system, sentences):
    """Pairs of gold and system events that the scorer matches at L1, and the system's that it matches at L2. The scorer returns counts only, so its one-to-one
    matching is watched: of its last calls, four come after the five levels L0, L1, L2a, L2, L3 and two for relations."""
    calls = []
    plain = score.greedy

    def watched(candidates):
        pairs = plain(candidates)
        calls.append(pairs)
        return pairs

    score.greedy = watched
    try:
        figures, _ = score.score(gold, system, sentences)
    finally:
        score.greedy = plain
    typed, right = calls[-9], calls[-7]
    assert len(right) == figures["event_L2_source_target"][0], "the scorer has changed"
    assert len(typed) == figures["event_L1_type_sentence"][0], "the scorer has changed"
    return sorted(typed), {j for _, j in right}


def triggers(event):
    out = [t for t in [event.get("trigger")] + (event.get("alt_triggers") or []) if t]
    return sorted({(t["start"], t["end"]) for t in out})


def pairs(events):
    return {pair for event in events for pair in itertools.combinations(triggers(event), 2)}


def touch(a, b):
    return a[0] < b[1] and b[0] < a[1]


def coreference(gold, system):
    """Pairs right, pairs of the system, pairs of the gold; then both restricted to ends that the other side has."""
    mine, theirs = pairs(system), pairs(gold)
    here = [t for event in system for t in triggers(event)]
    there = [t for event in gold for t in triggers(event)]
    same = lambda p, q: (touch(p[0], q[0]) and touch(p[1], q[1])) or (touch(p[0], q[1]) and touch(p[1], q[0]))
    has = lambda p, spans: all(any(touch(end, span) for span in spans) for end in p)
    right_mine = sum(any(same(p, q) for q in theirs) for p in mine)
    right_theirs = sum(any(same(p, q) for q in mine) for p in theirs)
    return [
        right_mine, len(mine), right_theirs, len(theirs),
        sum(has(p, there) for p in mine), sum(has(q, here) for q in theirs),
    ]


def f1(right_p, all_p, right_r, all_r):
    p = right_p / all_p if all_p else 0.0
    r = right_r / all_r if all_r else 0.0
    return {"P": p, "R": r, "F": 2 * p * r / (p + r) if p + r else 0.0, "counts": [right_p, all_p, right_r, all_r]}


def articles(gold_dir, system_dir):
    """For each article that both have, in order: its name, where its annotation is, the annotation and the reading."""
    for path in sorted(glob.glob(os.path.join(gold_dir, "*.json"))):
        answer = os.path.join(system_dir, os.path.basename(path))
        if not os.path.exists(answer):
            continue
        with open(path, encoding="utf-8") as file:
            gold = json.load(file)
        with open(answer, encoding="utf-8") as file:
            system = json.load(file)
        yield os.path.basename(path)[:-5], path, gold, system


def main(scorer, gold_dir, system_dir):
    score = load(scorer)
    judged, counts = [], [0] * 6
    for _, path, gold, system in articles(gold_dir, system_dir):
        _, right = matched(score, gold, system, score.getsents(gold, path))
        events = system.get("events", [])
        judged += [(event.get("confidence", 1.0), j in right) for j, event in enumerate(events)]
        counts = [a + b for a, b in zip(counts, coreference(gold.get("events", []), events))]
    bins = [[] for _ in range(10)]
    for confidence, is_right in judged:
        bins[min(9, int(confidence * 10))].append((confidence, is_right))
    error = sum(abs(sum(c for c, _ in b) - sum(r for _, r in b)) for b in bins) / len(judged) if judged else 0.0
    print(json.dumps({
        "event_coreference": f1(counts[0], counts[1], counts[2], counts[3]),
        "event_coreference_found": f1(counts[0], counts[4], counts[2], counts[5]),
        "calibration_error": {"acc": error, "counts": [len(judged)]},
        "bins": [[len(b), sum(c for c, _ in b) / max(1, len(b)), sum(r for _, r in b) / max(1, len(b))] for b in bins],
    }))


if __name__ == "__main__":
    main(*sys.argv[1:])
