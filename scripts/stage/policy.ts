import { DataError, type Issue } from "../../src/core/errors.ts";
import type { RejectFile } from "./rejects.ts";
import type { StagedTable } from "./stage-table.ts";

/** A table of which more records were rejected than its policy allows. */
export interface Failure {
  summary: string;
  issues: readonly Issue[];
}

/** Null when a table keeps to the policy; `allowed` is the share of its records that may be rejected. */
export function failureOf({ table, files }: StagedTable, allowed: number, rejects: RejectFile): Failure | null {
  const sum = (count: "read" | "rejected") => files.reduce((total, file) => total + file[count], 0);
  const [read, rejected] = [sum("read"), sum("rejected")];
  if (rejected <= read * allowed) return null;
  const share = `${((rejected / read) * 100).toFixed(1)} %, allowed ${Number((allowed * 100).toFixed(3))} %`;
  return { summary: `${table.id}: ${rejected} of ${read} records rejected (${share}); see ${rejects.path}`, issues: rejects.first };
}

/** All failures in one error. */
export function tooManyRejects(failures: readonly Failure[]): DataError {
  return new DataError(
    failures.map(({ summary }) => summary).join("\n"),
    failures.flatMap(({ issues }) => issues),
  );
}
