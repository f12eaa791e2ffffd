import { counted, DataError, type Issue } from "../../src/core/errors.ts";
import type { StagedTable } from "../stage/stage-table.ts";
import { expectedId } from "./expected-id.ts";

/** Column by which reference tables name a metric. */
const COLUMN = "metric";

function issuesOf({ data, files, lines }: StagedTable, known: readonly string[]): Issue[] {
  const named = [...(data.getChild(COLUMN)?.toArray() ?? [])] as (string | null)[];
  const wrong = named.flatMap((metric, row) => (metric === null || known.includes(metric) ? [] : [{ metric, row }]));
  return wrong.map(({ metric, row }) => ({
    file: files[0]?.file ?? "",
    line: lines[row],
    column: COLUMN,
    found: metric,
    expected: expectedId("metric", metric, known),
  }));
}

/** Throws a DataError on rows of reference tables that speak of a metric that does not exist: all of them, each with the nearest that does. */
export function checkMetricReferences(tables: Iterable<StagedTable>, metrics: readonly { id: string }[]): void {
  const known = metrics.map(({ id }) => id);
  const issues: Issue[] = [];
  for (const staged of tables) {
    if (staged.table.isReference && COLUMN in staged.table.columns) issues.push(...issuesOf(staged, known));
  }
  if (issues.length > 0)
    throw new DataError(`参照表写到不存在的指标 · ${counted(issues.length, "unknown metric")} in reference tables`, issues);
}
