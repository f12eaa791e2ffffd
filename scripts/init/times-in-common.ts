import type { Overlap } from "../sources/repeats.ts";
import type { Draft } from "./draft.ts";
import { timeOf } from "./recognise.ts";
import { type ByTime, comparedByTime, recordsByTime } from "./records-by-time.ts";

/** Records of the days or quarters that two files have. */
export interface AtOnce {
  records: number;
  /** How many of them are the same in both. */
  same: number;
  /** Which of them count where both files do. */
  overlap: Overlap;
}

/** What files of records without an id are to each other. */
interface ByTimes {
  kind: "same" | "apart";
  /** How many days, or quarters, both have. */
  shared: number;
  atOnce?: AtOnce;
}

/**
 * Compares records without an id by their days or quarters. They are the same where one file has no other days than the other, unless each is
 * of departments, or other members, of its own; where both have days of their own, both files count, and of the days of both the newer one, or
 * both where hardly a record is the same.
 */
export async function relationByTimes(first: Draft, other: Draft): Promise<ByTimes> {
  const time = timeOf(first.table) ?? "";
  const names = [...first.columns.keys()].filter(
    (name) => name !== time && other.columns.has(name) && isRead(first, name) && isRead(other, name),
  );
  const [own, others] = [await timesOf(first, time, names), await timesOf(other, time, names)];
  const shared = [...others.keys()].filter((each) => own.has(each)).length;
  if (shared === 0) return { kind: "apart", shared };
  const { shared: records, same } = comparedByTime(others, own);
  if (areOfOthers(first, other)) return { kind: "apart", shared, atOnce: { records, same, overlap: "sum" } };
  const isWithin = shared === Math.min(own.size, others.size);
  return { kind: isWithin ? "same" : "apart", shared, atOnce: { records, same, overlap: same * 2 < records ? "sum" : "newest_file" } };
}

/** Whether a column is one of the files, rather than made of several. */
const isRead = ({ columns, sheet }: Draft, name: string) => sheet.layout.header.names.includes(columns.get(name)?.header ?? "");

async function timesOf(draft: Draft, time: string, names: readonly string[]): Promise<ByTime> {
  const all = new Map<string, string[]>();
  for (const sheet of draft.form.sheets)
    for (const [at, records] of await recordsByTime(draft, sheet, time, names)) all.set(at, [...(all.get(at) ?? []), ...records]);
  return all;
}

/** Whether two drafts name no department, or other member, in common in a column that both fill. */
function areOfOthers(first: Draft, other: Draft): boolean {
  const membersOf = ({ columns }: Draft, name: string) => {
    const { rows = 0, filled = -1, values } = columns.get(name)?.profile ?? {};
    return filled === rows ? new Set([...(values?.keys() ?? [])].map((value) => value.trim().toLowerCase())) : null;
  };
  return Object.entries(first.table.columns).some(([name, { references }]) => {
    const [own, others] = references === undefined ? [null, null] : [membersOf(first, name), membersOf(other, name)];
    return own !== null && others !== null && ![...own].some((member) => others.has(member));
  });
}
