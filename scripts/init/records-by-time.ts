import { isoOf } from "../../src/core/days.ts";
import { parseMonth, periodId, periodOf } from "../../src/core/periods.ts";
import { quarterText } from "../read/period-forms.ts";
import { daysIn } from "./days-in.ts";
import type { Draft } from "./draft.ts";
import { recordsOf, type SheetProfile } from "./sheet-profile.ts";

/** Records of a file by their day or quarter, as texts that can be compared. */
export type ByTime = ReadonlyMap<string, readonly string[]>;

/** The records of a sheet by what its table calls their time; of the columns that are named, or of all. */
export async function recordsByTime(draft: Draft, own: SheetProfile, time: string, names?: readonly string[]): Promise<ByTime> {
  const { columns } = draft;
  const found = columns.get(time);
  const { names: headers } = own.layout.header;
  const at = headers.indexOf(found?.header ?? "");
  if (!found || at === -1) return new Map();
  const timeIn = timeReader(draft, time);
  const places = names?.map((name) => headers.indexOf(columns.get(name)?.header ?? ""));
  const records: [string, string][] = [];
  for await (const fields of recordsOf({ ...own, only: draft.sheet.only })) {
    const cells = places ? places.map((place) => plainCell(fields[place] ?? "")) : fields;
    records.push([timeIn(fields[at]?.trim() ?? ""), cells.join("\0")]);
  }
  return new Map([...Map.groupBy(records, ([of]) => of)].map(([of, those]) => [of, those.map(([, record]) => record)]));
}

function timeReader({ table, columns, sheet }: Draft, time: string): (text: string) => string {
  const found = columns.get(time);
  const dayIn = found ? daysIn(found.profile, sheet.columns) : () => null;
  const isQuarter = table.columns[time]?.kind === "quarter";
  return (text) => {
    const day = dayIn(text);
    if (!isQuarter || day === null) return isQuarter ? quarterText(text) : String(day ?? text);
    return periodId(periodOf(parseMonth(isoOf(day)), "quarter"));
  };
}

/** A cell as another system may write it as well: numbers by their value, texts without case. */
function plainCell(text: string): string {
  const plain = text.trim();
  const number = Number(plain.replaceAll(",", ""));
  return plain !== "" && Number.isFinite(number) ? String(number) : plain.toLowerCase();
}

/** How many records of some are of a time that others have as well, and how many of them these have, too. */
export function comparedByTime(some: ByTime, others: ByTime): { shared: number; same: number } {
  const counts = { shared: 0, same: 0 };
  for (const [time, records] of some) {
    const there = Map.groupBy(others.get(time) ?? [], (record) => record);
    if (there.size === 0) continue;
    counts.shared += records.length;
    for (const [record, own] of Map.groupBy(records, (each) => each)) counts.same += Math.min(own.length, there.get(record)?.length ?? 0);
  }
  return counts;
}
