import { existsSync } from "node:fs";
import { type Node, parseDocument, type YAMLMap } from "yaml";
import { readConfigText } from "../tools/config-text.ts";
import { withFiles } from "./add-files.ts";
import type { Draft, EntrySettings } from "./draft.ts";
import type { Plan } from "./plan.ts";
import { type Remark, remarkText } from "./remark.ts";
import { remarksOn, settingLines, WIDTH } from "./setting-lines.ts";
import { withSources } from "./with-sources.ts";

/** What stands at the top of a new `sources.yaml`. */
const HEAD = ` 哪些文件供哪张表，怎样读；能写什么见 .github/SOURCES.md
 Which files feed which table, and how they are read; .github/SOURCES.md shows all that can be said.
 由 npm run init 写出；之后由你来改：再次运行只补充新的文件，不改动已有的内容
 Written by npm run init, and yours from now on: run again, it adds new files and leaves what is there.`;

/** What all exports have in common; records may be rejected more easily while a source is new. */
const DEFAULTS = { rhythm: "monthly", ignore: "rest", max_rejected: 0.05 };

const DEFAULTS_HEAD = ` 各张表没有另写的，都照这里；max_rejected 是最多允许多少记录被拒绝，对好之后改小
 What holds for all that do not say otherwise; max_rejected is the share of records that may be rejected: lower it once all is right.`;

/** In the order in which they are written. */
const KEYS: readonly (keyof EntrySettings)[] = [
  "files",
  "system",
  "rhythm",
  "sheet",
  "sheet_column",
  "header_row",
  "fill_merged",
  "encoding",
  "decimal",
  "drop_rows",
  "fill_down",
  "where",
  "prefix",
  "overlap",
  "spread",
  "unpivot",
  "lookup",
  "constant",
  "events",
  "with",
  "sql",
  "columns",
  "ignore",
  "dates",
  "scale",
  "values",
  "missing",
];

/** The text of `sources.yaml` with the entries added after those that it has, and files to those; all else is as it was, byte by byte. */
export function sourcesText(file: string, { drafts, more }: Pick<Plan, "drafts" | "more">): string {
  const before = existsSync(file) ? withFiles(readConfigText(file), more) : FRESH;
  const [further, fresh] = [drafts.filter(({ after }) => after > 0), drafts.filter(({ after }) => after === 0)];
  const defaults = (parseDocument(before).toJS() as { defaults?: object } | null)?.defaults ?? {};
  const grown = [...Map.groupBy(further, ({ table }) => table.id)].reduce(
    (text, [id, own]) =>
      withSources(text, id, (indent) => own.flatMap((draft) => itemLines(sourceLines(draft, `${indent}  `, defaults), indent))),
    before,
  );
  return fresh.length === 0 ? grown : withEntries(grown, fresh);
}

const comment = (text: string) => text.replace(/^/gm, "#");

const FRESH = [comment(HEAD), "", comment(DEFAULTS_HEAD), ...settingLines(["defaults", DEFAULTS], "", []), "", "exports: {}", ""].join(
  "\n",
);

function withEntries(text: string, drafts: readonly Draft[]): string {
  const document = parseDocument(text);
  const exports = document.get("exports", true) as YAMLMap<Node>;
  const [start, , end] = exports.range as [number, number, number];
  const [first] = exports.items;
  if (first && exports.flow) {
    exports.flow = false;
    return withEntries(document.toString({ lineWidth: WIDTH }), drafts);
  }
  const indent = first ? ((/[^\n]*$/.exec(text.slice(0, start)) as RegExpExecArray)[0] as string) : "  ";
  const defaults = (document.toJS() as { defaults?: object }).defaults ?? {};
  const byTable = [...Map.groupBy(drafts, ({ table }) => table.id).values()];
  const entries = byTable.map((own) => entryText(own, indent, defaults)).join("\n");
  const [above, below] = first
    ? [`${text.slice(0, end).trimEnd()}\n\n`, text.slice(end)]
    : [`${text.slice(0, start).trimEnd()}\n`, text.slice(end)];
  return `${above}${entries}${below.trim() === "" ? "" : `\n${below.trimStart()}`}`;
}

/** The entry of a table without what the defaults say: its settings, or a list of those of each source. */
function entryText(drafts: readonly Draft[], indent: string, defaults: object): string {
  const [{ table }] = drafts as [Draft];
  const texts = drafts.map((draft) => sourceLines(draft, drafts.length > 1 ? `${indent}    ` : `${indent}  `, defaults));
  const heads = [`${table.label.zh} · ${table.label.en}`, ...(drafts.length > 1 ? [] : (texts[0]?.heads ?? []))];
  const lines = drafts.length > 1 ? texts.flatMap((text) => itemLines(text, `${indent}  `)) : texts.flatMap((text) => text.lines);
  return [...heads.map((head) => `${indent}# ${head}`), `${indent}${table.id}:`, ...lines, ""].join("\n");
}

/** What `sources.yaml` says of a source: its settings, and remarks that are about none of them. */
interface SourceLines {
  heads: string[];
  lines: string[];
}

function sourceLines({ settings, remarks }: Draft, indent: string, defaults: object): SourceLines {
  const said = new Map(Object.entries(defaults));
  const own = KEYS.filter((key) => settings[key] !== undefined && settings[key] !== said.get(key));
  const isAbove = ({ at: [key] }: Remark) => !own.some((each) => each === key);
  return {
    heads: remarks.filter(isAbove).map(remarkText),
    lines: own.flatMap((key) => settingLines([key, settings[key]], indent, remarksOn(key, remarks))),
  };
}

/** An item of a list: a dash before its first setting, and above it what is to be said of it. */
function itemLines({ heads, lines }: SourceLines, indent: string): string[] {
  const first = lines.findIndex((line) => !/^ *#/.test(line));
  const comments = [...heads.map((head) => `# ${head}`), ...lines.slice(0, first).map((line) => line.trim())];
  const [start = "", ...others] = lines.slice(first);
  return [...comments.map((line) => `${indent}${line}`), `${indent}- ${start.trim()}`, ...others];
}
