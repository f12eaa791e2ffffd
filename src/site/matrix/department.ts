import type { Page } from "../ask/page.ts";
import { anchorOf, type Promised, promisesOf, wordsOfPromise } from "../ask/promises.ts";
import type { Site } from "../site.ts";

/** The spec of a figure of a promise: `promise`, `limit` or `kept`. */
const specOf = (kind: string, promised: Promised): string => `${kind} ${wordsOfPromise(promised)}`;

/** Kinds of figures of promises, by the metric that they show. */
const PROMISE_FIGURES: Readonly<Record<string, readonly string[]>> = { "promised-time": ["promise", "limit"], "sla-attainment": ["kept"] };

/** Specs of the figures of every promise that show a metric. */
export const promiseSpecs = (site: Pick<Site, "reference">, metric: string): string[] =>
  (PROMISE_FIGURES[metric] ?? []).flatMap((kind) => promisesOf(site).map((promised) => specOf(kind, promised)));

/** A promise on the page of its department: what is shown of it. */
export interface PromiseSection {
  promised: Promised;
  /** Name by which links reach it. */
  anchor: string;
  /** Specs of its figures: time against the limit, the spread of the times, and how it was kept. */
  specs: readonly string[];
}

/** The promises of a department as its page shows them. */
export const promiseSections = (page: Page, department: string): PromiseSection[] =>
  promisesOf(page.site)
    .filter((promised) => promised.department === department)
    .map((promised) => ({
      promised,
      anchor: anchorOf(promised),
      specs: [specOf("promise", promised), specOf("limit", promised), specOf("kept", promised)],
    }));

/** Figures of a department besides those of its promises, by the heading under which they stand, in the order of a reader's questions. */
export const DEPARTMENT_FIGURES = {
  clock: ["clock"],
  open: ["breakdown open-requests age_class", "breakdown overdue-requests request_type"],
  lost: ["trend amount-lost-to-delay", "breakdown deals-lost-to-delay delay_cause"],
  communication: ["trend communication-hours", "breakdown communication-hours counterpart"],
  satisfaction: ["trend output-rating", "trend process-satisfaction", "trend mechanism-satisfaction"],
} as const;
