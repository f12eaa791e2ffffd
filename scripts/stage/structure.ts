import { resolve } from "node:path";
import { counted, DataError, type Issue, orFaults } from "../../src/core/errors.ts";
import { layoutOf } from "../read/files.ts";
import type { Layout } from "../read/layout.ts";
import { misreading } from "../read/misreading.ts";
import { gatherOf } from "../sources/gathering.ts";
import { prepareShape, type Shape } from "../sources/shape.ts";
import type { Source } from "../sources/sources.ts";
import { copiesAmong } from "./copies.ts";
import { type Feed, type FeedLayout, type FoundFeed, withFile } from "./feed.ts";
import { matchHeader, namedInVain, type ShapedHeader } from "./header.ts";
import { sheetPlaceOf } from "./sheet-place.ts";

/** Finds how every file is written, and leaves aside what is there twice. Throws one DataError with all that is wrong with any of them. */
export async function checkStructure(dataDir: string, feeds: readonly FoundFeed[]): Promise<Feed[]> {
  const looked: Looked[] = [];
  for (const feed of feeds) looked.push(await look(dataDir, feed));
  const issues = looked.flatMap((each) => each.issues);
  if (issues.length === 0) return looked.map(({ feed }) => feed);
  throw new DataError(`文件结构有误 · ${counted(issues.length, "fault")} in the structure of files`, issues);
}

/** A feed and what is wrong with the headers of its files. */
interface Looked {
  feed: Feed;
  issues: Issue[];
}

async function look(dataDir: string, found: FoundFeed): Promise<Looked> {
  const { table, source } = found;
  const faults: DataError[] = [];
  const issues: Issue[] = [];
  const copies = await copiesAmong(dataDir, found.files);
  const files = found.files.filter((file) => copies.every((copy) => copy.file !== file));
  const shape = await orFaults(faults, () => prepareShape(source, dataDir));
  const looked: (ShapedHeader & { file: string; layout: Layout })[] = [];
  for (const file of shape ? files : []) {
    const seen = await orFaults(faults, () => withFile(dataDir, file, (path) => lookAt(path, file, source, shape as Shape)));
    if (seen !== null) looked.push({ file, ...seen });
  }
  issues.push(...looked.flatMap(({ shaped }) => shaped.issues));
  const isSound = issues.length + faults.length === 0;
  const gathered = isSound ? await orFaults(faults, () => gatheredHeader(found, dataDir, looked)) : null;
  // a header that nobody could make says nothing
  const isMade = gatherOf(table.id, source, dataDir) === null || gathered !== null;
  const layouts = (isMade ? looked : []).map(({ file, layout, ...header }): FeedLayout => {
    const shaped = gathered ? { ...header.shaped, header: gathered } : header.shaped;
    const match = matchHeader(table, source, file, { ...header, shaped });
    issues.push(...match.issues);
    return { layout, places: match.places, sheet: sheetPlaceOf(layout, Object.keys(table.columns), source.columns) };
  });
  const headers = looked.flatMap(({ header, shaped }) => [header.names, shaped.header, gathered ?? []]);
  if (isMade && headers.length > 0) issues.push(...namedInVain(table, source, files.join(", "), headers));
  const all = [...faults.flatMap((fault) => fault.issues), ...issues];
  return { feed: { ...found, files, copies, layouts }, issues: await withoutMisread(all, found, dataDir) };
}

/** The header of what is made of all files together; null where each stands for itself. */
async function gatheredHeader({ table, source }: FoundFeed, dataDir: string, looked: readonly (ShapedHeader & { file: string })[]) {
  const gather = gatherOf(table.id, source, dataDir);
  return gather && looked.length > 0 ? gather.headerOf(looked.map(({ file, shaped }) => ({ file, header: shaped.header }))) : null;
}

/** What a file is, and what the steps of `sources.yaml` make of its header. */
async function lookAt(path: string, file: string, source: Source, shape: Shape): Promise<ShapedHeader & { layout: Layout }> {
  const layout = await layoutOf(path, source);
  if (layout === null) throw new DataError(`${file} is empty`, [{ file, found: "an empty file", expected: "a header" }]);
  return { layout, header: layout.header, shaped: shape(file, layout.header.names) };
}

/** The issues of files, but for those that are written otherwise than they are read: of these, how they are written. */
async function withoutMisread(issues: readonly Issue[], { table, source, files }: FoundFeed, dataDir: string): Promise<Issue[]> {
  const misread = new Map<string, Issue>();
  for (const file of files.filter((each) => issues.some((issue) => issue.file === each || issue.file.startsWith(`${each}, `)))) {
    const issue = await misreading({ path: resolve(dataDir, file), file, settings: source, wanted: headersOf(table, source) });
    if (issue) misread.set(file, issue);
  }
  return [...misread.values(), ...issues.filter(({ file }) => file.split(", ").every((each) => !misread.has(each)))];
}

/** The headers by which a table reads its files. */
const headersOf = ({ columns }: FoundFeed["table"], source: FoundFeed["source"]): string[] =>
  Object.keys(columns).map((column) => source.columns[column] ?? column);
