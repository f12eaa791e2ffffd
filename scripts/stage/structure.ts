import { resolve } from "node:path";
import { DataError, type Issue } from "../../src/core/errors.ts";
import { layoutOf, rowWith } from "../read/files.ts";
import type { Layout } from "../read/layout.ts";
import { gatherOf } from "../sources/gathering.ts";
import { prepareShape, type Shape } from "../sources/shape.ts";
import type { Source } from "../sources/sources.ts";
import { copiesAmong } from "./copies.ts";
import { type Feed, type FeedLayout, type FoundFeed, withFile } from "./feed.ts";
import { matchHeader, namedInVain, type ShapedHeader } from "./header.ts";
import { sheetPlaceOf } from "./sheet-place.ts";

/** What the headers of a feed are found to be. */
interface Looked {
  feed: Feed;
  /** `file: header, header` for every file that lacks required columns. */
  missing: string[];
  issues: Issue[];
}

/** Finds how every file is written, and leaves aside what is there twice. Throws one DataError with all that is wrong with any of them. */
export async function checkStructure(dataDir: string, feeds: readonly FoundFeed[]): Promise<Feed[]> {
  const looked: Looked[] = [];
  for (const feed of feeds) looked.push(await look(dataDir, feed));
  const missing = looked.flatMap((each) => each.missing);
  const issues = looked.flatMap((each) => each.issues);
  if (missing.length === 0 && issues.length === 0) return looked.map(({ feed }) => feed);
  const lacking = missing.length > 0 ? ["required columns are missing", ...missing.map((line) => `  ${line}`)] : [];
  const others = issues.length > 0 ? [`faults in the structure of the exports: ${issues.length}`] : [];
  throw new DataError([...lacking, ...others].join("\n"), issues);
}

async function look(dataDir: string, found: FoundFeed): Promise<Looked> {
  const { table, source } = found;
  const missing: string[] = [];
  const issues: Issue[] = [];
  const copies = await copiesAmong(dataDir, found.files);
  const files = found.files.filter((file) => copies.every((copy) => copy.file !== file));
  const shape = await orIssues(issues, () => prepareShape(source, dataDir));
  const looked: (ShapedHeader & { file: string; layout: Layout })[] = [];
  for (const file of shape ? files : []) {
    const seen = await orIssues(issues, () => withFile(dataDir, file, (path) => lookAt(path, file, source, shape as Shape)));
    if (seen !== null) looked.push({ file, ...seen });
  }
  const gathered = await orIssues(issues, () => gatheredHeader(found, dataDir, looked));
  const layouts: FeedLayout[] = [];
  for (const { file, layout, ...header } of looked) {
    const shaped = gathered ? { ...header.shaped, header: gathered } : header.shaped;
    const match = matchHeader(table, source, file, { ...header, shaped });
    if (match.missing.length > 0) {
      const row = await rowWith(match.missing, resolve(dataDir, file), layout, source);
      const hint = row === undefined ? "" : `; row ${row} has them: say header_row: ${row} in sources.yaml`;
      missing.push(`${file} (${table.id}): ${match.missing.join(", ")}${hint}`);
    }
    issues.push(...match.issues);
    layouts.push({ layout, places: match.places, sheet: sheetPlaceOf(layout, Object.keys(table.columns), source.columns) });
  }
  const headers = looked.flatMap(({ header, shaped }) => [header.names, shaped.header, gathered ?? []]);
  if (headers.length > 0) issues.push(...namedInVain(table, source, files.join(", "), headers));
  return { feed: { ...found, files, copies, layouts }, missing, issues };
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

/** Null when data cannot be used; why is added to the issues. */
async function orIssues<T>(issues: Issue[], work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    issues.push(...error.issues);
    return null;
  }
}
