// Generated from src-tauri/crates/desk/src/wire.rs and draw/src/scene.rs. Never edited by hand:
// WARTAGRAF_BLESS=1 cargo test -p wartagraf-desk bindings

export type Snapshot = { 
/**
 * Grows by one with every change.
 */
revision: number, 
/**
 * Every open article, in the order of opening.
 */
shelf: Array<Shelved>, 
/**
 * The article on view.
 */
article: Article, 
/**
 * Sentences, in order.
 */
sentences: Array<Range>, 
/**
 * Actors, places and things, in the order of first mention; deleted ones are left out.
 */
entities: Array<Entity>, 
/**
 * Happenings, in the order of their triggers.
 */
events: Array<Event>, 
/**
 * Standing relations.
 */
relations: Array<Relation>, 
/**
 * What the reading was unsure of.
 */
notes: Array<Note>, 
/**
 * How the drawing is put in order.
 */
layout: Layout, 
/**
 * Id of the node that the reader put in the middle of a radial layout, or of what it has gone into; none where that is
 * not there any more.
 */
focus: string | null, 
/**
 * The drawing.
 */
scene: Scene, 
/**
 * What the reader has said about nodes and claims, in the order of their ids.
 */
touched: Array<Touched>, 
/**
 * Nodes that may be one, the surest first.
 */
suggestions: Array<Suggestion>, 
/**
 * The rules that hold for every article opened from now on.
 */
rules: Array<Rule>, 
/**
 * What can be undone and redone.
 */
history: History, };

export type Shelved = { 
/**
 * Article id.
 */
id: string, 
/**
 * Headline or first words.
 */
name: string, };

export type Range = { 
/**
 * First unit.
 */
start: number, 
/**
 * One past the last.
 */
end: number, };

export type Article = { 
/**
 * Id.
 */
id: string, 
/**
 * Headline or first words, at most about 60 characters.
 */
name: string, 
/**
 * The headline inside the text.
 */
title: Range | null, 
/**
 * The text.
 */
text: string, 
/**
 * `id`, `en` or `und`.
 */
language: string, 
/**
 * Whether the reader chose the language.
 */
languageSet: boolean, 
/**
 * `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 */
published: string | null, 
/**
 * Whether the reader set the date (else the dateline says it).
 */
publishedSet: boolean, 
/**
 * Publisher or file.
 */
source: string | null, 
/**
 * Whether it is the sample that ships with the app.
 */
sample: boolean, };

export type Entity = { 
/**
 * Id.
 */
id: string, 
/**
 * `person`, `organization`, `group`, `country`, `place`, `facility`, `agreement`, `weapon`, `other_actor`.
 */
kind: string, 
/**
 * Name in the interface's language, or as the reader renamed it.
 */
name: string, 
/**
 * Whether the reader renamed it.
 */
renamed: boolean, 
/**
 * Other names.
 */
aliases: Array<string>, 
/**
 * The state it is or belongs to.
 */
country: Country | null, 
/**
 * Office or role.
 */
role: string | null, 
/**
 * Where it lies, of a place that the tables know.
 */
point: Point | null, 
/**
 * Every mention in text order.
 */
mentions: Array<Mention>, 
/**
 * 0 to 1.
 */
confidence: number, 
/**
 * Where it comes from.
 */
ground: Ground, };

export type Point = { 
/**
 * North is positive.
 */
latitude: number, 
/**
 * East is positive.
 */
longitude: number, };

export type Country = { 
/**
 * ISO 3166-1 alpha-3.
 */
code: string, 
/**
 * Name in the interface's language.
 */
name: string, };

export type Mention = { 
/**
 * Where.
 */
range: Range, 
/**
 * How it refers.
 */
kind: MentionKind, 
/**
 * Index of its sentence.
 */
sentence: number, };

export type MentionKind = "name" | "nominal" | "pronoun";

