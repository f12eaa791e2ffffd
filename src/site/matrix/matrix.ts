import type { Reference } from "../../data/reference.ts";
import type { Page } from "../ask/page.ts";
import { anchorOf, type Promised, promisesOf, supportingDepartments } from "../ask/promises.ts";
import { hasMetric, type Site } from "../site.ts";
import { concernsOf, promisesByGravity } from "./talk-first.ts";

/** The stages of the business flow, across; what a department does over the whole of it has a column of its own. */
const STAGES = ["front", "middle", "back", "whole"] as const;

/** Null for promises of a department of which no stage is known. */
export type Stage = (typeof STAGES)[number] | null;

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
  stage: Stage;
  duties: Duty[];
  promises: Promised[];
}

export interface MatrixRow {
  department: string;
  /** In the order of the stages, those alone in which it does something; the promises of each by what weighs most. */
  cells: MatrixCell[];
}

/** What comes of a duty; metrics that show it are named as far as the site has them. */
const outputOf = (site: Site, { output, request_types, metrics }: Reference["duties"][number]): Output[] =>
  output === null ? [] : [{ output, isRequested: request_types.length > 0, metrics: metrics.filter((id) => hasMetric(site, id)) }];

const stageOf = (name: string | null | undefined): Stage => STAGES.find((stage) => stage === name) ?? null;

/** The duties of a department in the stages in which they are done, and its promises beside the duties that they are of. */
export function cellsOf(page: Page, department: string): MatrixCell[] {
  const { site, say } = page;
  const own = site.reference.duties.filter((each) => each.department === department);
  const promises = promisesOf(site).filter((each) => each.department === department);
  const cells = [...Map.groupBy(own, ({ stage }) => stageOf(stage))].map(([stage, rows]): MatrixCell => {
    const byDuty = Map.groupBy(rows, ({ duty }) => say(duty));
    const duties = [...byDuty].map(([duty, same]) => ({ duty, outputs: same.flatMap((each) => outputOf(site, each)) }));
    const requestTypes = rows.flatMap(({ request_types }) => request_types);
    return { stage, duties, promises: promises.filter(({ requestType }) => requestTypes.includes(requestType)) };
  });
  const placed = cells.flatMap((cell) => cell.promises);
  const others = promises.filter((each) => !placed.includes(each));
  if (others.length === 0) return cells;
  // a promise that no duty names stands in the first cell, else in one of the department's own stage, rather than nowhere
  const known = site.reference.departments.find((each) => each.department === department);
  const [first = { stage: stageOf(known?.stage), duties: [], promises: [] }, ...more] = cells;
  return [{ ...first, promises: [...first.promises, ...others] }, ...more];
}

const placeOf = (stage: Stage) => (stage === null ? STAGES.length : STAGES.indexOf(stage));

const inOrder = (cells: readonly MatrixCell[]) => cells.toSorted((a, b) => placeOf(a.stage) - placeOf(b.stage));

/** The departments that support the business unit, the one to talk to first at the head; those of which nothing fell due at the end. */
export function departmentsByGravity(page: Page): string[] {
  const concerns = concernsOf(page).map(({ department }) => department);
  return [...concerns, ...supportingDepartments(page).filter((department) => !concerns.includes(department))];
}

/** The stages of a department, its promises in the order of its own page. */
function weighedCells(page: Page, department: string): MatrixCell[] {
  const weighed = promisesByGravity(page, department).map(({ promised }) => promised && anchorOf(promised));
  const placeIn = (promised: Promised) => weighed.indexOf(anchorOf(promised));
  const inWeight = (promises: readonly Promised[]) => promises.toSorted((a, b) => placeIn(a) - placeIn(b));
  return inOrder(cellsOf(page, department)).map((cell) => ({ ...cell, promises: inWeight(cell.promises) }));
}

/** The matrix: a row for each department that supports the business unit, worst first. */
export const matrixRows = (page: Page): MatrixRow[] =>
  departmentsByGravity(page).map((department) => ({ department, cells: weighedCells(page, department) }));

/** The stages in which any department of some rows does something, in their order. */
export const stagesOf = (rows: readonly MatrixRow[]): Stage[] =>
  [...STAGES, null].filter((stage) => rows.some(({ cells }) => cells.some((cell) => cell.stage === stage)));
