import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Table } from "../../src/core/contract.ts";
import { isoOf } from "../../src/core/days.ts";
import { lastDay, parsePeriod } from "../../src/core/periods.ts";
import type { Day } from "./calendar.ts";
import { dayOfMoment } from "./calendar.ts";
import type { Sample } from "./make-sample.ts";

type Row = Readonly<Record<string, unknown>>;

/** The days that a row names, plans left aside; of a quarter its last. */
const daysOf = ({ columns }: Table, row: Row): string[] =>
  Object.entries(columns).flatMap(([name, { kind, isPlan }]) => {
    const value = row[name];
    if (value === null || value === undefined || isPlan) return [];
    if (kind === "date") return [isoOf(Number(value))];
    if (kind === "timestamp") return [isoOf(dayOfMoment(Number(value)))];
    return kind === "quarter" ? [lastDay(parsePeriod(String(value)).end)] : [];
  });

/** Whether something had begun by a day; what names no day always had. */
const hadBegun = (table: Table, row: Row, asOf: string): boolean => {
  const [first] = daysOf(table, row).sort();
  return first === undefined || first <= asOf;
};

/** One request in so many is exported only some weeks after it was opened. */
const ONE_LATE_IN = 12;
const DAYS_LATE = 45;

const hadCome = ({ request_id, opened_at }: Sample["service_requests"][number], asOf: Day): boolean =>
  Number(request_id.replace(/\D/g, "")) % ONE_LATE_IN !== 0 || dayOfMoment(opened_at) + DAYS_LATE <= asOf;

/** The sample as its systems would have exported it on an earlier day: without what had not begun, and without requests that had not come in yet. */
export function cutAt(sample: Sample, asOf: Day, contracts: readonly Table[]): Sample {
  const iso = isoOf(asOf);
  const kept = (id: string, rows: readonly object[]) => {
    const table = contracts.find((contract) => contract.id === id);
    return table ? rows.filter((row) => hadBegun(table, row as Row, iso)) : rows;
  };
  const { orders, ...tables } = sample;
  const cut = Object.fromEntries(Object.entries(tables).map(([id, rows]) => [id, kept(id, rows)])) as Omit<Sample, "orders">;
  return {
    ...cut,
    service_requests: cut.service_requests.filter((request) => hadCome(request, asOf)),
    *orders() {
      for (const order of orders()) if (order.ordered_on <= asOf) yield order;
    },
  };
}

/** What a person had not set right yet before a day: text of a file, as it is and as it was. */
const SET_RIGHT = [
  {
    on: "2026-08-03",
    file: "reference/sla.csv",
    is: "product,pricing,first_response,1,working_days,2023-01-01,",
    was: "product,pricing,first_response,2,working_days,2023-01-01,",
  },
];

const LATEST = "# as_of: 2026-10-18";

/** Makes the files that are kept by hand what they were on a day, up to which the data then reach. Throws where a file is not as it is expected. */
export function setBack(folder: string, asOf: Day): void {
  const iso = isoOf(asOf);
  const changes = [{ file: "site.yaml", is: LATEST, was: `as_of: ${iso}` }, ...SET_RIGHT.filter(({ on }) => iso < on)];
  for (const { file, is, was } of changes) {
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    if (!text.includes(is)) throw new Error(`${path} has no line ${is}`);
    writeFileSync(path, text.replace(is, was));
  }
}