export type Event = { 
/**
 * Id.
 */
id: string, 
/**
 * PLOVER code, `CONSULT`.
 */
code: string, 
/**
 * PLOVER mode, `visit`.
 */
mode: string | null, 
/**
 * Quad class; none for OTHER.
 */
quad: Quad | null, 
/**
 * A plain verb: the article's words, or the reader's.
 */
label: string, 
/**
 * The trigger and its repetitions, in text order.
 */
triggers: Array<Range>, 
/**
 * Who plays which part.
 */
roles: Array<RoleFiller>, 
/**
 * The article's words for the time, as they stand in the text.
 */
whenWords: string | null, 
/**
 * What they come to: `YYYY[-MM[-DD]]`.
 */
whenDate: string | null, 
/**
 * Entity id.
 */
place: string | null, 
/**
 * Whether it happened.
 */
modality: Modality, 
/**
 * Entity id of who vouches for it.
 */
attributedTo: string | null, 
/**
 * Numbers that belong to it, in text order.
 */
quantities: Array<Quantity>, 
/**
 * 0 to 1; solid from 0.5.
 */
confidence: number, 
/**
 * Where it comes from.
 */
ground: Ground, };

export type Quad = "verbalCooperation" | "materialCooperation" | "verbalConflict" | "materialConflict";

export type Modality = "actual" | "planned" | "hypothetical" | "calledFor" | "negated";

export type RoleFiller = { 
/**
 * The part.
 */
role: Role, 
/**
 * Entity id.
 */
entity: string, };

export type Role = "source" | "target" | "participant";

export type Quantity = { 
/**
 * What is counted.
 */
kind: QuantityKind, 
/**
 * The article's words, with what they count or the currency.
 */
words: string, };

export type QuantityKind = "dead" | "injured" | "money" | "count";

export type Relation = { 
/**
 * Id.
 */
id: string, 
/**
 * `leads`, `holds_office`, `member_of`, `located_in`, `part_of`, `represents`, `spokesperson_of`, `capital_of`, `ally_of`, `at_war_with`, `other`.
 */
kind: string, 
/**
 * Entity id.
 */
subject: string, 
/**
 * Entity id.
 */
object: string, 
/**
 * 0 to 1.
 */
confidence: number, 
/**
 * Where it comes from.
 */
ground: Ground, };

export type Ground = { 
/**
 * By whom.
 */
by: GroundBy, 
/**
 * The sentences that say so, in text order.
 */
cites: Array<Cite>, 
/**
 * Table or file, where it is not the text.
 */
table: string | null, };

export type GroundBy = "text" | "reader" | "import" | "knowledge";

export type Cite = { 
/**
 * The sentence or sentences.
 */
range: Range, 
/**
 * Index of the first sentence, from 0.
 */
sentence: number, 
/**
 * Name of the rule that read it.
 */
rule: string, };

export type Note = { "note": "unknownLanguage" } | { "note": "malay" } | { "note": "mixedLanguages" } | { "note": "shortText" } | { "note": "undatedWords", 
/**
 * Where.
 */
range: Range, } | { "note": "countryCandidate", 
/**
 * Entity id.
 */
entity: string, 
/**
 * The candidate.
 */
country: Country, 
/**
 * The table.
 */
table: string, } | { "note": "ambiguous", 
/**
 * Where.
 */
range: Range, } | { "note": "noEvents" };

export type History = { 
/**
 * The last command, or none.
 */
undo: Done | null, 
/**
 * The command that was undone last, or none.
 */
redo: Done | null, 
/**
 * Edits about things that the present reading does not have. Kept in the log, never dropped.
 */
unfit: Array<Done>, 
/**
 * Every command, first to last, those that were undone at the end.
 */
steps: Array<Done>, 
/**
 * How many of them are done.
 */
at: number, 
/**
 * Why the edits are not safe, or none: the log could not be written, or was damaged when it was read.
 */
trouble: Fault | null, };

export type Done = { 
/**
 * The command's name: `move`, `rename`, `setKind` ...
 */
command: string, 
/**
 * Name of what it touched.
 */
subject: string | null, 
/**
 * Name of the other thing in it: what was merged, who got the part.
 */
object: string | null, 
/**
 * What was set: a name, a code, a date.
 */
value: string | null, };

