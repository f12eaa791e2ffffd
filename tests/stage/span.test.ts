import { describe, expect, test } from "vitest";
import { type Days, type Span, spansOf } from "../../scripts/stage/span.ts";
import { StagedRows } from "../../scripts/stage/staged-rows.ts";
import { loadTables } from "../../scripts/tools/registry.ts";
import { date, quarter, timestamp } from "../../src/core/columns.ts";
import { defineTable, type Table } from "../../src/core/contract.ts";
import { dayOf, isoOf } from "../../src/core/days.ts";
import { daysIn } from "./span.ts";

const said = { label: { zh: "列", en: "Column" }, description: { zh: "列。", en: "A column." }, publish: "never" as const };
const column = { ...said, required: false as const, example: "" };
const named = { label: { zh: "表", en: "Table" }, description: { zh: "表。", en: "A table." }, key: [] };

const tasks = defineTable({
  id: "tasks",
  ...named,
  time: "opened_on",
  columns: { due_on: date({ ...column, isPlan: true }), opened_on: date(column), closed_at: timestamp(column) },
}) as unknown as Table;

const answers = defineTable({ id: "answers", ...named, time: "quarter", columns: { quarter: quarter(column) } }) as unknown as Table;

const day = (iso: string | null) => (iso === null ? null : Date.parse(iso) / 86_400_000);
const moment = (text: string | null) => (text === null ? null : Date.parse(`${text.replace(" ", "T")}Z`));

/** What a task says: due, opened, closed. */
type Task = readonly [string | null, string | null, string | null];

/** The spans of files of tasks, one a line from 2 on. */
function spansOfFiles(...files: readonly (readonly Task[])[]): Span[] {
  const staged = new StagedRows(tasks);
  for (const [file, rows] of files.entries()) {
    staged.startFile(`tasks-${file}.csv`);
    for (const [i, [due, opened, closed]] of rows.entries()) staged.add([day(due), day(opened), moment(closed)], i + 2);
  }
  return spansOf(tasks, staged, { files: files.length, fiscalStart: 1 });
}

/** The span of a file of tasks. */
const tasksOf = (...rows: readonly Task[]): Span => spansOfFiles(rows)[0] as Span;

const opened = (...days: readonly string[]): Task[] => days.map((each) => [null, each, null]);

const placesIn = ({ outermost }: Days) => outermost.map(({ day, line, named }) => `${isoOf(day)} ${line} ${Object.keys(named).join(" ")}`);

describe("spanOf", () => {
  test("counts a record by its start, and by the latest day or time that is no plan", () => {
    const { starts, ends } = tasksOf(["2026-12-31", "2026-03-01", "2026-03-05 23:59"], [null, "2026-03-05", null]);
    expect([daysIn(starts), daysIn(ends)]).toEqual([["2026-03-01", "2026-03-05"], ["2026-03-05"]]);
    expect([...ends.counts.values()]).toEqual([2]);
  });

  test("counts no record that says nothing of when", () => {
    const { starts, ends } = tasksOf(["2026-12-31", null, null]);
    expect([starts.counts.size, ends.counts.size]).toEqual([0, 0]);
  });

  test("keeps the places of the three outermost records, furthest first, of equal ones those that come first", () => {
    const days = ["2026-03-02", "2026-03-04", "2026-03-01", "2026-03-04", "2026-03-05", "2026-03-01", "2026-03-04"];
    const { starts, ends } = tasksOf(...opened(...days));
    expect(placesIn(starts)).toEqual(["2026-03-01 4 opened_on", "2026-03-01 7 opened_on", "2026-03-02 2 opened_on"]);
    expect(placesIn(ends)).toEqual(["2026-03-05 6 opened_on", "2026-03-04 3 opened_on", "2026-03-04 5 opened_on"]);
  });

  test("keeps the places of all that are few in a large table, in whichever files, and of three in every file", () => {
    const usual = (month: string) => Array.from({ length: 500 }, (_, i) => `${month}-${String((i % 28) + 1).padStart(2, "0")}`);
    const [old, late] = spansOfFiles(
      opened(...usual("2026-01")),
      opened("2026-12-05", ...usual("2026-02"), ...Array(4).fill("2026-12-03")),
    );
    expect(late && placesIn(late.ends)).toEqual([
      "2026-12-05 2 opened_on",
      ...[503, 504, 505, 506].map((line) => `2026-12-03 ${line} opened_on`),
    ]);
    expect(old?.ends.outermost.map(({ line }) => line)).toEqual([29, 57, 85]);
    expect(old?.starts.outermost.map(({ line }) => line)).toEqual([2, 30, 58]);
  });

  test("names the days of every column that is no plan", () => {
    const [place] = tasksOf(["2026-03-31", "2026-03-01", "2027-03-05 08:00"]).ends.outermost;
    expect(place).toEqual({ day: dayOf("2027-03-05"), line: 2, named: { opened_on: dayOf("2026-03-01"), closed_at: dayOf("2027-03-05") } });
  });

  test("takes a quarter as its last day", () => {
    const staged = new StagedRows(answers);
    staged.startFile("answers.csv");
    staged.add(["2026Q2"], 2);
    const spans = spansOf(answers, staged, { files: 1, fiscalStart: 4 });
    expect(spans.flatMap(({ starts, ends }) => [starts, ends]).map(daysIn)).toEqual([["2026-09-30"], ["2026-09-30"]]);
  });
});

test("no column that may lie ahead counts as happened, and every other day or time of an export does", async () => {
  const exports = (await loadTables()).filter(({ isReference }) => !isReference);
  const dated = exports.flatMap(({ id, columns }) =>
    Object.entries(columns).flatMap(([name, { kind, isPlan }]) =>
      ["date", "timestamp"].includes(kind) && isPlan ? [`${id}.${name}`] : [],
    ),
  );
  expect(dated.sort()).toEqual([
    "meetings.planned_on",
    "products.launched_on",
    "projects.planned_on",
    "rotations.ends_on",
    "rotations.starts_on",
    "service_requests.due_at",
  ]);
});
