import type { Text } from "../../src/core/text.ts";
import { type Draft, lackingIn } from "./draft.ts";
import { findDates } from "./forms/dates.ts";
import { type Knowledge, meaningOf } from "./knowledge.ts";
import { calledIn } from "./moments.ts";
import { isOfMonth, monthOf } from "./month-columns.ts";
import { asRecords, evaluate, timeOf } from "./recognise.ts";
import { doubt } from "./remark.ts";
import type { SheetProfile } from "./sheet-profile.ts";
import { weekIn } from "./week-columns.ts";

/** Columns of a table that a sheet has at least, and how well it fits, of 1, before the table is named as the nearest. */
const [COLUMNS, NEAR] = [2, 0.2];

/** Of 1, how many values of a column are dates where it is one. */
const DATES = 0.9;

/** Why a sheet feeds no table: the nearest one, and what it needs beside. */
export function whyNot(given: SheetProfile, knowledge: Knowledge): Text {
  const sheet = asRecords(given, knowledge);
  const [best] = knowledge.tables
    .filter(({ isReference }) => !isReference)
    .map((table) => evaluate(sheet, table, knowledge))
    .filter(({ columns, score }) => columns.size >= COLUMNS && score >= NEAR)
    .sort((a, b) => b.score - a.score);
  const none = { zh: "不像任何一张表的数据", en: "it looks like no table" };
  if (weekIn(given, knowledge.words)?.date === null)
    return {
      zh: `${none.zh}；像按周填报的工时，但没有一列是一周第一天或最后一天的日期（表头如“周开始”“周结束”）`,
      en: `${none.en}; it is like timesheets by week, but no column holds the first or last day of the week (such as Week start, Week ending)`,
    };
  const month = monthOf(given);
  if (month && !isOfMonth(given))
    return {
      zh: `${none.zh}；像一个月一张的工时表，但工作表名、表头上方的标题和文件名都没有写明${month.month === undefined ? "月份" : "年份"}；在其中写上，如“2026年3月”`,
      en: `${none.en}; it is like timesheets of a month, but no sheet name, title or file name says which ${month.month === undefined ? "month" : "year"}; write it into one of them, such as 2026年3月 or 2026-03`,
    };
  if (!best) return none;
  const { table, columns, missing } = best;
  const lacking = [...new Set([table.key[0] ?? "", timeOf(table) ?? "", ...missing])].filter((name) => name !== "" && !columns.has(name));
  if (lacking.length === 0) return none;
  const hasDates = sheet.columns.some((column) => column.filled > 0 && findDates(column, "timestamp", null).share >= DATES);
  const labels = lacking.map((name) => `${table.columns[name]?.label.zh}（${name}）`).join("、");
  return {
    zh: `${none.zh}；最像“${table.label.zh}”，但没有${labels}${hasDates ? "" : "，也没有一列是日期或时间"}`,
    en: `${none.en}; the nearest is ${table.id}, which needs ${lacking.join(", ")}${hasDates ? "" : "; no column holds dates or times"}`,
  };
}

/** A file that feeds no table. */
interface Idle {
  name: string;
  sheet: SheetProfile | null;
}

/** Certainty from which a header elsewhere is named. */
const SURE = 0.7;

/** Says of columns that an entry lacks which file that feeds no table has them. */
export function nameElsewhere(draft: Draft, unused: readonly Idle[], knowledge: Knowledge): void {
  const { table, remarks } = draft;
  for (const name of lackingIn(draft)) {
    const isAmount = table.columns[name]?.kind === "amount";
    for (const { name: file, sheet } of unused) {
      const held = sheet?.columns.find(({ header, filled }) => filled > 0 && meaningOf(header, table, name, knowledge) >= SURE);
      const priced = isAmount && sheet ? calledIn(sheet, knowledge.words.priced.price, knowledge.systems) : undefined;
      const { header } = held ?? priced ?? {};
      if (header === undefined) continue;
      remarks.push(
        doubt([], `没有 ${name}；${file} 里有“${header}”，可用 sql 接上`, `${name} is missing; ${file} has ${header}, which sql can join`),
      );
      break;
    }
  }
}