export type Command = { "command": "move", 
/**
 * Entity or event id.
 */
node: string, 
/**
 * Scene coordinates.
 */
x: number, 
/**
 * Scene coordinates.
 */
y: number, } | { "command": "unpin", 
/**
 * Entity or event id.
 */
node: string, } | { "command": "rename", 
/**
 * Entity or event id.
 */
node: string, 
/**
 * At most 200 characters, not blank.
 */
name: string, } | { "command": "delete", 
/**
 * Entity, event or relation id.
 */
claim: string, } | { "command": "describe", 
/**
 * `YYYY[-MM[-DD]]`, or none for not known.
 */
published: string | null, 
/**
 * `id`, `en`, or none to let the text say.
 */
language: string | null, 
/**
 * Publisher, or none.
 */
source: string | null, } | { "command": "arrange" } | { "command": "setLayout", 
/**
 * Which order.
 */
layout: Layout, 
/**
 * Id of the node in the middle, for `radial`; none: the one with the most lines.
 */
focus: string | null, } | { "command": "setKind", 
/**
 * Entity, event or relation id.
 */
claim: string, 
/**
 * Code of an entity's kind, a PLOVER type or a relation, as on the wire.
 */
kind: string, } | { "command": "setCountry", 
/**
 * Entity id.
 */
node: string, 
/**
 * ISO 3166-1 alpha-3, or none.
 */
country: string | null, } | { "command": "setOffice", 
/**
 * Entity id.
 */
node: string, 
/**
 * At most 200 characters, or none.
 */
office: string | null, } | { "command": "addAlias", 
/**
 * Entity id.
 */
node: string, 
/**
 * At most 200 characters, not blank.
 */
alias: string, } | { "command": "removeAlias", 
/**
 * Entity id.
 */
node: string, 
/**
 * As it is written.
 */
alias: string, } | { "command": "setModality", 
/**
 * Event id.
 */
event: string, 
/**
 * Its status.
 */
modality: Modality, } | { "command": "setAttribution", 
/**
 * Event id.
 */
event: string, 
/**
 * Entity id, or none for the writer.
 */
by: string | null, } | { "command": "setDate", 
/**
 * Event id.
 */
event: string, 
/**
 * `YYYY[-MM[-DD]]`, or none for not known.
 */
date: string | null, } | { "command": "setPart", 
/**
 * Event or relation id.
 */
claim: string, 
/**
 * Which part.
 */
part: ClaimPart, 
/**
 * Entity id of who loses it, or none.
 */
from: string | null, 
/**
 * Entity id of who gets it, or none; the ends of a relation are never empty.
 */
to: string | null, } | { "command": "exchange", 
/**
 * Event or relation id.
 */
claim: string, } | { "command": "addNode", 
/**
 * At most 200 characters, not blank.
 */
name: string, 
/**
 * Code of an entity's kind.
 */
kind: string, 
/**
 * Where the text names it, or none.
 */
mention: Range | null, } | { "command": "addEvent", 
/**
 * PLOVER code.
 */
kind: string, 
/**
 * A plain verb, or none for that of the type.
 */
label: string | null, 
/**
 * The words that tell it.
 */
trigger: Range, 
/**
 * Entity ids of those who act.
 */
sources: Array<string>, 
/**
 * Entity ids of those who are acted on.
 */
targets: Array<string>, 
/**
 * Whether it happened.
 */
modality: Modality, } | { "command": "addRelation", 
/**
 * Its kind.
 */
kind: string, 
/**
 * Entity id.
 */
subject: string, 
/**
 * Entity id.
 */
object: string, 
/**
 * The words that say so, or none.
 */
quote: Range | null, } | { "command": "cite", 
/**
 * Event or relation id.
 */
claim: string, 
/**
 * The words; their whole sentence is quoted.
 */
quote: Range, } | { "command": "annotate", 
/**
 * Entity, event or relation id.
 */
thing: string, 
/**
 * At most 2,000 characters, or none to take the note away.
 */
text: string | null, } | { "command": "setMark", 
/**
 * Entity, event or relation id.
 */
thing: string, 
/**
 * Which mark, or none.
 */
mark: CheckMark | null, } | { "command": "merge", 
/**
 * Id of the node that stays.
 */
into: string, 
/**
 * Id of the node that goes into it.
 */
from: string, } | { "command": "split", 
/**
 * Id of the node that stays.
 */
node: string, 
/**
 * Id of the node that comes out.
 */
part: string, } | { "command": "setRule", 
/**
 * The rule.
 */
rule: Rule, 
/**
 * Whether it holds.
 */
on: boolean, } | { "command": "inherit", 
/**
 * In the order they were made.
 */
rules: Array<Rule>, };

