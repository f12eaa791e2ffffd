import { plainName } from "../read/header-row.ts";
import { daysIn } from "./days-in.ts";
import type { Draft } from "./draft.ts";
import { timeOf } from "./recognise.ts";
import { recordsOf } from "./sheet-profile.ts";
import { type AtOnce, relationByTimes } from "./times-in-common.ts";

/** Of 1, how many ids two files share where one is an extract of the other, and how many of those have other days where two systems count alike. */
const [SAME, OTHER] = [0.5, 0.8];

/** What the records of two files of one table are to each other. */
export interface Relation {
  /** The same ones; some others of one system; others that have the same ids. */
  kind: "same" | "apart" | "alike";
  /** How many ids both have; of records without an id, days or quarters. */
  shared: number;
  /** Of records without an id, those of times that both have. */
  atOnce?: AtOnce;
}

/** Compares the ids of two drafts of one table, and the days of those that both have. */
export async function relationOf(first: Draft, other: Draft): Promise<Relation> {
  const { table } = first;
  const [id] = table.key;
  if (id === undefined || isNumbered(first, id) || isNumbered(other, id)) return relationByTimes(first, other);
  const [own, others] = [idsOf(first, id), idsOf(other, id)];
  const shared = new Set([...others].filter((each) => own.has(each)));
  if (shared.size === 0) return { kind: "apart", shared: 0 };
  const [days, otherDays] = [await daysById(first, id, shared), await daysById(other, id, shared)];
  const known = [...days].filter(([each]) => otherDays.has(each));
  const differing = known.filter(([each, day]) => otherDays.get(each) !== day).length;
  if (known.length > 0 && differing >= known.length * OTHER) return { kind: "alike", shared: shared.size };
  const least = Math.min(own.size, others.size);
  return { kind: shared.size >= least * SAME ? "same" : "apart", shared: shared.size };
}

/** The ids of the records of a draft. */
export const idsOf = ({ columns }: Draft, id: string) => new Set(columns.get(id)?.profile.values.keys());

/** Whether records have no id of their own, and get one by file and line. */
const isNumbered = ({ columns, sheet }: Draft, id: string) =>
  columns.get(id)?.header === id && !sheet.layout.header.names.map(plainName).includes(id);

/** The first day that each of some ids has. */
async function daysById({ table, columns, sheet, form }: Draft, id: string, ids: ReadonlySet<string>): Promise<Map<string, number>> {
  const [key, time] = [columns.get(id), columns.get(timeOf(table) ?? "")];
  const days = new Map<string, number>();
  if (!key || !time) return days;
  const read = daysIn(time.profile, sheet.columns);
  for (const own of form.sheets) {
    const names = own.layout.header.names.map(plainName);
    const [keyAt, timeAt] = [names.indexOf(plainName(key.header)), names.indexOf(plainName(time.header))];
    if (keyAt === -1 || timeAt === -1) continue;
    for await (const fields of recordsOf({ ...own, only: sheet.only })) {
      const word = fields[keyAt]?.trim() ?? "";
      const day = ids.has(word) && !days.has(word) ? read(fields[timeAt] ?? "") : null;
      if (day !== null) days.set(word, day);
    }
  }
  return days;
}
