import { NOT_STATED } from "../../core/not-stated.ts";
import type { Reference } from "../../data/reference.ts";
import type { Page } from "../ask/page.ts";
import { type Promised, promisesOf, supportingDepartments } from "../ask/promises.ts";
import { hasMetric, type Site } from "../site.ts";

/** The stages of the business flow, across; a department of the whole flow spans them. */
export const STAGES = ["front", "middle", "back"] as const;

/** An output, and how it is counted. */
export interface Output {
  output: string;
  /** Requests ask for it, so that what is delivered can be counted. */
  isRequested: boolean;
  /** Metrics in which it shows. */
  metrics: readonly string[];
}

/** A duty, and the outputs in which it shows. */
export interface Duty {
  duty: string;
  outputs: Output[];
}

/** What a department does in a stage of the business flow. */
export interface MatrixCell {
  stage: (typeof STAGES)[number] | "whole" | typeof NOT_STATED;
  duties: Duty[];
  promises: Promised[];
  /** Types of requests that the duties answer to. */
  requestTypes: string[];
}

export interface MatrixRow {
  department: string;
  /** In the order of the stages; null where it does nothing there. One cell alone spans the whole flow, or is of a stage that is not stated. */
  cells: (MatrixCell | null)[];
}

const isStage = (stage: string): stage is MatrixCell["stage"] => stage === "whole" || STAGES.some((known) => known === stage);

/** What comes of a duty; metrics that show it are named as far as the site has them. */
const outputOf = (site: Site, { output, request_types, metrics }: Reference["duties"][number]): Output[] =>
  output === null ? [] : [{ output, isRequested: request_types.length > 0, metrics: metrics.filter((id) => hasMetric(site, id)) }];

/** The duties of a department in the stages in which they are done, and its promises beside the duties that they are of. */
export function cellsOf(page: Page, department: string): MatrixCell[] {
  const { site, say } = page;
  const own = site.reference.duties.filter((each) => each.department === department);
  const promises = promisesOf(site).filter((each) => each.department === department);
  const byStage = Map.groupBy(own, ({ stage }) => stage);
  const cells = [...byStage].flatMap(([stage, rows]): MatrixCell[] => {
    if (!isStage(stage)) return [];
    const byDuty = Map.groupBy(rows, ({ duty }) => say(duty));
    const duties = [...byDuty].map(([duty, same]) => ({ duty, outputs: same.flatMap((each) => outputOf(site, each)) }));
    const requestTypes = [...new Set(rows.flatMap(({ request_types }) => request_types))];
    return [{ stage, duties, requestTypes, promises: promises.filter(({ requestType }) => requestTypes.includes(requestType)) }];
  });
  if (cells.length === 0 && promises.length > 0) cells.push(emptyCellOf(site, department));
  const placed = cells.flatMap((cell) => cell.promises);
  const others = promises.filter((each) => !placed.includes(each));
  const [first] = cells;
  // a promise that no duty names stands in the first cell rather than nowhere
  first?.promises.push(...others);
  first?.requestTypes.push(...others.map(({ requestType }) => requestType));
  return cells;
}

/** Of a department that has promises, but no duty: the stage in which it is. */
function emptyCellOf({ reference }: Site, department: string): MatrixCell {
  const stage = reference.departments.find((each) => each.department === department)?.stage ?? NOT_STATED;
  return { stage: isStage(stage) ? stage : NOT_STATED, duties: [], promises: [], requestTypes: [] };
}

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

/** What a department does over the whole flow, or at no stated stage, with what it does in single stages. */
const wholeOf = (stage: MatrixCell["stage"], cells: readonly MatrixCell[]): MatrixCell => ({
  stage,
  duties: cells.flatMap(({ duties }) => duties),
  promises: unique(cells.flatMap(({ promises }) => promises)),
  requestTypes: unique(cells.flatMap(({ requestTypes }) => requestTypes)),
});

/** The matrix: a row for each department that supports the business unit. */
export const matrixRows = (page: Page): MatrixRow[] =>
  supportingDepartments(page).map((department) => {
    const cells = cellsOf(page, department);
    const spanning = cells.find(({ stage }) => !STAGES.some((each) => each === stage));
    const byStage = STAGES.map((stage) => cells.find((cell) => cell.stage === stage) ?? null);
    return { department, cells: spanning ? [wholeOf(spanning.stage, cells)] : byStage };
  });
