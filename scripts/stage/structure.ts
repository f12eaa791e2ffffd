import { resolve } from "node:path";
import type { Table } from "../../src/core/contract.ts";
import { DataError, type Issue } from "../../src/core/errors.ts";
import { openFile } from "../read/files.ts";
import type { Source } from "../read/sources.ts";
import { matchHeader, namedInVain } from "./header.ts";
import { sameBytes } from "./same-bytes.ts";

/** A table and the files that feed it. */
export interface Feed {
  table: Table;
  source: Source;
  /** Relative to the data folder, the newest last. */
  files: readonly string[];
}

/** What the headers of a feed are found to be. */
interface Looked {
  /** `file: header, header` for every file that lacks required columns. */
  missing: string[];
  issues: Issue[];
}

/** Looks at the header of every file and for files that are there twice, and throws one DataError with all that is wrong with any of them. */
export async function checkStructure(dataDir: string, feeds: readonly Feed[]): Promise<void> {
  const looked: Looked[] = [];
  for (const feed of feeds) looked.push(await look(dataDir, feed));
  const missing = looked.flatMap((each) => each.missing);
  const issues = looked.flatMap((each) => each.issues);
  if (missing.length === 0 && issues.length === 0) return;
  const lacking = missing.length > 0 ? ["required columns are missing", ...missing.map((line) => `  ${line}`)] : [];
  const others = issues.length > 0 ? [`faults in the structure of the exports: ${issues.length}`] : [];
  throw new DataError([...lacking, ...others].join("\n"), issues);
}

async function look(dataDir: string, { table, source, files }: Feed): Promise<Looked> {
  const looked: Looked = { missing: [], issues: await sameBytes(dataDir, files) };
  const headers: (readonly string[])[] = [];
  for (const file of files) {
    const header = await headerOf(dataDir, file, source, looked.issues);
    if (header === null) continue;
    headers.push(header);
    const { missing, issues } = matchHeader(table, source, file, header);
    if (missing.length > 0) looked.missing.push(`${file} (${table.id}): ${missing.join(", ")}`);
    looked.issues.push(...issues);
  }
  if (headers.length > 0) looked.issues.push(...namedInVain(table, source, files.join(", "), headers));
  return looked;
}

/** Null when the file cannot be read, which is added to the issues. */
async function headerOf(dataDir: string, file: string, source: Source, issues: Issue[]): Promise<readonly string[] | null> {
  try {
    const reading = await openFile(resolve(dataDir, file), source);
    await reading?.batches.return();
    if (reading) return reading.header;
    issues.push({ file, found: "an empty file", expected: "a header" });
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    issues.push(...error.issues.map((issue) => ({ ...issue, file })));
  }
  return null;
}
