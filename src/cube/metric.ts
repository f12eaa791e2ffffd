import type { Text } from "../core/text.ts";
import type { Better, Unit } from "../core/units.ts";
import type { Part } from "./parts.ts";
import type { Spread } from "./quantiles.ts";

/** Rows of facts and the value they must give; run through the real engine in a test. */
export interface Example {
  /** Rows of the metric's own fact, or of several facts by name. Columns left out are missing. */
  given: readonly Record<string, unknown>[] | Readonly<Record<string, readonly Record<string, unknown>[]>>;
  value: number | null;
  /** The number of its remark, where the example is about that. */
  remark?: number;
}

/** What a reader should know of a value: a number that stands beside n, of what it leaves out, assumes or also holds. */
export interface Remark {
  /** What the number is: "Cancelled before they fell due, left out". */
  label: Text;
  unit: Unit;
  value: Part;
}

export interface MetricDefinition {
  /** Name of a file of `src/topics/`. */
  topic: string;
  label: Text;
  /** What n counts, as a plural noun. */
  cases: Text;
  unit: Unit;
  better: Better;
  /** Place among the metrics of its topic; numbers may be left out between them. */
  rank: number;
  /** One of those that stand for the topic: those of an effect are on the overview. */
  isLead?: boolean;
  /** Its value means something only for a member of a dimension, as of a funnel: figures show it by that, and no total is shown. */
  isOnlyByMember?: boolean;
  /** The fact whose rows are its cases: a file of scripts/facts/. */
  fact: string;
  /** Dimensions to break it down and filter it by. */
  dimensions: readonly string[];
  /** Pairs of dimensions that are shown crossed, as a matrix. */
  crossings?: readonly (readonly [string, string])[];
  /** The shortest period that is shown: a quarter for a survey asked once in it, or for a rate that grows with the length of the period. Default month. */
  finest?: "month" | "quarter";
  value: Part;
  spread?: Spread;
  remark?: Remark;
}

/** What documents a metric, exported beside it as `documentation`: pages show it and tests run it, but no figure needs it, so browsers do not load it. */
export interface Documentation {
  /** Exactly what is counted and what is left out, in a sentence. */
  description: Text;
  examples: readonly Example[];
}

/** A named number with a definition; its id is the name of its file. */
export interface Metric extends MetricDefinition {
  id: string;
}

/** The one place that says everything the site knows of a metric. */
export const defineMetric = (definition: MetricDefinition): MetricDefinition => definition;

/** Components of a metric with the fact of each made plain, those of its spread and its remark included. */
export function componentsOf({ fact, value, spread, remark }: MetricDefinition) {
  const all = [...value.components, ...(spread?.components ?? []), ...(remark?.value.components ?? [])];
  return all.map((component) => ({ ...component, of: component.of ?? fact }));
}

/** Every fact that a metric is computed from, its own first. */
export const factsOf = (metric: MetricDefinition): string[] => [...new Set([metric.fact, ...componentsOf(metric).map(({ of }) => of)])];
