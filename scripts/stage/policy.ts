import { counted, DataError, type Issue } from "../../src/core/errors.ts";
import { recordsOf, sumOfOutcomes } from "../../src/core/outcomes.ts";
import type { Feed } from "./feed.ts";
import type { StagedTable } from "./stage-table.ts";

/** Why a table cannot be used although it can be read. */
export interface Failure {
  summary: string;
  issues: readonly Issue[];
}

/** More records of a source were rejected than it allows, as a share of all that were read of it; null when of none. `path` is where they are kept. */
export function tooManyRejects({ table, files, faults }: StagedTable, { sources, parts }: Feed, path: string): Failure | null {
  const summaries = sources.flatMap(({ max_rejected: allowed, place }, source) => {
    const counts = sumOfOutcomes(files.filter((_, at) => parts[at]?.source === source));
    const [read, rejected] = [recordsOf(counts), counts.rejected];
    if (rejected <= read * allowed) return [];
    const share = `${((rejected / read) * 100).toFixed(1)} %, allowed ${Number((allowed * 100).toFixed(3))} %`;
    const many = `${rejected.toLocaleString("en")} of ${counted(read, "record")} rejected (${share})`;
    const of = sources.length > 1 ? `${place.name}: ` : "";
    return `${table.id}: 拒绝的记录过多 · ${of}${many}; see ${path}`;
  });
  return summaries.length > 0 ? { summary: summaries.join("\n"), issues: faults } : null;
}

/** Files of a table overlap and nothing says what counts; null when they do not. */
export function undecidedOverlaps({ table }: StagedTable, overlaps: readonly Issue[]): Failure | null {
  if (overlaps.length === 0) return null;
  return {
    summary: `${table.id}: 文件有重叠，记录可能重复计算 · files of a table without a key overlap, so that records may count twice`,
    issues: overlaps,
  };
}

/** All failures in one error. */
export function failing(failures: readonly Failure[]): DataError {
  return new DataError(
    failures.map(({ summary }) => summary).join("\n"),
    failures.flatMap(({ issues }) => issues),
  );
}
