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
});

export type Reference = z.infer<typeof reference>;
