import { z } from "zod";
import type { FrozenFigure } from "../../src/data/restatements.ts";

const verdict = z.object({ direction: z.enum(["better", "worse", "same", "changed"]).nullable() }).nullable();

const figure = z.object({ value: z.number().nullable(), n: z.int(), is_hidden: z.boolean() });

/** What the ledger needs of the `api/metrics.json` of a snapshot, of whichever program. */
const frozenDocument = z.object({
  period: z.string(),
  metrics: z.array(
    z.object({
      ...{ id: z.string(), formula: z.string(), better: z.string(), target: z.number().nullable(), verdict, current: figure },
      breakdowns: z.array(
        z.object({
          dimensions: z.array(z.string()),
          members: z.array(figure.extend({ members: z.array(z.string()), target: z.number().nullable(), verdict })),
        }),
      ),
    }),
  ),
});

export type FrozenDocument = z.infer<typeof frozenDocument>;
export type FrozenMetric = FrozenDocument["metrics"][number];

/** A figure of a frozen page; what is null of a rank is not known yet. */
export interface Published extends Omit<FrozenFigure, "rank"> {
  members: Readonly<Record<string, string>>;
  isHidden: boolean;
}

export const readFrozenDocument = (text: string): FrozenDocument => frozenDocument.parse(JSON.parse(text));

/** The figures of a metric, by what they are broken down by: nothing first, then as published. */
export function publishedBy({ current, target, verdict: total, breakdowns }: FrozenMetric): { by: string[]; figures: Published[] }[] {
  const told = ({ value, n, is_hidden }: z.infer<typeof figure>) => ({ value, n, isHidden: is_hidden });
  return [
    { by: [], figures: [{ ...told(current), target, signal: total?.direction ?? null, members: {} }] },
    ...breakdowns.map(({ dimensions, members }) => ({
      by: dimensions,
      figures: members.map((member) => ({
        ...told(member),
        target: member.target,
        signal: member.verdict?.direction ?? null,
        members: Object.fromEntries(dimensions.map((id, i) => [id, member.members[i] ?? ""])),
      })),
    })),
  ];
}
