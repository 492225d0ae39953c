"""MUC, B3 and CEAF-e of two partitions of mentions, counted as by the reference scorer of the CoNLL shared tasks.

usage: coreference.py     -> holds the measures against the scorer's published test cases; one line, or what differs

Pradhan, Luo, Recasens, Hovy, Ng, Strube: Scoring Coreference Partitions of Predicted Mentions: A Reference Implementation (ACL 2014).
MUC: Vilain and others (1995). B3: Bagga, Baldwin (1998), mentions of one side only counted as there. CEAF-e: Luo (2005), similarity 4, with
the best assignment (Kuhn 1955, Munkres 1957). A partition is a list of entities, an entity a list of mentions, a mention anything hashable.
Each measure gives numerator and denominator of recall, then of precision; these are summed over documents before they are divided.
"""

import collections
import sys

NAMES = ("MUC", "B3", "CEAF-e")


def clean(partition):
    """Each mention once, in the entity that has it first; no entity without mentions."""
    seen, out = set(), []
    for entity in partition:
        mentions = [m for m in dict.fromkeys(entity) if m not in seen]
        seen.update(mentions)
        if mentions:
            out.append(mentions)
    return out


def shares(partition, other):
    """An entity, and how many of its mentions lie in each entity of the other side."""
    of = {mention: i for i, entity in enumerate(other) for mention in entity}
    for entity in partition:
        yield entity, collections.Counter(of[m] for m in entity if m in of)


def muc(key, response):
    def half(partition, other):
        right = sum(sum(found.values()) - len(found) for _, found in shares(partition, other))
        return right, sum(len(entity) - 1 for entity in partition)

    return half(key, response) + half(response, key)


def b_cubed(key, response):
    def half(partition, other):
        right = sum(sum(n * n for n in found.values()) / len(entity) for entity, found in shares(partition, other))
        return right, sum(len(entity) for entity in partition)

    return half(key, response) + half(response, key)


def ceaf_e(key, response):
    alike = [[0.0] * len(response) for _ in key]
    for row, (entity, found) in zip(alike, shares(key, response)):
        for j, n in found.items():
            row[j] = 2 * n / (len(entity) + len(response[j]))
    best = assigned(alike)
    return best, len(key), best, len(response)


def assigned(gains):
    """The greatest sum of gains where every row has at most one column and every column one row: shortest augmenting paths, O(n^3)."""
    if not gains or not gains[0]:
        return 0.0
    if len(gains) > len(gains[0]):
        gains = [list(column) for column in zip(*gains)]
    rows, columns = len(gains), len(gains[0])
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    # Column 0 holds the row that is being placed.
    taken = [0] * (columns + 1)
    for row in range(1, rows + 1):
        taken[0], at = row, 0
        least, way, done = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while taken[at]:
            done[at] = True
            here, step, to = taken[at], float("inf"), 0
            for j in range(1, columns + 1):
                if done[j]:
                    continue
                cost = -gains[here - 1][j - 1] - of_row[here] - of_column[j]
                if cost < least[j]:
                    least[j], way[j] = cost, at
                if least[j] < step:
                    step, to = least[j], j
            for j in range(columns + 1):
                if done[j]:
                    of_row[taken[j]] += step
                    of_column[j] -= step
                else:
                    least[j] -= step
            at = to
        while at:
            taken[at] = taken[way[at]]
            at = way[at]
    return sum(gains[taken[j] - 1][j - 1] for j in range(1, columns + 1) if taken[j])


def rates(counts):
    """Recall, precision and F1 of the four numbers."""
    right_r, all_r, right_p, all_p = counts
    r = right_r / all_r if all_r else 0.0
    p = right_p / all_p if all_p else 0.0
    return r, p, 2 * p * r / (p + r) if p + r else 0.0


