import { DataError, type Issue } from "../src/core/errors.ts";
import { expectedId } from "./expected-id.ts";
import { recordLines } from "./record-lines.ts";
import type { StagedTable } from "./stage/stage-table.ts";

/** Column by which reference tables name a metric. */
const COLUMN = "metric";

async function issuesOf(dataDir: string, staged: StagedTable, known: readonly string[]): Promise<Issue[]> {
  const named = [...(staged.data.getChild(COLUMN)?.toArray() ?? [])] as (string | null)[];
  const wrong = named.flatMap((metric, row) => (metric === null || known.includes(metric) ? [] : [{ metric, row }]));
  if (wrong.length === 0) return [];
  const { file, lines } = await recordLines(dataDir, staged);
  return wrong.map(({ metric, row }) => ({
    file,
    line: lines[row],
    column: COLUMN,
    found: metric,
    expected: expectedId("metric", metric, known),
  }));
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
