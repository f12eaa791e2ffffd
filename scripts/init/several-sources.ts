import { plainName } from "../read/header-row.ts";
import { daysIn } from "./days-in.ts";
import { type Draft, lackingIn } from "./draft.ts";
import { timeOf } from "./recognise.ts";
import { doubt } from "./remark.ts";
import { recordsOf } from "./sheet-profile.ts";
import { nameOf } from "./what-is.ts";

/** Score, and part of the columns of the other, of 1, from which a file is proposed as a further source of a table. */
const [SURE, COLUMNS] = [0.55, 0.6];

/** Of 1, how many ids two files share where one is an extract of the other, and how many of those have other days where two systems count alike. */
const [SAME, OTHER] = [0.5, 0.8];

/** What the records of two files of one table are to each other. */
export interface Relation {
  /** The same ones; some others of one system; others that have the same ids. */
  kind: "same" | "apart" | "alike";
  /** How many ids both have; of a table without a key, days. */
  shared: number;
}

/** Whether a draft can be one more source of the table of another: it has all that is required, and most of what that one has. */
export function isFurther(first: Draft, other: Draft): boolean {
  const common = [...first.columns.keys()].filter((name) => other.columns.has(name)).length;
  return (
    other.score >= SURE &&
    lackingIn(other).length === 0 &&
    common >= first.columns.size * COLUMNS &&
    (other.sheet.only === null) === (first.sheet.only === null)
  );
}

/** Compares the ids of two drafts of one table, and the days of those that both have. */
export async function relationOf(first: Draft, other: Draft): Promise<Relation> {
  const { table } = first;
  const [id] = table.key;
  if (id === undefined) return byDays(first, other);
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

const idsOf = ({ columns }: Draft, id: string) => new Set(columns.get(id)?.profile.values.keys());

/** Records without an id are the same where days are the same, for all that is known. */
function byDays(first: Draft, other: Draft): Relation {
  const [own, others] = [daysOf(first), daysOf(other)];
  const shared = [...others].filter((day) => own.has(day)).length;
  return { kind: shared > 0 ? "same" : "apart", shared };
}

function daysOf({ table, columns, sheet }: Draft): Set<number | string> {
  const found = columns.get(table.time ?? "")?.profile;
  if (!found) return new Set();
  const read = daysIn(found, sheet.columns);
  return new Set([...found.values.keys()].map((text) => read(text) ?? text));
}

/** The latest day of a draft; of nothing, the earliest there is. */
export function latestDay(draft: Draft): number {
  const days = [...daysOf({ ...draft, table: { ...draft.table, time: timeOf(draft.table) } as Draft["table"] })];
  return days.reduce<number>((latest, day) => (typeof day === "number" && day > latest ? day : latest), Number.NEGATIVE_INFINITY);
}

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

/** Whether a draft has clearly more records than another that has the same ones, and lacks nothing that that one has not. */
export function isFuller(draft: Draft, than: Draft): boolean {
  const [id = ""] = draft.table.key;
  const lacks = lackingIn(draft).length - lackingIn(than).length;
  if (lacks !== 0) return lacks < 0;
  return idsOf(draft, id).size > idsOf(than, id).size * 1.05 && draft.columns.size >= than.columns.size * COLUMNS;
}

/** Says of a draft that it is one more source of its table, and what to look at. */
export function markFurther(draft: Draft, first: Draft, { kind, shared }: Relation): void {
  const { remarks, settings, table, columns } = draft;
  const than = nameOf(first.form);
  remarks.push(
    doubt(
      [],
      `和 ${than} 同是“${table.label.zh}”：表头不同、编号${shared > 0 ? `有 ${shared} 个重复` : "不重复"}，两处都算；确是同一类记录吗`,
      `${table.id} as ${than}, under other headers, with ${shared === 0 ? "no id" : `${shared} ids`} in common: both count; are they records of one kind`,
    ),
  );
  const key = columns.get(table.key[0] ?? "")?.header;
  if (kind === "alike" && key !== undefined) {
    settings.prefix = { [key]: `${prefixOf(draft)}-` };
    remarks.push(
      doubt(
        ["prefix"],
        `${shared} 个编号两边都有、日期却不同：是各自编号，所以加前缀区分；别的表引用它们时也要加`,
        `${shared} ids are in both with other days, since both count by themselves: a prefix keeps them apart; where other tables name them, it has to stand as well`,
      ),
    );
  } else if (shared > 0) remarks.push(doubt([], `编号相同的，以列在后面的为准`, `of an id that both have, the later entry counts`));
}

/** Letters of the system that a draft is of. */
function prefixOf({ settings: { system } }: Draft): string {
  const name = typeof system === "string" ? system : system.zh;
  return name.replace(/[^\p{L}\p{N}]+/gu, "").slice(0, 8) || "B";
}

/** Why a file that holds the same records as a source is not used. */
export const sameText = (draft: Draft, kept: Draft, { shared }: Relation) => {
  const than = nameOf(kept.form);
  if (draft.table.key.length === 0)
    return {
      zh: `和 ${than} 有 ${shared} 天（或季度）相同，可能是同样的记录；若不是，在 ${draft.table.id} 下再写一项，并写 overlap: sum`,
      en: `it has ${shared} days, or quarters, that ${than} has, and may hold the same records; if not, add it as one more entry of ${draft.table.id}, with overlap: sum`,
    };
  return {
    zh: `和 ${than} 是同样的记录（${shared} 个编号相同），只用较全的一份；要补列可用 lookup 或 sql`,
    en: `it holds records of ${than} (${shared} of its ids), of which the fuller file counts; a column of it can be taken by lookup or sql`,
  };
};
