import { z } from "zod";
import { text } from "./text.ts";

/** Hand-kept tables of `data/reference/` as the pages use them. */
export const reference = z.strictObject({
  /** A target, in the metric's unit, holds for a month, quarter or year (2026-09, 2026Q3, 2026; fiscal); the shorter one wins. */
  targets: z.array(z.strictObject({ metric: z.string(), period: z.string(), target: z.number() })),
  /** Industry averages and published cases, each in the metric's unit and with its source. */
  benchmarks: z.array(
    z.strictObject({ metric: z.string(), kind: z.enum(["industry", "case"]), value: z.number().nullable(), label: text, source: text }),
  ),
  /** Events that charts mark, on the metric's or, without one, on every chart. */
  annotations: z.array(z.strictObject({ on: z.iso.date(), metric: z.string().nullable(), label: text })),
  /** What was decided to improve collaboration: the metric that it is to improve, or none for all, what it is expected to be in the quarter after, and the department that owns it. */
  decisions: z.array(
    z.strictObject({
      on: z.iso.date(),
      metric: z.string().nullable(),
      expected: z.number().nullable(),
      department: z.string().nullable(),
      label: text,
    }),
  ),
  /** Shares of a loss that departments bear. */
  ratios: z.array(
    z.strictObject({
      loss_kind: z.string(),
      loss_cause: z.string(),
      department: z.string(),
      /** 0 to 1. */
      share: z.number(),
      /** Whether it is taken from a published case. */
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
  /** The promises of departments to others: collaboration SLAs, with the days on which they hold. Those for one priority, for all departments or for all types are not among them. */
  rules: z.array(
    z.strictObject({
      department: z.string(),
      request_type: z.string(),
      /** First response or resolution. */
      promise: z.string(),
      /** In hours for calendar hours, in days for working days. */
      time_limit: z.number(),
      clock: z.enum(["calendar_hours", "working_days"]),
      /** The limit in hours of its clock. */
      limit_hours: z.number(),
      /** First and last day on which it holds; null for one that still does. */
      from: z.iso.date(),
      to: z.iso.date().nullable(),
    }),
  ),
  /** Goals of the company, its departments and the roles in them that enough people hold. */
  goals: z.array(
    z.strictObject({
      /** Its id. */
      goal: z.string(),
      /** Month, quarter or year (2026-09, 2026Q3, 2026; fiscal). */
      period: z.string(),
      level: z.enum(["company", "department", "role"]),
      /** Null for a goal of the company. */
      department: z.string().nullable(),
      /** Null but for a goal of a role. */
      role: z.string().nullable(),
      /** Id of the goal that it is a part of. */
      parent: z.string().nullable(),
      /** Ids of goals of other departments that it depends on. */
      links: z.array(z.string()),
      measure: text,
      /** What is to be reached and what was, in the unit that the measure names; null while it is not known. */
      target: z.number(),
      actual: z.number().nullable(),
      isLowerBetter: z.boolean(),
    }),
  ),
  /** How many goals of roles are not shown. */
  hiddenGoals: z.array(z.strictObject({ period: z.string(), department: z.string().nullable(), goals: z.int() })),
  /** Names of roles, by id. */
  roles: z.record(z.string(), text),
  /** Names of request types, outputs and promises, by `dimension.member`, for where no cube has them. */
  names: z.record(z.string(), text),
});

export type Reference = z.infer<typeof reference>;
