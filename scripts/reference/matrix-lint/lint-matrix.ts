import { counted, DataError, describeIssue } from "../../../src/core/errors.ts";
import type { MatrixFinding } from "../../../src/data/matrix-findings.ts";
import { withCell } from "../in-sheets.ts";
import { CHECKS } from "./checks.ts";
import { checkMatrix } from "./faults.ts";
import { type LintContext, openLintRoom } from "./room.ts";

/** What a kind of finding does to the build. */
export type LintPolicy = Readonly<Record<MatrixFinding["kind"], "warn" | "fail">>;

export interface LintedMatrix {
  findings: MatrixFinding[];
  /** A line for each, with its file, its line, and what was expected. */
  warnings: string[];
}

/**
 * What the matrix of responsibilities leaves open; nothing without the responsibilities or the promises.
 * Throws a DataError on findings whose kind fails by the policy, and on a matrix that contradicts itself or names what does not exist.
 */
export async function lintMatrix(context: LintContext, policy: LintPolicy): Promise<LintedMatrix> {
  const room = await openLintRoom(context);
  if (!room) return { findings: [], warnings: [] };
  await checkMatrix(room);
  const located = (await Promise.all(Object.values(CHECKS).map((check) => check(room)))).flat();
  const failing = located.filter(({ finding }) => policy[finding.kind] === "fail");
  const issues = failing.map(({ issue }) => issue);
  const kinds = [...new Set(failing.map(({ finding }) => finding.kind))];
  if (failing.length > 0)
    throw new DataError(
      `职责矩阵有 site.yaml 不允许的问题 · ${counted(failing.length, "finding")} in the matrix that site.yaml does not allow (${kinds.join(", ")})`,
      issues,
    );
  return {
    findings: located.map(({ finding }) => finding),
    warnings: located.map(({ issue }) => describeIssue(withCell(context.tables.values(), issue))),
  };
}
