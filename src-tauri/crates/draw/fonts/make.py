"""Cuts the static, reduced weights from Inter's variable font. Usage: make.py UNPACKED_PACKAGE OUTPUT_FOLDER"""
import sys
from fontTools import subset, ttLib
from fontTools.varLib import instancer

RANGES = [(0x20, 0x7F), (0xA0, 0x250), (0x2B0, 0x530), (0x1E00, 0x1F00), (0x2000, 0x2070), (0x20A0, 0x20C0), (0x2100, 0x2150),
          (0x2190, 0x2200), (0x25C6, 0x25C8), (0xFFFD, 0xFFFE)]
SINGLE = [0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x25CB, 0x25CF]
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "calt", "liga", "cv05", "ss03", "case"]

source = f"{sys.argv[1]}/usr/share/fonts/truetype/inter-vf/Inter-roman.var.ttf"
for weight in (400, 500, 600, 700):
    font = instancer.instantiateVariableFont(ttLib.TTFont(source), {"wght": weight})
    options = subset.Options(layout_features=FEATURES, hinting=False, glyph_names=False, notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for first, end in RANGES for code in range(first, end)] + SINGLE)
    cutter.subset(font)
    for number, value in ((1, "Inter"), (2, "Regular"), (4, f"Inter {weight}"), (6, f"Inter-{weight}"), (16, "Inter")):
        font["name"].setName(value, number, 3, 1, 0x409)
    for number in (17, 21, 22, 25):
        font["name"].removeNames(nameID=number)
    font["OS/2"].usWeightClass = weight
    # The same bytes on every run.
    font.recalcTimestamp = False
    font.save(f"{sys.argv[2]}/Inter-{weight}.ttf")
