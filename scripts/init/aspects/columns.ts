import type { Column } from "../../../src/core/columns.ts";
import type { Aspect, Draft, Making } from "../draft.ts";
import { isInPercent } from "../forms/fit.ts";
import { numbersOf } from "../forms/numbers.ts";
import { hasWord } from "../header-meaning.ts";
import { hasPeople } from "../knowledge.ts";
import { plainHeader } from "../plain-header.ts";
import { isWithTax } from "../priced.ts";
import type { FoundColumn } from "../recognise.ts";
import { doubt, finding } from "../remark.ts";

/** Certainty below which a person should look. */
const SURE = 0.75;

/** In what unit a header says that its numbers are: ten thousands of yuan, or percents of a share. */
function factorOf(column: Column, { header, profile }: FoundColumn, { sheet }: Draft, { knowledge }: Making): number {
  if (column.kind === "amount" && hasWord(header, knowledge.synonyms.ten_thousands)) return 10_000;
  return isInPercent(column, { column: profile, readNumber: numbersOf(sheet.settings) }) ? 0.01 : 1;
}

/** Which header holds which column, what members of JSON objects are needed for that, and in which unit amounts are. */
export const columnsAspect: Aspect = (draft, making) => {
  const { table, sheet, columns, settings, remarks } = draft;
  const inOrder = Object.keys(table.columns).filter((name) => columns.has(name));
  const called: Record<string, string> = {};
  const unsure: string[] = [];
  for (const name of inOrder) {
    const column = table.columns[name] as Column;
    const { header, certainty } = columns.get(name) as FoundColumn;
    // what is called as the table calls it is found by itself
    if (header !== name) called[name] = header;
    if (certainty < SURE && sheet.layout.header.names.includes(header)) unsure.push(`${name} ${percent(certainty)}`);
    if (column.kind === "amount" && isWithTax(header, making.knowledge))
      remarks.push(doubt(["columns", name], "含税；收入应不含税", "with tax, while revenue counts net of tax"));
    const factor = factorOf(column, columns.get(name) as FoundColumn, draft, making);
    if (factor !== 1) settings.scale = { ...settings.scale, [name]: factor };
  }
  if (Object.keys(called).length > 0) settings.columns = called;
  if (unsure.length > 0) remarks.push(doubt(["columns"], `这些列把握不大：${unsure.join("、")}`, "columns that are not sure"));
  const spread = Object.entries(sheet.spread).flatMap(([header, members]) => {
    const used = members.filter((member) => [...columns.values()].some((found) => found.header === `${header}.${member}`));
    return used.length > 0 ? [[header, used] as const] : [];
  });
  if (spread.length > 0) settings.spread = Object.fromEntries(spread);
  settings.ignore = "rest";
  const people = peopleIn(draft, making);
  if (people.length > 0)
    remarks.push(finding(["columns"], `${people.join("、")}：是人或会写到人，从不读取`, "these hold people, and are never read"));
};

/** Headers that hold people, as far as that is known of a system or their words say so. */
function peopleIn({ sheet, columns, known }: Draft, { knowledge }: Making): string[] {
  const held = new Set([...columns.values()].map(({ header }) => header));
  const never = new Set(known?.export.never.map(plainHeader));
  const headers = sheet.columns.map(({ header }) => header).filter((header) => !held.has(header));
  return [...new Set(headers)].filter((header) => never.has(plainHeader(header)) || hasPeople(header, knowledge.synonyms));
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