def scores(documents):
    """Recall, precision and F1 by MUC, B3 and CEAF-e over (key, response) pairs, then the mean of the three F1 ("CoNLL")."""
    totals = [[0.0] * 4 for _ in NAMES]
    for key, response in documents:
        key, response = clean(key), clean(response)
        for total, measure in zip(totals, (muc, b_cubed, ceaf_e)):
            total[:] = [a + b for a, b in zip(total, measure(key, response))]
    triples = [rates(total) for total in totals]
    return triples, sum(f for _, _, f in triples) / len(triples)


# Name in the scorer's tests, key, response, recall and precision by MUC, B3, CEAF-e; None where it publishes none.
A = "a bc def"
EXAMPLES = [
    ("A-1", A, "a bc def", (1, 1), (1, 1), (1, 1)),
    ("A-2", A, "a de", (1 / 3, 1), (7 / 18, 1), (0.6, 0.9)),
    ("A-3", A, "a bcx defy z", (1, 3 / 5), (1, 55 / 108), (0.88571, 0.66429)),
    ("A-4", A, "a bcx dy z", (1 / 3, 1 / 3), (5 / 9, 17 / 42), (0.73333, 0.55)),
    ("A-5", A, "a bcxB dy z", (1 / 3, 1 / 4), (5 / 9, 5 / 16), (0.68889, 0.51667)),
    ("A-6", A, "a bcx dy Bz", (1 / 3, 1 / 4), (5 / 9, 17 / 48), (0.73333, 0.55)),
    ("A-7", A, "a bcxb dy z", (1 / 3, 1 / 3), (5 / 9, 17 / 42), (0.73333, 0.55)),
    ("A-8", A, "a bcx dy bz", (1 / 3, 1 / 3), (5 / 9, 17 / 42), (0.73333, 0.55)),
    ("A-9", A, "a bcx dy bbbbbbbbbbz", (1 / 3, 1 / 3), (5 / 9, 17 / 42), (0.73333, 0.55)),
    ("A-10", A, "a b c d e f", (0, 0), (3 / 6, 1), None),
    ("A-11", A, "abcdef", (1, 3 / 5), (1, 7 / 18), None),
    ("A-12", A, "a x y c d e z", (0, 0), (13 / 36, 4 / 7), None),
    ("A-13", A, "axycdez", (1 / 3, 1 / 6), (17 / 36, 6 / 49), None),
    ("D-1", "12345 67 89ABC", "12345 6789ABC", (1, 9 / 10), (1, 16 / 21), None),
    ("E-1", "12345 67 89ABC", "1234589ABC 67", (1, 9 / 10), (1, 7 / 12), None),
    ("F-1", "ABCD", "AB CD", (2 / 3, 1), None, None),
    ("G-1", "AB CD", "ABCD", (1, 2 / 3), None, None),
    ("J-1", "ABC", "AC", (1 / 2, 1), None, None),
    ("K-1", "BCDEGHJ", "ABC DEF GHI", (3 / 6, 3 / 6), None, None),
    ("L-1", "ABC DEFG", "AB CD FGH", (2 / 5, 2 / 4), None, None),
    ("M-1", "abcdef", "abcdef", (1, 1), (1, 1), (1, 1)),
    ("M-2", "abcdef", "a b c d e f", (0, 0), None, None),
    ("N-1", "a b c d e f", "a b c d e f", (0, 0), (1, 1), (1, 1)),
]


def main():
    wrong, held = [], 0
    for name, key, response, *expected in EXAMPLES:
        triples, _ = scores([(key.split(), response.split())])
        for measure, triple, pair in zip(NAMES, triples, expected):
            if pair is None:
                continue
            held += 2
            if any(abs(a - b) > 1e-5 for a, b in zip(triple, pair)):
                wrong.append(f"{name} {measure}: recall {triple[0]:.5f}, precision {triple[1]:.5f}, published {pair}")
    print("\n".join(wrong) or f"{held} published figures of {len(EXAMPLES)} test cases agree")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
