import type { Page } from "../ask/page.ts";
import { anchorOf, type Promised, promisesOf, wordsOfPromise } from "../ask/promises.ts";
import type { Site } from "../site.ts";
import { type Kept, promisesByGravity } from "./talk-first.ts";

/** The spec of a figure of a promise: `promise`, `limit` or `kept`. */
const specOf = (kind: string, promised: Promised): string => `${kind} ${wordsOfPromise(promised)}`;

/** Kinds of figures of promises, by the metric that they show. */
const PROMISE_FIGURES: Readonly<Record<string, readonly string[]>> = { "promised-time": ["promise", "limit"], "sla-attainment": ["kept"] };

/** Specs of the figures of every promise that show a metric. */
export const promiseSpecs = (site: Pick<Site, "reference">, metric: string): string[] =>
  (PROMISE_FIGURES[metric] ?? []).flatMap((kind) => promisesOf(site).map((promised) => specOf(kind, promised)));

/** A promise as a row on the page of its department, and what the row opens. */
export interface PromiseRow {
  promised: Promised;
  /** Name by which links reach it. */
  anchor: string;
  /** Specs of its figures: time against the limit, the spread of the times, and how it was kept. */
  specs: readonly string[];
  /** Some of what fell due was missed. */
  isMissed: boolean;
}

const isMissed = ({ view: { standing } }: Kept): boolean => standing?.point.value != null && standing.point.value < 1;

/** The promises of a department as its page shows them, the one that weighs most first. */
export const promiseRows = (page: Page, department: string): PromiseRow[] =>
  promisesByGravity(page, department).flatMap((kept) => {
    const { promised } = kept;
    if (!promised) return [];
    const specs = [specOf("promise", promised), specOf("limit", promised), specOf("kept", promised)];
    return [{ promised, anchor: anchorOf(promised), specs, isMissed: isMissed(kept) }];
  });

/** A metric of a department, and the dimension by which it is broken down first. */
export interface DepartmentMetric {
  metric: string;
  by?: string;
}

/** Metrics of a department besides how it kept its promises, by the heading under which they stand, in the order of a reader's questions. */
export const DEPARTMENT_METRICS: Readonly<Record<"open" | "lost" | "communication" | "satisfaction", readonly DepartmentMetric[]>> = {
  open: [
    { metric: "open-requests", by: "age_class" },
    { metric: "overdue-requests", by: "request_type" },
  ],
  lost: [{ metric: "deals-lost-to-delay", by: "delay_cause" }, { metric: "amount-lost-to-delay" }],
  communication: [{ metric: "communication-hours", by: "counterpart" }],
  satisfaction: [{ metric: "output-rating" }, { metric: "process-satisfaction" }, { metric: "mechanism-satisfaction" }],
};
