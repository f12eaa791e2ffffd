import { z } from "zod";

/** The slides of a review, in the order in which they are told; a company has those for which there are data. */
export const SLIDES = [
  "verdict",
  "last-decisions",
  "signals",
  "matrix",
  "talk-first",
  "lost-deals",
  "leads",
  "goals",
  "restated",
  "decisions",
  "all-metrics",
  "data-quality",
  "method",
] as const;

export type SlideName = (typeof SLIDES)[number];

const tone = z.enum(["better", "worse", "flagged"]);

const cell = z.strictObject({
  text: z.string(),
  /** Numbers stand to the right. */
  isNumber: z.boolean(),
  /** What stands out, beside its mark and its words; null for all else. */
  tone: tone.nullable(),
});

const table = z.strictObject({
  kind: z.literal("table"),
  /** What its rows are; "" where the slide's title says so. */
  caption: z.string(),
  head: z.array(cell),
  rows: z.array(z.array(cell)),
});

/** What a line of a chart is, which decides how it is drawn. */
const SERIES_ROLES = ["value", "signal", "open", "target", "lower", "upper"] as const;

const chart = z.strictObject({
  kind: z.literal("chart"),
  /** What it shows, with its unit. */
  caption: z.string(),
  /** How a spreadsheet writes its numbers. */
  format: z.string(),
  /** Names of the periods, oldest first. */
  labels: z.array(z.string()),
  /** A value a period, as `/api/metrics.json` has it; null leaves a gap. */
  series: z.array(z.strictObject({ name: z.string(), role: z.enum(SERIES_ROLES), values: z.array(z.number().nullable()) })),
  /** The same as the figure of the page draws it: an SVG element. */
  drawing: z.string(),
});

const list = z.strictObject({ kind: z.literal("list"), caption: z.string(), items: z.array(z.string()) });

const block = z.discriminatedUnion("kind", [table, chart, list]);

/** A slide as data, from which a presentation and a page are made. */
const slide = z.strictObject({
  name: z.enum(SLIDES),
  /** Unique in its review: its name, and what it is about where there are several of the name. */
  id: z.string(),
  /** What it says, in a sentence or less. */
  title: z.string(),
  /** The rest of what it says; "" for nothing. */
  lead: z.string(),
  /** One over the whole width; of two, the first takes the larger part. */
  blocks: z.array(block),
  /** Period, as-of day, n, source, version: what the numbers are, each in words. */
  facts: z.array(z.string()),
  /** The page or figure where all of it stands, by its path from the snapshot's root. */
  path: z.string(),
  /** Definition, what is left out, numbers as text: a paragraph each. */
  notes: z.array(z.string()),
});

/** The review of a frozen period in one language. */
export const review = z.strictObject({
  /** As in `lang` of HTML: `zh-CN`. */
  tag: z.string(),
  title: z.string(),
  company: z.string(),
  /** ISO day on which the snapshot was frozen. */
  day: z.iso.date(),
  /** What the links say. */
  seeFigure: z.string(),
  /** What a table says of its rows for which a slide has no room, with `{n}` for how many there are. */
  rest: z.string().default("+ {n}"),
  /** Address of the snapshot's root, with a slash at its end; null where `site.yaml` names no `url`. */
  root: z.string().nullable(),
  slides: z.array(slide),
});

export type Review = z.infer<typeof review>;
export type Slide = z.infer<typeof slide>;
export type Block = z.infer<typeof block>;
export type SlideTable = z.infer<typeof table>;
export type SlideChart = z.infer<typeof chart>;
export type SlideList = z.infer<typeof list>;
export type SlideCell = z.infer<typeof cell>;

/** A review with the slides that are chosen, in their order. */
export const reviewWith = (told: Review, chosen: readonly SlideName[]): Review => ({
  ...told,
  slides: chosen.flatMap((name) => told.slides.filter((each) => each.name === name)),
});
