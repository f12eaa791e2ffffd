import { z } from "zod";
import { STATES } from "../analysis/chance/verdict.ts";
import { BOUNDS } from "../core/bound.ts";
import { UNITS } from "../core/units.ts";
import { surveyScaleSchema } from "../data/survey-scale.ts";
import { text } from "../data/text.ts";

/** A value with the cases it rests on; `value` is null where it is missing, and where it is hidden. */
const figure = z.strictObject({
  value: z.number().nullable(),
  n: z.int(),
  is_hidden: z.boolean(),
  /** What the value says of the true one; other than "exact" only in the survey, where a group is nearly all or hardly at all favourable. */
  bound: z.enum(BOUNDS),
  /** It rests on working days of a year whose days off are not all known yet (`provisional_years`), and may change. */
  is_provisional: z.boolean(),
});

/** Quantiles by probability, such as {"0.5": 3.1, "0.9": 8}; empty for a metric without a spread. */
const quantiles = z.record(z.string(), z.number().nullable());

const point = figure.extend({
  /** 2026-09, 2026Q3 or 2026; fiscal. */
  period: z.string(),
  /** Over, and covered by the data from its first day to its last. */
  is_complete: z.boolean(),
  target: z.number().nullable(),
  /** The number of the metric’s remark; null where it has none. */
  remark: z.number().nullable(),
  quantiles,
});

/** The one verdict of a metric, or of a member of a breakdown, as every page says it. */
const verdict = z.strictObject({
  state: z.enum(STATES),
  /** Whether the change is for the better; null where it shows no change. */
  direction: z.enum(["better", "worse", "same", "changed"]).nullable(),
  /** The months that it rests on, its value in them and the usual one, of sums both of a month or a quarter; null without a reason. */
  reason: z.strictObject({ period: z.string(), value: z.number(), usual: z.number(), n: z.number() }).nullable(),
  /** A slow change: its value in the first half-year of the last two years and in the last one; null without one. */
  trend: z.strictObject({ from: z.number(), to: z.number() }).nullable(),
  /** The month or quarter in which what is usual began; null where it has been so for two years. */
  usual_since: z.string().nullable(),
});

const member = figure.extend({
  /** Members of the dimensions, in their order; names are in `dimensions`. */
  members: z.array(z.string()),
  quantiles,
  /** The target of the whole, where it holds for its parts; null of a sum. */
  target: z.number().nullable(),
  /** Signal or chance, judged among all members of the breakdown; null where there is nothing to judge, and where two dimensions are crossed. */
  verdict: verdict.nullable(),
});

const metric = z.strictObject({
  id: z.string(),
  /** What it is about: one of the four effects, or a kind of work that passes between departments. */
  topic: z.string(),
  label: text,
  description: text,
  unit: z.enum(UNITS),
  better: z.enum(["higher", "lower", "nearer-zero", "neither"]),
  /** What n counts. */
  cases: text,
  /** Its formula, an aggregate over rows of its facts. */
  formula: z.string(),
  /** Ids of the facts that it is computed from; its page shows the SELECT of each. */
  facts: z.array(z.string()),
  /** What its values leave out, assume or also hold, as a number beside n; null where there is nothing to say. */
  remark: z.strictObject({ label: text, unit: z.enum(UNITS) }).nullable(),
  /** Of the document's period. */
  current: figure,
  previous: figure,
  year_ago: figure,
  target: z.number().nullable(),
  /** Signal or chance; null where there is nothing to judge. */
  verdict: verdict.nullable(),
  series: z.strictObject({ month: z.array(point), quarter: z.array(point), year: z.array(point) }),
  /** By one dimension, or by two crossed, in the document's period. */
  breakdowns: z.array(z.strictObject({ dimensions: z.array(z.string()), members: z.array(member) })),
});

/** `/api/metrics.json`: every metric with its values, for programs. Stable order, stable bytes for the same exports. */
export const metricsDocument = z.strictObject({
  /** Of this format; it changes when a field goes or changes its meaning. */
  version: z.literal(3),
  /** ISO day up to which the data reach. */
  as_of: z.string(),
  /** The last complete quarter. */
  period: z.string(),
  /** Years to which the data reach whose days off are computed, since the State Council's notice is not known yet. */
  provisional_years: z.array(z.string()),
  /** The scale of units `score`, and the score from which an answer is favourable. */
  survey_scale: surveyScaleSchema,
  dimensions: z.array(z.strictObject({ id: z.string(), label: text, members: z.array(z.strictObject({ id: z.string(), label: text })) })),
  metrics: z.array(metric),
  /** Metrics that have no values yet, and what each waits for: a table without an export, `products.launched_on` without a value, `after_sales.kind=complaint` without a record; nothing but a longer time where that is empty. */
  waiting: z.array(z.strictObject({ id: z.string(), label: text, waits_for: z.array(z.string()) })),
});

export type MetricsDocument = z.infer<typeof metricsDocument>;
