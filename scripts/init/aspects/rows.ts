import type { Table } from "../../../src/core/contract.ts";
import { readFlag } from "../../stage/flags.ts";
import type { ColumnProfile } from "../column-profile.ts";
import { type Aspect, type Draft, setAside } from "../draft.ts";
import { certaintyOf, variantsOf } from "../header-meaning.ts";
import type { Knowledge } from "../knowledge.ts";
import { calledIn } from "../moments.ts";
import { plainHeader } from "../plain-header.ts";
import { doubt, finding } from "../remark.ts";
import type { OnlyRows } from "../sheet-profile.ts";
import { STATES, stateIn } from "../state-column.ts";

/** What becomes of rows of other kinds. */
function othersOf({ header, unused }: OnlyRows) {
  const at = ["where", header];
  if (unused.size === 0) return finding(at, "其余各类记录属于别的表", "records of other kinds belong to other tables");
  const listed = [...unused].map(([value, count]) => `${value} ${count}`);
  return doubt(
    at,
    `这几类记录没有用上（行数）：${listed.join("、")}；若也属于这张表，加在这里`,
    `these kinds are not used, with their rows: ${listed.join(", ")}; those that belong to this table as well are to be added here`,
  );
}

/** Which rows are records: no totals, no blank ones of a merged head, only those of the table's kind and those that count. */
export const rowsAspect: Aspect = (draft, { knowledge }) => {
  const { sheet, settings, remarks, table } = draft;
  if (sheet.totals.size > 0) settings.drop_rows = [...sheet.totals].map(([header, words]) => ({ [header]: [...words] }));
  if (sheet.fillDown.length > 0) settings.fill_down = sheet.fillDown;
  if (sheet.only) {
    settings.where = { ...settings.where, [sheet.only.header]: [...sheet.only.words] };
    remarks.push(othersOf(sheet.only));
  }
  const state = stateIn(sheet, table, knowledge);
  if (state) nameCounted(draft, state, knowledge);
  keepUnvoided(draft, knowledge);
  for (const { header, values } of sheet.columns) {
    const words = uncountedIn({ header, values, isState: header === state?.header }, table, knowledge);
    if (words.length === 0 || words.length === values.size) continue;
    setAside(draft, header, words);
    const counts = words.map((word) => `${word} ${values.get(word)}`);
    remarks.push(doubt(["where", header], `这些不算数：${counts.join("、")}`, `these do not count: ${counts.join(", ")}`));
  }
};

/** Leaves records out that have a time of being void, of tables in which such do not count. */
function keepUnvoided({ table, sheet, settings, columns, remarks }: Draft, { words, systems }: Knowledge): void {
  const voided = calledIn(sheet, words.voided_at, systems);
  const isHeld = [...columns.values()].some(({ header }) => header === voided?.header);
  if (!voided || isHeld || !words.not_counted[table.id] || voided.filled === 0 || voided.filled === voided.rows) return;
  settings.where = { ...settings.where, [voided.header]: [""] };
  remarks.push(
    doubt(["where", voided.header], `有时间的不算数：${voided.filled} 行`, `those with a time do not count: ${voided.filled} rows`),
  );
}

/** Names the states of which all records count, where a table knows some that do not. */
function nameCounted({ table, remarks }: Draft, { header, values }: ColumnProfile, { words }: Knowledge): void {
  const states = words.not_counted[table.id]?.map(plainHeader);
  const others = [...values].filter(([value]) => !states?.includes(plainHeader(value)));
  if (!states || others.length === 0 || values.size < 2 || values.size > STATES) return;
  const said = others.map(([value, count]) => `${value} ${count}`).join("、");
  remarks.push(finding(["where", header], `这些都算：${said}`, `these count: ${said}`));
}

type Below = Pick<ColumnProfile, "header" | "values"> & { isState: boolean };

/** What says of a record that it does not count: states such as a draft, or yes below a header such as Void or Duplicate. */
function uncountedIn({ header, values, isState }: Below, table: Table, { words, systems }: Knowledge): string[] {
  const isCalled = (names: readonly string[]) => certaintyOf(variantsOf(header, systems), names) > WEAK;
  const isVoided = isCalled(words.voided);
  const said = [...values.keys()];
  const isFlag = isVoided || (isCalled(words.duplicate) && said.every((value) => readFlag(value) !== null));
  const states = isState || isVoided ? (words.not_counted[table.id] ?? []).map(plainHeader) : [];
  return said.filter((value) => states.includes(plainHeader(value)) || (isFlag && readFlag(value) === true));
}

/** Certainty of a header that holds a word only within it. */
const WEAK = 0.5;
