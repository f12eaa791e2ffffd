import { DataError, type Issue } from "../../src/core/errors.ts";
import { layoutOf } from "../read/files.ts";
import type { Layout } from "../read/layout.ts";
import type { Source } from "../read/sources.ts";
import { copiesAmong } from "./copies.ts";
import { type Feed, type FeedLayout, type FoundFeed, withFile } from "./feed.ts";
import { matchHeader, namedInVain } from "./header.ts";

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
  const layouts: FeedLayout[] = [];
  for (const file of files) {
    const layout = await lookAt(dataDir, file, source, issues);
    if (layout === null) continue;
    const match = matchHeader(table, source, file, layout.header);
    if (match.missing.length > 0) missing.push(`${file} (${table.id}): ${match.missing.join(", ")}`);
    issues.push(...match.issues);
    layouts.push({ layout, places: match.places });
  }
  const headers = layouts.map(({ layout }) => layout.header.names);
  if (headers.length > 0) issues.push(...namedInVain(table, source, files.join(", "), headers));
  return { feed: { ...found, files, copies, layouts }, missing, issues };
}

/** Null when the file cannot be read, which is added to the issues. */
async function lookAt(dataDir: string, file: string, source: Source, issues: Issue[]): Promise<Layout | null> {
  try {
    const layout = await withFile(dataDir, file, (path) => layoutOf(path, source));
    if (layout === null) issues.push({ file, found: "an empty file", expected: "a header" });
    return layout;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    issues.push(...error.issues);
    return null;
  }
}
