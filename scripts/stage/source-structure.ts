import { resolve } from "node:path";
import type { Table } from "../../src/core/contract.ts";
import { DataError, type Issue, orFaults } from "../../src/core/errors.ts";
import { layoutsOf } from "../read/files.ts";
import { misreading } from "../read/misreading.ts";
import { gatherOf } from "../sources/gathering.ts";
import { prepareShape, type Shaped, unshaped } from "../sources/shape.ts";
import type { Source } from "../sources/sources.ts";
import { type FeedPart, type SourceFile, withFile } from "./feed.ts";
import { matchHeader, namedInVain } from "./header.ts";
import { sheetPlaceOf } from "./sheet-place.ts";

/** A file, or a sheet of one, as it is written. */
export type SeenPart = Pick<FeedPart, "file" | "source" | "name" | "layout">;

/** What was seen of the files of a source. */
interface SeenSource {
  seen: Omit<SeenPart, "name">[];
  /** Files that cannot be read, or are empty, and why. */
  unread: string[];
  faults: DataError[];
}

/** Finds how the files of a source are written. */
export async function lookAt(dataDir: string, source: Source, files: readonly SourceFile[]): Promise<SeenSource> {
  const found: SeenSource = { seen: [], unread: [], faults: [] };
  for (const each of files) {
    const layouts = await orFaults(found.faults, () => withFile(dataDir, each.file, (path) => layoutsOf(path, source)));
    found.seen.push(...(layouts ?? []).map((layout) => ({ ...each, layout })));
    if (layouts === null || layouts.length === 0) found.unread.push(each.file);
    if (layouts?.length === 0) found.faults.push(emptyFile(each.file));
  }
  return found;
}

const emptyFile = (file: string) =>
  new DataError(`空文件 · ${file} is empty`, [
    { file, found: { zh: "空文件", en: "an empty file" }, expected: { zh: "表头", en: "a header" } },
  ]);

/** Names parts by their files, with the sheet where there are several of one. */
export function named(parts: readonly Omit<SeenPart, "name">[]): SeenPart[] {
  const sheets = Map.groupBy(parts, ({ file }) => file);
  return parts.map((part) => {
    const { file, layout } = part;
    const isOne = sheets.get(file)?.length === 1 || layout.format !== "xlsx";
    return { ...part, name: isOne ? file : `${file} / ${layout.sheet}` };
  });
}

interface Own extends Omit<SeenSource, "seen"> {
  table: Table;
  source: Source;
  seen: readonly SeenPart[];
}

/** A part, and what the steps of `sources.yaml` make of its header. */
type ShapedPart = SeenPart & { shaped: Shaped };

/** Finds the columns of a contract in the files of a source, and all that is wrong with these. */
export async function checkSource(dataDir: string, own: Own): Promise<{ parts: FeedPart[]; issues: Issue[] }> {
  const { table, source, seen } = own;
  const faults = [...own.faults];
  const shape = await orFaults(faults, () => prepareShape(source, dataDir));
  const looked = shape
    ? seen.map(
        (part): ShapedPart => ({
          ...part,
          shaped: shape(unshaped(part.name, part.layout)),
        }),
      )
    : [];
  const issues = looked.flatMap(({ shaped }) => shaped.issues);
  const isSound = issues.length + faults.length === 0;
  const gathered = isSound ? await orFaults(faults, () => gatheredHeader(source, dataDir, looked)) : null;
  // a header that nobody could make says nothing
  const isMade = gatherOf(source, dataDir) === null || gathered !== null;
  const parts = (isMade ? looked : []).map(({ shaped, ...part }): FeedPart => {
    const { header } = part.layout;
    const match = matchHeader(table, source, part.name, { header, shaped: gathered ? { ...shaped, header: gathered } : shaped });
    issues.push(...match.issues);
    return { ...part, places: match.places, sheet: sheetPlaceOf(part.layout, Object.keys(table.columns), source.columns) };
  });
  const headers = looked.flatMap(({ layout, shaped }) => [layout.header.names, shaped.header, gathered ?? []]);
  if (isMade && headers.length > 0) issues.push(...namedInVain(table, source, seen.map(({ name }) => name).join(", "), headers));
  const all = [...faults.flatMap((fault) => fault.issues), ...issues];
  return { parts, issues: await withoutMisread(all, own, dataDir) };
}

/** The header of what is made of all files together; null where each stands for itself. */
async function gatheredHeader(source: Source, dataDir: string, looked: readonly ShapedPart[]) {
  const gather = gatherOf(source, dataDir);
  return gather && looked.length > 0 ? gather.headerOf(looked.map(({ name, shaped }) => ({ file: name, header: shaped.header }))) : null;
}

/** The issues of files, but for those that are written otherwise than they are read: of these, how they are written. */
async function withoutMisread(issues: readonly Issue[], { table, source, seen, unread }: Own, dataDir: string): Promise<Issue[]> {
  const misread = new Map<string, Issue>();
  const parts = [
    ...seen.map(({ file, name, layout }) => ({
      file,
      name,
      settings: layout.format === "xlsx" ? { ...source, sheet: layout.sheet } : source,
    })),
    ...unread.map((file) => ({ file, name: file, settings: source })),
  ];
  for (const { file, name, settings } of parts.filter((part) => issues.some((issue) => isOf(issue, part.name)))) {
    const issue = await misreading({ path: resolve(dataDir, file), file: name, settings, wanted: headersOf(table, source) });
    if (issue) misread.set(name, issue);
  }
  return [...misread.values(), ...issues.filter(({ file }) => file.split(", ").every((each) => !misread.has(each)))];
}

const isOf = (issue: Issue, name: string) => issue.file === name || issue.file.startsWith(`${name}, `);

/** The headers by which a table reads its files. */
const headersOf = ({ columns }: Table, source: Source): string[] => Object.keys(columns).map((column) => source.columns[column] ?? column);
