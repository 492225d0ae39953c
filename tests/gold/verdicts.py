"""Which events of a reading are right, by the scorer's own matching: numbers only.

usage: verdicts.py SCORE.PY GOLD_DIR SYSTEM_DIR -> a line an event of the reading, eleven cells: article, trigger's first byte, type right,
source and target right, then which of the reading's entities (by number, in order) its source may rightly be, whether it may be nobody,
the same two of its target, its modality, and the same two of who vouches for it; the last seven are empty where the type is wrong.
"""

import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from more import articles, load, matched  # noqa: E402


def sides(score, event, theirs):
    """For source and target: the numbers of the reading's entities that are right, and whether nobody is."""
    source, target = (set(event.get(side) or []) for side in ("sources", "targets"))
    nobody = [not source, not target]
    if event.get("plover") in score.SYMV:
        # Direction is free, and one side is enough where only one actor is named.
        source = target = source | target
        nobody = [len(source) < 2] * 2
    for side, none in zip((source, target), nobody):
        yield ",".join(str(j) for j, name in sorted(theirs.items()) if name in side)
        yield int(none)


def status(event, theirs):
    """Modality; the numbers of the reading's entities that are who vouches for it, and whether nobody does."""
    voucher = event.get("attributed_to")
    yield event.get("modality") or "actual"
    yield ",".join(str(j) for j, name in sorted(theirs.items()) if name == voucher)
    yield int(not voucher)


def main(scorer, gold_dir, system_dir):
    score = load(scorer)
    for name, gold_path, gold, system in articles(gold_dir, system_dir):
        typed, right = matched(score, gold, system, score.getsents(gold, gold_path))
        of = {j: i for i, j in typed}
        theirs = {j: gold["entities"][i]["id"] for i, j in score.align(gold["entities"], system["entities"])}
        for j, event in enumerate(system["events"]):
            right_event = gold["events"][of[j]] if j in of else None
            more = [*sides(score, right_event, theirs), *status(right_event, theirs)] if right_event else [""] * 7
            print(name, event["trigger"]["start"], int(j in of), int(j in right), *more, sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