export type Layout = "stress" | "layered" | "radial" | "circular" | "kind" | "timeline";

export type ClaimPart = "source" | "target" | "participant" | "place" | "subject" | "object";

export type CheckMark = "checked" | "doubtful";

export type Rule = { "rule": "alwaysMerge", 
/**
 * The name that stays.
 */
into: string, 
/**
 * The other name.
 */
from: string, } | { "rule": "neverActor", 
/**
 * The name.
 */
name: string, };

export type Touched = { 
/**
 * Entity, event or relation id.
 */
id: string, 
/**
 * What is the reader's and no longer the machine's.
 */
fields: Array<Field>, 
/**
 * A note.
 */
note: string | null, 
/**
 * Checked or doubtful.
 */
mark: CheckMark | null, 
/**
 * What was merged into it, in the order of merging.
 */
merged: Array<Merged>, };

export type Merged = { 
/**
 * Its id.
 */
id: string, 
/**
 * What it was called.
 */
name: string, 
/**
 * Whether a rule did it.
 */
byRule: boolean, };

export type Field = "added" | "name" | "kind" | "country" | "office" | "aliases" | "modality" | "attribution" | "date" | "parts" | "quotes";

export type Suggestion = { 
/**
 * Entity id of the one that would stay.
 */
into: string, 
/**
 * Entity id of the one that would go.
 */
from: string, 
/**
 * Why.
 */
reason: Reason, 
/**
 * A sentence that names the one, and one that names the other.
 */
quotes: [Range, Range], };

export type Reason = "sameName" | "initials" | "partOfName" | "spelling" | "sameOffice";

export type Picture = { 
/**
 * File type.
 */
format: PictureFormat, 
/**
 * Colours.
 */
theme: PictureTheme, 
/**
 * Without a ground, for laying on a page.
 */
transparent: boolean, 
/**
 * What is drawn.
 */
scope: Scope, 
/**
 * Ids of nodes and claims that the reader has filtered away: left out of the view.
 */
hidden: Array<string>, 
/**
 * Whether the view has lines to places, speakers and participants.
 */
minor: boolean, 
/**
 * Ids of nodes and claims that the reader has selected.
 */
selected: Array<string>, 
/**
 * Proportions of the sheet.
 */
shape: Shape, 
/**
 * Pixels per unit, 0.25 to 8; PNG only. Ignored when `width` is set.
 */
scale: number, 
/**
 * Exact width in pixels, or none; PNG only.
 */
width: number | null, 
/**
 * Exact width on paper in centimetres (at `dpi` in a PNG), or none; PNG and PDF. Ignored when `width` is set.
 */
centimetres: number | null, 
/**
 * Dots per inch, written into the file; PNG only.
 */
dpi: number, 
/**
 * What words are; SVG only.
 */
words: Words, 
/**
 * Headline over the figure, or none.
 */
title: string | null, 
/**
 * Date line under the headline, as it is to be read, or none.
 */
date: string | null, 
/**
 * Source line under the figure, or none.
 */
credit: string | null, 
/**
 * Whether the legend is drawn. Status marks are always drawn.
 */
legend: boolean, 
/**
 * Whether the countries of nodes are drawn as grounds behind them.
 */
halos: boolean, 
/**
 * Whether the quotes are drawn as numbered footnotes.
 */
notes: boolean, 
/**
 * The day of reading, `YYYY-MM-DD`, written into the file with the article's hash and title, or none.
 */
read: string | null, };

export type PictureFormat = "svg" | "png" | "pdf";

export type PictureTheme = "light" | "dark" | "print";

export type Scope = "all" | "view" | "selection";

export type Shape = "free" | "story" | "landscape" | "portrait" | "square" | "poster";

export type Words = "outlines" | "text";

export type Written = { 
/**
 * Where.
 */
path: string, 
/**
 * Size of the file in bytes.
 */
bytes: number, };

