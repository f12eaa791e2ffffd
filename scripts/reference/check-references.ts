import type { StagedTable } from "../stage/stage-table.ts";
import { loadMetrics } from "../tools/registry.ts";
import { checkCalendarYears } from "./check-calendar-years.ts";
import { checkReferenceIds } from "./check-reference-ids.ts";
import { inSheets } from "./in-sheets.ts";
import { checkMetricReferences } from "./metric-references.ts";

/** Throws a DataError on what hand-kept tables say and their contracts cannot know to be wrong: ids, years and metrics. */
export const checkReferences = (staged: readonly StagedTable[]): Promise<void> =>
  inSheets(staged, async () => {
    checkReferenceIds(staged);
    checkCalendarYears(staged);
    checkMetricReferences(staged, await loadMetrics());
  });
