import { daysIn } from "./days-in.ts";
import { type Draft, lackingIn } from "./draft.ts";
import { timeOf } from "./recognise.ts";
import { idsOf, type Relation } from "./relation.ts";
import { doubt } from "./remark.ts";
import type { AtOnce } from "./times-in-common.ts";
import { nameOf } from "./what-is.ts";

/** Score, and part of the columns of the other, of 1, from which a file is proposed as a further source of a table. */
const [SURE, COLUMNS] = [0.55, 0.6];

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

/** Whether a draft has clearly more records than another that has the same ones, and lacks nothing that that one has not. */
export function isFuller(draft: Draft, than: Draft): boolean {
  const [id = ""] = draft.table.key;
  const lacks = lackingIn(draft).length - lackingIn(than).length;
  if (lacks !== 0) return lacks < 0;
  const sizeOf = (each: Draft) => idsOf(each, id).size || each.sheet.rows;
  return sizeOf(draft) > sizeOf(than) * 1.05 && draft.columns.size >= than.columns.size * COLUMNS;
}

/** Says of a draft that it is one more source of its table, and what to look at. */
export function markFurther(draft: Draft, first: Draft, { kind, shared, atOnce }: Relation): void {
  const { remarks, settings, table, columns } = draft;
  const than = nameOf(first.form);
  if (atOnce) {
    remarks.push(timesText(draft, than, atOnce));
    if (table.key.length === 0) settings.overlap = atOnce.overlap;
    return;
  }
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

/** What is said of records without an id of days that two files have. */
function timesText({ table }: Draft, than: string, { records, same, overlap }: AtOnce) {
  const found = {
    zh: `和 ${than} 同是“${table.label.zh}”、表头不同，相同日期的 ${records} 条中有 ${same} 条相同`,
    en: `${table.id} as ${than}, under other headers; ${same} of ${records} records of days in common are the same`,
  };
  if (table.key.length > 0)
    return doubt(
      [],
      `${found.zh}，没有编号、会算两次：请删去一处`,
      `${found.en} and count twice, since they have no id: take them out of one`,
    );
  if (overlap === "sum") return doubt(["overlap"], `${found.zh}：都算`, `${found.en}: all count`);
  return doubt(["overlap"], `${found.zh}：同日的以列在后面的为准`, `${found.en}: of such days those of the later entry count`);
}

/** Letters of the system that a draft is of. */
function prefixOf({ settings: { system } }: Draft): string {
  const name = typeof system === "string" ? system : system.zh;
  return name.replace(/[^\p{L}\p{N}]+/gu, "").slice(0, 8) || "B";
}

/** Why a file that holds the same records as a source is not used. */
export const sameText = (draft: Draft, kept: Draft, { shared, atOnce }: Relation) => {
  const than = nameOf(kept.form);
  if (atOnce) {
    const [zh, en] = draft.table.key.length === 0 ? ["，并写 overlap: sum", ", with overlap: sum"] : ["", ""];
    return {
      zh: `和 ${than} 有 ${shared} 天（或季度）相同，可能是同样的记录；若不是，在 ${draft.table.id} 下再写一项${zh}`,
      en: `it has ${shared} days, or quarters, that ${than} has, and may hold the same records; if not, add it as one more entry of ${draft.table.id}${en}`,
    };
  }
  return {
    zh: `和 ${than} 是同样的记录（${shared} 个编号相同），只用较全的一份；要补列可用 lookup 或 sql`,
    en: `it holds records of ${than} (${shared} of its ids), of which the fuller file counts; a column of it can be taken by lookup or sql`,
  };
};