export type Fault = { "code": "emptyText" } | { "code": "notText" } | { "code": "invalidUtf8", 
/**
 * Index of the first bad byte, from 0.
 */
at: number, } | { "code": "tooLarge", 
/**
 * Bytes allowed.
 */
limit: number, 
/**
 * Bytes given.
 */
size: number, } | { "code": "webAddress" } | { "code": "unreadable", 
/**
 * Which.
 */
path: string, } | { "code": "unwritable", 
/**
 * Which.
 */
path: string, 
/**
 * Why.
 */
reason: WriteFailure, } | { "code": "badDate", 
/**
 * What was given.
 */
text: string, } | { "code": "badName", 
/**
 * Characters allowed.
 */
limit: number, } | { "code": "notFound", 
/**
 * Its id.
 */
id: string, } | { "code": "badEdit" } | { "code": "badQuote" } | { "code": "stopped" } | { "code": "damagedEdits", 
/**
 * Where it is now.
 */
path: string, 
/**
 * How many edits could be read.
 */
kept: number, } | { "code": "pictureTooLarge", 
/**
 * Pixels allowed on a side.
 */
limit: number, };

export type WriteFailure = "denied" | "noFolder" | "diskFull" | "isFolder" | "failed";

export type About = { 
/**
 * Version of the app.
 */
version: string, 
/**
 * Code, data, fonts and methods, with their licences.
 */
credits: Array<Credit>, 
/**
 * Libraries in the program, in the order of names.
 */
libraries: Array<Library>, };

export type Credit = { 
/**
 * Code of the locale that says what of it is used, for example `geonames`.
 */
code: string, 
/**
 * For example `GeoNames`.
 */
name: string, 
/**
 * For example `CC BY 4.0`.
 */
licence: string, 
/**
 * The notice in full, as it lies in LICENSES.
 */
notice: string, };

export type Library = { 
/**
 * For example `serde`.
 */
name: string, 
/**
 * For example `1.0.228`.
 */
version: string, 
/**
 * SPDX expression, as its author gives it; empty where none is given.
 */
licence: string, };

export type Scene = { 
/**
 * The box that holds every glyph and label.
 */
bounds: Rect, 
/**
 * Faint lines that say how the figure is put in order; drawn under everything.
 */
guides: Array<Guide>, 
/**
 * Grounds behind the nodes of one country, for whoever asks for them; drawn under the guides.
 */
halos: Array<Halo>, 
/**
 * Drawn next, in this order.
 */
edges: Array<EdgeGlyph>, 
/**
 * Drawn on top, in this order: actors by importance, then events.
 */
nodes: Array<NodeGlyph>, 
/**
 * What is in the picture, and nothing else.
 */
legend: Legend, };

export type Rect = { 
/**
 * Left.
 */
x: number, 
/**
 * Top.
 */
y: number, 
/**
 * Width.
 */
w: number, 
/**
 * Height.
 */
h: number, };

export type Mark = { 
/**
 * SVG path data.
 */
d: string, 
/**
 * Fill colour; none if absent.
 */
fill: string | null, 
/**
 * Outline; none if absent.
 */
stroke: Stroke | null, };

export type Stroke = { 
/**
 * Colour.
 */
color: string, 
/**
 * Width in pixels.
 */
width: number, 
/**
 * Dash lengths; empty for a solid line.
 */
dash: Array<number>, 
/**
 * Round caps (for dots) instead of butt caps. Joins are always round.
 */
round: boolean, };

export type Guide = { 
/**
 * The line, in scene coordinates.
 */
mark: Mark, 
/**
 * The words, relative to (0, 0) of the scene, or none.
 */
label: Label | null, };

export type Halo = { 
/**
 * ISO 3166-1 alpha-3.
 */
country: string, 
/**
 * Ids of the nodes.
 */
nodes: Array<string>, 
/**
 * Ids of the two nodes of each link.
 */
links: Array<[string, string]>, 
/**
 * With round caps.
 */
strokes: Array<Stroke>, 
/**
 * What it is called, or none where a node says it or there is no room.
 */
name: HaloName | null, };

export type HaloName = { 
/**
 * Id of the node.
 */
of: string, 
/**
 * The words, relative to the node's centre.
 */
label: Label, };

