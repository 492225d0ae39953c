"""Coreference of a reading on two annotated corpora, beside each other: counts and rates only.

usage: corpora.py WARTA DATA_DIR     DATA_DIR holds coin-coref/dev.tsv and gum-en/dev.*.conllu

COIN (Indonesian, paragraphs of news and encyclopaedia): the mentions of its own preprocessing, which joins what stands in apposition to one
mention, keeps aliases and drops lists that explain a mention (EXAPPOS). GUM (English): the mentions of the Entity column as they are,
appositions and predicates among them. Texts are put together again from the tokens and read; a mention of the reading is the tokens that its
bytes touch, with the "'s" behind that GUM counts to the possessor. Entities with one mention are left out on both sides, as in CoNLL-2012.
Neither corpus marks subjects that are left out, and a reading states none as a mention; names within names count like any other.

exact     both ends agree, as in CoNLL-2012
partial   the reading's mention lies within the annotated one and has a word of its head, the nearest in length first, each once (after the
          partial match of CorefUD). GUM states the head; in COIN it is taken to be the first word, in names any.
actors    GUM only: entities annotated as person, organization or place, against the reading's of the kinds that are such
"""

import glob
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import namedtuple

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from coreference import NAMES, scores  # noqa: E402

# text; (start, end) of every token in bytes; entities as their type and a list of (first, end, head tokens); tokens that are a possessor's "'s".
Document = namedtuple("Document", "text tokens entities marks", defaults=[frozenset()])
# Types of GUM and kinds of a reading that are actors and where they are.
TYPES = {"person", "organization", "place"}
KINDS = {"person", "organization", "group", "country", "place", "facility", "other_actor"}


class Text:
    """A text in the making, with the bytes of its tokens."""

    def __init__(self):
        self.parts, self.length, self.tokens = [], 0, []

    def add(self, words, is_token=False):
        size = len(words.encode())
        if is_token:
            self.tokens.append((self.length, self.length + size))
        self.parts.append(words)
        self.length += size

    def __str__(self):
        return "".join(self.parts)


def coin(path):
    with open(path, encoding="utf-8") as file:
        for paragraph in file.read().strip().split("\n\n"):
            rows = [line.split("\t") for line in paragraph.split("\n") if not line.startswith("#")]
            rows = [row for row in rows if len(row) > 3]
            yield Document(*coin_text([row[2] for row in rows]), coin_entities([row[3].split("|") for row in rows]))


def coin_text(words):
    """The corpus has a space between all tokens; here they stand as they are printed, "-nya" on its noun."""
    text, quoted, before = Text(), False, ""
    for i, word in enumerate(words):
        after = words[i + 1] if i + 1 < len(words) else ""
        glued = not before or re.fullmatch(r"[,.;:!?)\]”%]", word) or before in "([“"
        glued = glued or word == "nya" or "-" in (word, before) and after != ""
        glued = glued or word.isdigit() and before in ".," and words[i - 2].isdigit()
        glued = glued or before == "." and len(word) == 1 and word.isupper() and len(words[i - 2]) == 1
        if word == '"':
            glued, quoted = quoted or not before, not quoted
        elif before == '"' and quoted:
            glued = True
        # "teman - nya": the corpus cut the noun there.
        if word == "-" and after == "nya":
            text.add("", True)
            continue
        text.add("" if glued else " ")
        text.add(word, True)
        before = word
    return str(text), text.tokens


def coin_entities(labels):
    spans, kinds, links, joined, dropped = {}, {}, [], [], set()
    for at, cell in enumerate(labels):
        for kind, numbers in re.findall(r"([A-Z]+)\[([\d_]+)\]", "|".join(cell)):
            if "_" not in numbers:
                first, _ = spans.get(numbers, (at, at))
                spans[numbers], kinds[numbers] = (first, at + 1), kind
                continue
            pair = numbers.split("_")
            (joined if kind == "APPOS" else links).append(pair)
            if kind == "EXAPPOS":
                dropped.add(pair[1])
    # The last of a chain first, so that the first reaches to its end.
    heads = {n: (first, first + 1) if kinds[n] != "PROPER" else (first, end) for n, (first, end) in spans.items()}
    linked = {n for pair in links for n in pair}
    for whole, part in sorted(joined, key=lambda pair: -int(pair[1])):
        if whole in spans and part in spans:
            spans[whole] = (spans[whole][0], max(spans[whole][1], spans[part][1]))
            if part not in linked:
                dropped.add(part)
    entity = {n: {n} for n in spans}
    for a, b in links:
        if a in entity and b in entity and entity[a] is not entity[b]:
            entity[a] |= entity[b]
            for n in entity[b]:
                entity[n] = entity[a]
    unique = {id(members): members for members in entity.values()}.values()
    order = lambda members: sorted(members - dropped, key=lambda n: spans[n])
    return [(None, [spans[n] + (set(range(*heads[n])),) for n in order(members)]) for members in unique]


