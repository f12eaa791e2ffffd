import { join } from "node:path";
import { DataError, type Issue, nearest } from "../src/core/errors.ts";
import { openFile } from "./read/files.ts";
import type { StagedTable } from "./stage/stage-table.ts";

/** Column by which reference tables name a metric. */
const COLUMN = "metric";

/** Line on which each record starts; of a reference table every record is staged, in the order of its file. */
async function linesOf(path: string): Promise<number[]> {
  const reading = await openFile(path, { encoding: "utf-8", delimiter: "," });
  const lines: number[] = [];
  for await (const entries of reading?.batches ?? []) lines.push(...entries.map(({ line }) => line));
  return lines;
}

const expectedFor = (word: string, known: readonly string[]): string => {
  const near = nearest(word, known);
  return `the id of a metric${near ? ` such as ${near}` : `: ${known.join(", ")}`}`;
};

async function issuesOf(dataDir: string, { data, files }: StagedTable, known: readonly string[]): Promise<Issue[]> {
  const named = [...(data.getChild(COLUMN)?.toArray() ?? [])] as (string | null)[];
  const wrong = named.flatMap((metric, row) => (metric === null || known.includes(metric) ? [] : [{ metric, row }]));
  const file = files[0]?.file;
  if (wrong.length === 0 || file === undefined) return [];
  const lines = await linesOf(join(dataDir, file));
  return wrong.map(({ metric, row }) => ({ file, line: lines[row], column: COLUMN, found: metric, expected: expectedFor(metric, known) }));
}

/** Throws a DataError on rows of reference tables that speak of a metric that does not exist: all of them, each with the nearest that does. */
export async function checkMetricReferences(
  dataDir: string,
  tables: Iterable<StagedTable>,
  metrics: readonly { id: string }[],
): Promise<void> {
  const known = metrics.map(({ id }) => id);
  const issues: Issue[] = [];
  for (const staged of tables) {
    if (staged.table.isReference && COLUMN in staged.table.columns) issues.push(...(await issuesOf(dataDir, staged, known)));
  }
  if (issues.length > 0) throw new DataError(`unknown metrics in reference tables: ${issues.length}`, issues);
}
