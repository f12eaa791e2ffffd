import { z } from "zod";
import type { Entry } from "../read/entry.ts";
import { plainName } from "../read/header-row.ts";
import { scalar } from "./scalar.ts";
import type { Place } from "./step.ts";
import type { WordCounts } from "./word-counts.ts";

const words = z.union([scalar, z.array(scalar).min(1)]).transform((given) => [given].flat().map((each) => each.trim()));

/** Header of the export → what its cells must be: one of several words, or none of them; "" is a blank cell. All headers must hold. */
const one = z.record(
  z.string(),
  z.union([words.transform((is) => ({ is, not: false })), z.strictObject({ not: words }).transform(({ not }) => ({ is: not, not: true }))]),
);

/** A condition, or several of which one must hold. */
export const condition = z.union([one.transform((given) => [given]), z.array(one).min(1)]);

export type Condition = z.infer<typeof condition>;

/** Whether a condition holds of a record. */
export function holding(alternatives: Condition, { placeOf }: Pick<Place, "placeOf">): (fields: Entry["fields"]) => boolean {
  const tests = alternatives.map((each) =>
    Object.entries(each).map(([name, { is, not }]) => ({ at: placeOf(name), is: new Set(is), not })),
  );
  return (fields) => tests.some((all) => all.every(({ at, is, not }) => is.has(fields[at]?.trim() ?? "") !== not));
}

/** Counts what records have where a condition looks; `setting` says where it stands in its export. */
export function watching(
  alternatives: Condition,
  { setting, header, sought }: { setting: readonly string[]; header: readonly string[]; sought: WordCounts },
): (fields: Entry["fields"]) => void {
  const watched = alternatives.flatMap((each) =>
    Object.entries(each).map(([name, { is }]) => ({ at: header.indexOf(plainName(name)), name, is })),
  );
  const counters = [...Map.groupBy(watched, ({ at }) => at)].map(([at, [first, ...others]]) => ({
    at,
    count: sought.counter([...setting, first?.name ?? ""], [...(first?.is ?? []), ...others.flatMap(({ is }) => is)]),
  }));
  return (fields) => {
    for (const { at, count } of counters) count(fields[at] ?? null);
  };
}