def gum(path):
    text, pending, spaces, skip = Text(), "", "", (0, 0)
    entities, open_spans, marks, at = {}, [], set(), 0
    with open(path, encoding="utf-8") as file:
        for line in file.read().split("\n"):
            if line.startswith("# newpar"):
                pending = "\n\n" if text.length else ""
            cells = line.split("\t")
            if len(cells) < 10 or "." in cells[0]:
                continue
            ends = "" if "SpaceAfter=No" in cells[9] else " "
            if "-" in cells[0]:
                # "won't": one word of the text is several of the tree, which carry no spaces of their own.
                skip, spaces = [int(n) for n in cells[0].split("-")], ends
                continue
            text.add(pending)
            text.add(cells[1], True)
            inside = skip[0] <= int(cells[0]) < skip[1]
            pending = "" if inside else spaces if int(cells[0]) == skip[1] else ends
            if not inside:
                skip = (0, 0)
            mark = re.search(r"Entity=([^|]*)", cells[9])
            for opened, number, rest, closed, alone in re.findall(r"(\()(\d+)-([^()]*)(\))?|(\d+)\)", mark[1] if mark else ""):
                if opened:
                    cell = rest.split("-")
                    entities.setdefault(number, (cell[0], []))
                    open_spans.append((number, at, {at + int(n) - 1 for n in cell[4].split(",")}))
                if closed or alone:
                    number = number or alone
                    i = max(i for i, span in enumerate(open_spans) if span[0] == number)
                    _, first, head = open_spans.pop(i)
                    entities[number][1].append((first, at + 1, head))
            if cells[4] == "POS":
                marks.add(at)
            at += 1
    assert at == len(text.tokens) and not open_spans, path
    return Document(str(text), text.tokens, list(entities.values()), marks)


def read(warta, language, documents):
    """The reading of every document: entities with their kind, mentions as (first, end) tokens."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for i, document in enumerate(documents):
            paths.append(os.path.join(folder, f"{i:04}.txt"))
            with open(paths[-1], "w", encoding="utf-8", newline="") as file:
                file.write(document.text)
        out = os.path.join(folder, "out")
        os.mkdir(out)
        subprocess.run([warta, "extract", "--language", language, "--format", "annotations", "-o", out, *paths], check=True)
        for document, name in zip(documents, sorted(os.listdir(out))):
            with open(os.path.join(out, name), encoding="utf-8") as file:
                entities = json.load(file)["entities"]
            yield [(e["kind"], [touched(document, m) for m in e["mentions"]]) for e in entities]


def touched(document, mention):
    at = [i for i, (start, end) in enumerate(document.tokens) if start < mention["end"] and mention["start"] < end]
    end = at[-1] + 1
    return at[0], end + (end in document.marks)


def several(entities, kinds=None):
    """The entities of these kinds with more than one mention, a mention that two claim being the first's."""
    seen, out = set(), []
    for kind, mentions in entities:
        if kinds and kind not in kinds:
            continue
        fresh = [m for m in {m[:2]: m for m in mentions}.values() if m[:2] not in seen]
        if len(fresh) > 1:
            seen.update(m[:2] for m in fresh)
            out.append(fresh)
    return out


def paired(key, response):
    """The response with its mentions named as those of the key that they stand for, the nearest in length first."""
    wanted = [m for entity in key for m in entity]
    found = [m for entity in response for m in entity]
    fit = [
        (m[1] - m[0] - (w[1] - w[0]), w[:2], m)
        for w in wanted
        for m in found
        if w[0] <= m[0] and m[1] <= w[1] and any(m[0] <= h < m[1] for h in w[2])
    ]
    named, taken = {}, set()
    for _, w, m in sorted(fit, key=lambda f: (-f[0], f[1:])):
        if m not in named and w not in taken:
            named[m] = w
            taken.add(w)
    return [[named.get(m, ("none", m)) for m in entity] for entity in response]


def row(name, pairs, kinds=(None, None)):
    """Both figures of one set: `pairs` of a document and its reading."""
    for match in ("exact", "partial"):
        documents = []
        for document, reading in pairs:
            key, response = several(document.entities, kinds[0]), several(reading, kinds[1])
            spans = [[m[:2] for m in entity] for entity in key]
            documents.append((spans, response if match == "exact" else paired(key, response)))
        triples, mean = scores(documents)
        cells = "".join(f"   {p:.3f} {r:.3f} {f:.3f}" for r, p, f in triples)
        print(f"{name:<30}{len(pairs):>5}  {match:<8}{cells}   {mean:.3f}")


def main(warta, data):
    print(f"{'P, R, F1 of':<30}{'texts':>5}  {'match':<8}" + "".join(f"   {n:<17}" for n in NAMES) + "   CoNLL F1")
    texts = list(coin(os.path.join(data, "coin-coref/dev.tsv")))
    pairs = list(zip(texts, read(warta, "id", texts)))
    row("coin-coref odd", pairs[0::2])
    row("coin-coref even", pairs[1::2])
    paths = sorted(glob.glob(os.path.join(data, "gum-en/dev.*.conllu")))
    texts = [gum(path) for path in paths]
    pairs = list(zip(texts, read(warta, "en", texts)))
    news = [pair for path, pair in zip(paths, pairs) if "_news_" in path or "_interview_" in path]
    for name, chosen in (("GUM dev", pairs), ("GUM dev news, interview", news)):
        row(name, chosen)
        row(name + ", actors", chosen, (TYPES, KINDS))


if __name__ == "__main__":
    main(*sys.argv[1:])
