import { z } from "zod";

const text = z.strictObject({ zh: z.string(), en: z.string() });

/** Hand-kept tables of `data/reference/` as the pages use them. */
export const reference = z.strictObject({
  /** A target holds for a month, quarter or year; the shorter one wins. */
  targets: z.array(z.strictObject({ metric: z.string(), period: z.string(), target: z.number() })),
  benchmarks: z.array(
    z.strictObject({ metric: z.string(), kind: z.enum(["industry", "case"]), value: z.number().nullable(), label: text, source: text }),
  ),
  /** Events that charts mark, on the metric's or, without one, on every chart. */
  annotations: z.array(z.strictObject({ on: z.iso.date(), metric: z.string().nullable(), label: text })),
  /** What was decided to improve collaboration: the metric that it is to improve, or none for all, and the department that owns it. */
  decisions: z.array(z.strictObject({ on: z.iso.date(), metric: z.string().nullable(), department: z.string().nullable(), label: text })),
  /** Shares of a loss that departments bear. */
  ratios: z.array(
    z.strictObject({
      loss_kind: z.string(),
      loss_cause: z.string(),
      department: z.string(),
      share: z.number(),
      is_published_case: z.boolean(),
    }),
  ),
  /** Every department in the order of its file, and its place in the business flow. */
  departments: z.array(z.strictObject({ department: z.string(), stage: z.string() })),
  /** A row per duty of a department and output of it; one without an output has none that could be counted. */
  duties: z.array(
    z.strictObject({
      department: z.string(),
      /** The stage of the business flow in which it is done. */
      stage: z.string(),
      duty: text,
      output: z.string().nullable(),
      /** Request types that ask for the output. */
      request_types: z.array(z.string()),
      /** Metrics in which the output shows. */
      metrics: z.array(z.string()),
    }),
  ),
  /** The promises of departments to others: collaboration SLAs, with the days on which they hold. */
  rules: z.array(
    z.strictObject({
      department: z.string(),
      request_type: z.string(),
      promise: z.string(),
      time_limit: z.number(),
      clock: z.enum(["calendar_hours", "working_days"]),
      /** The limit in hours of its clock. */
      limit_hours: z.number(),
      from: z.iso.date(),
      to: z.iso.date().nullable(),
    }),
  ),
  /** Goals of the company, its departments and the roles in them that enough people hold. */
  goals: z.array(
    z.strictObject({
      goal: z.string(),
      period: z.string(),
      level: z.enum(["company", "department", "role"]),
      department: z.string().nullable(),
      role: z.string().nullable(),
      parent: z.string().nullable(),
      /** Goals of other departments that it depends on. */
      links: z.array(z.string()),
      measure: text,
      target: z.number(),
      actual: z.number().nullable(),
      isLowerBetter: z.boolean(),
    }),
  ),
  /** How many goals of roles are not shown. */
  hiddenGoals: z.array(z.strictObject({ period: z.string(), department: z.string().nullable(), goals: z.int() })),
  /** Names of roles. */
  roles: z.record(z.string(), text),
  /** Names of request types, outputs and promises, by `dimension.member`, for where no cube has them. */
  names: z.record(z.string(), text),
});

export type Reference = z.infer<typeof reference>;