export type NodeGlyph = { 
/**
 * Entity or event id.
 */
id: string, 
/**
 * Whether it is an event (a diamond).
 */
event: boolean, 
/**
 * Centre.
 */
x: number, 
/**
 * Centre.
 */
y: number, 
/**
 * Radius of the shape; edges end 2 px outside it.
 */
r: number, 
/**
 * The shape with its icon, monogram outlines, status fill and badges, painted in order around (0, 0).
 */
marks: Array<Mark>, 
/**
 * Letters inside the shape (ISO code), drawn as text centred on (0, 0), or none.
 */
monogram: Monogram | null, 
/**
 * Path of the shape 5 px out, for the selection ring, around (0, 0).
 */
ring: string, 
/**
 * The label, laid out.
 */
label: Label, 
/**
 * 0.8 when the reading is uncertain, else 1.
 */
opacity: number, 
/**
 * Whether the reader placed it.
 */
pinned: boolean, };

export type Monogram = { 
/**
 * For example `UA`.
 */
text: string, 
/**
 * Font size in pixels, weight 700.
 */
size: number, 
/**
 * Colour.
 */
color: string, };

export type Label = { 
/**
 * The lines, top to bottom.
 */
lines: Array<Line>, 
/**
 * Which end of each line stands at its x.
 */
anchor: Anchor, 
/**
 * Font size in pixels.
 */
size: number, 
/**
 * Font weight: 500 or 600.
 */
weight: number, 
/**
 * Colour.
 */
color: string, 
/**
 * The box the text takes, relative to the glyph's centre.
 */
bounds: Rect, 
/**
 * Whether it is shown at fit; a hidden label appears from twice the zoom and on hover.
 */
shown: boolean, };

export type Line = { 
/**
 * The words.
 */
text: string, 
/**
 * Where the anchor stands, relative to the glyph's centre.
 */
x: number, 
/**
 * The baseline, relative to the glyph's centre.
 */
y: number, };

export type Anchor = "start" | "middle" | "end";

export type EdgeGlyph = { 
/**
 * Unique within the scene.
 */
id: string, 
/**
 * The event or relation that it belongs to: what a click selects.
 */
claim: string, 
/**
 * Node id.
 */
from: string, 
/**
 * Node id.
 */
to: string, 
/**
 * What the line stands for.
 */
part: EdgePart, 
/**
 * A cubic Bezier curve: x0 y0, control 1, control 2, x1 y1, in scene coordinates, already cut at both glyphs.
 */
curve: [number, number, number, number, number, number, number, number], 
/**
 * The line.
 */
stroke: Stroke, 
/**
 * Arrow heads, each painted at its point and turned to its angle.
 */
heads: Array<Head>, 
/**
 * Name of a relation, shown when an end is selected; relative to (0, 0) of the scene.
 */
label: Label | null, 
/**
 * 0.7 when the reading is uncertain, else 1.
 */
opacity: number, };

export type EdgePart = "source" | "target" | "participant" | "place" | "attribution" | "relation";

export type Head = { 
/**
 * At the end (true) or the start (false) of the curve.
 */
atEnd: boolean, 
/**
 * Tip.
 */
x: number, 
/**
 * Tip.
 */
y: number, 
/**
 * Degrees, clockwise.
 */
angle: number, 
/**
 * The shape.
 */
mark: Mark, };

export type Legend = { 
/**
 * Rows: nodes, lines, status. Rows with nothing in the picture are left out.
 */
rows: Array<LegendRow>, };

export type LegendRow = { 
/**
 * "Simpul", "Garis", "Status".
 */
title: string, 
/**
 * The entries.
 */
items: Array<LegendItem>, };

export type LegendItem = { 
/**
 * Painted in a box of `width` x 16, origin at its left middle.
 */
marks: Array<Mark>, 
/**
 * Width of the drawing in pixels.
 */
width: number, 
/**
 * The words.
 */
text: string, 
/**
 * What it stands for, by the codes of the wire: kinds of entity (`person`), a quad class (`materialConflict`), a
 * status (`planned`, `attributed`, `unsure`), or `event`, `relation`, `minor`.
 */
codes: Array<string>, };
