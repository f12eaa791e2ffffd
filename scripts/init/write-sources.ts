import { existsSync } from "node:fs";
import { Document, isMap, isNode, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from "yaml";
import { readConfigText } from "../tools/config-text.ts";
import { withFiles } from "./add-files.ts";
import type { Draft, EntrySettings } from "./draft.ts";
import type { Plan } from "./plan.ts";
import { type Remark, remarkText } from "./remark.ts";

/** What stands at the top of a new `sources.yaml`. */
const HEAD = ` 哪些文件供哪张表,怎样读;能写什么见 .github/SOURCES.md
 Which files feed which table, and how they are read; .github/SOURCES.md shows all that can be said.
 由 npm run init 写出;之后由你来改:再次运行只补充新的文件,不改动已有的内容
 Written by npm run init, and yours from now on: run again, it adds new files and leaves what is there.`;

/** Share of the records of a table that may be rejected while its source is new. */
const AT_FIRST = 0.05;

const LIMIT = ` 一张表最多允许多少记录被拒绝;对好之后改小
 Share of a table's records that may be rejected; lower it once all is right.`;

/** In the order in which they are written. */
const KEYS: readonly (keyof EntrySettings)[] = [
  "files",
  "system",
  "rhythm",
  "sheet",
  "header_row",
  "fill_merged",
  "decimal",
  "drop_rows",
  "fill_down",
  "where",
  "spread",
  "unpivot",
  "lookup",
  "events",
  "with",
  "sql",
  "columns",
  "ignore",
  "dates",
  "scale",
  "values",
];

/** Settings whose parts stand in a line of their own; those of the others share one. */
const OPEN = new Set(["columns", "values", "dates", "where", "events", "unpivot"]);

/** The text of `sources.yaml` with the entries added at its end, and files to those that are there; all else is as it was, byte by byte. */
export function sourcesText(file: string, { drafts, more }: Pick<Plan, "drafts" | "more">): string {
  if (!existsSync(file)) return written(freshDocument(), drafts);
  const before = withFiles(readConfigText(file), more);
  if (drafts.length === 0) return before;
  const document = parseDocument(before);
  const exports = document.get("exports");
  const isLast = isMap(document.contents) && keyOf(document.contents.items.at(-1) as Pair) === "exports";
  // a list that is written in one line, or followed by others, cannot be gone on with
  if (!isLast || !isMap(exports) || exports.flow || exports.items.length === 0) return written(document, drafts);
  const added = written(new Document({ exports: {} }), drafts).replace(/^exports:\n/, "");
  return `${before.trimEnd()}\n\n${added}`;
}

function written(document: Document, drafts: readonly Draft[]): string {
  if (!isMap(document.get("exports"))) document.set("exports", document.createNode({}));
  const exports = document.get("exports") as YAMLMap;
  if (drafts.length > 0) exports.flow = false;
  for (const draft of drafts) exports.add(entryOf(document, draft, exports.items.length === 0));
  return document.toString(STYLE);
}

const STYLE = { lineWidth: 160, flowCollectionPadding: true };

function freshDocument(): Document {
  const document = new Document({ defaults: { max_rejected: AT_FIRST }, exports: {} });
  document.commentBefore = HEAD;
  const [defaults, exports] = (document.contents as YAMLMap).items;
  if (isNode(defaults?.key)) defaults.key.commentBefore = LIMIT;
  if (isNode(exports?.key)) exports.key.spaceBefore = true;
  return document;
}

function entryOf(document: Document, { table, settings, remarks }: Draft, isFirst: boolean): Pair {
  const ordered = KEYS.filter((key) => settings[key] !== undefined).map((key) => [key, settings[key]]);
  const node = document.createNode(Object.fromEntries(ordered)) as YAMLMap<unknown, unknown>;
  for (const pair of node.items) setFlow(pair.value, OPEN.has(keyOf(pair)));
  const pair = document.createPair(table.id, node);
  const own = remarks.filter(({ at }) => at.length === 0);
  if (isNode(pair.key)) {
    pair.key.commentBefore = ` ${[`${table.label.zh} · ${table.label.en}`, ...own.map(remarkText)].join("\n ")}`;
    pair.key.spaceBefore = !isFirst;
  }
  for (const remark of remarks.filter(({ at }) => at.length > 0)) annotate(node, remark);
  return pair;
}

const keyOf = ({ key }: Pair) => (isScalar(key) ? String(key.value) : "");

/** Writes what is below a node in one line; of an open one each part has a line, and so have the columns in it. */
function setFlow(value: unknown, isOpen: boolean): void {
  if (!isMap(value)) {
    if (isSeq(value)) value.flow = true;
    return;
  }
  value.flow = !isOpen;
  for (const pair of value.items) setFlow(pair.value, isOpen && keyOf(pair) === "columns" && isMap(pair.value));
}

/** Puts a remark behind the place that it is about; above its line where several values share that. */
function annotate(entry: YAMLMap, remark: Remark): void {
  let map: YAMLMap = entry;
  let found: Pair | undefined;
  let line: Pair | undefined;
  for (const key of remark.at) {
    found = map.items.find((pair) => keyOf(pair) === key);
    if (!found) break;
    line = map.flow ? line : found;
    if (!isMap(found.value)) break;
    map = found.value;
  }
  const key = line?.key;
  if (!isNode(key)) return;
  const subject = line === found ? "" : `${remark.at.at(-1)}: `;
  key.commentBefore = [key.commentBefore, ` ${subject}${remarkText(remark)}`].filter(Boolean).join("\n");
}
