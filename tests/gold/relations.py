"""Who stands to whom in annotated articles, told by the entities of a reading: numbers and types only.

usage: relations.py SCORE.PY GOLD_DIR SYSTEM_DIR -> for each article a line with its name and how many relations are annotated, then a line
for each of them whose ends the reading has: subject and object (its entities by number, in order) and type.
"""

import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from more import articles, load  # noqa: E402


def main(scorer, gold_dir, system_dir):
    score = load(scorer)
    for name, _, gold, system in articles(gold_dir, system_dir):
        theirs = {gold["entities"][i]["id"]: j for i, j in score.align(gold["entities"], system["entities"])}
        relations = gold.get("relations") or []
        print(name, len(relations), sep="\t")
        for relation in relations:
            ends = [theirs.get(relation.get(end)) for end in ("subject", "object")]
            if None not in ends:
                print(*ends, relation.get("type"), sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
