import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type StagedTable, stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { bookOf } from "../read/xlsx/book.ts";
import { CLOCK } from "../stage/folder.ts";
import { addFiles, folderOf, initOf } from "./folder.ts";

const PEOPLE = [
  ["甲一", "研发部"],
  ["乙二", "研发部"],
  ["丙三", "产品部"],
  ["丁四", "销售部"],
] as const;

type Cell = string | number | null;

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

const twoDigits = (part: number) => String(part).padStart(2, "0");

/** What a person writes on a day: hours, in one of the ways to write them, a word, or nothing; and the hours that this is. */
function entryOf(person: number, year: number, month: number, day: number): [cell: Cell, hours: number] {
  if ([0, 6].includes(new Date(Date.UTC(year, month - 1, day)).getUTCDay())) return [null, 0];
  const kind = (person * 7 + month * 3 + day * 5) % 11;
  if (kind === 0) return [["年假", "休", "出差"][day % 3] as string, 0];
  const hours = 1 + ((person + day) % 13) / 2;
  return [kind === 1 ? `${hours}h` : hours, hours];
}

/** Headers of one or two rows. */
const HEADERS: Readonly<Record<NonNullable<Month["rows"]>, (names: string[], days: { all: Cell[]; week: string[] }) => Cell[][]>> = {
  one: (names, { all }) => [[...names, ...all, "合计"]],
  "week last": (names, { all, week }) => [
    [...names, ...all, "合计"],
    ["", "", ...week],
  ],
  "week first": (names, { all, week }) => [
    [...names, ...week, "合计"],
    [null, null, ...all],
  ],
  "group first": (names, { all }) => [
    [...names, "日期", ...all.slice(1).map(() => null), "合计"],
    [null, null, ...all],
  ],
};

interface Month {
  year: number;
  month: number;
  /** How a day is written. */
  header?: (day: number) => Cell;
  /** Columns that are days, where these are not those of the month. */
  days?: number;
  above?: Cell[][];
  /** The rows of its header. */
  rows?: "one" | "week last" | "week first" | "group first";
}

/** A sheet with a person a row and a day a column, a total of each row, and one of all. */
function sheetOf({ year, month, header = (day) => `${day}日`, days = daysIn(year, month), above = [], rows = "one" }: Month): Cell[][] {
  const all = Array.from({ length: days }, (_, at) => at + 1);
  const isDay = (day: number) => day <= daysIn(year, month);
  const entries = PEOPLE.map((_, person) =>
    all.map((day) => (isDay(day) ? entryOf(person, year, month, day) : ([null, 0] as [Cell, number]))),
  );
  const sum = (own: [Cell, number][] | undefined) => (own ?? []).reduce((total, [, hours]) => total + hours, 0);
  const week = all.map((day) => "日一二三四五六"[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] as string);
  return [
    ...above,
    ...HEADERS[rows](["姓名", "部门"], { all: all.map(header), week }),
    ...PEOPLE.map(([name, department], person) => [
      name,
      department,
      ...(entries[person] ?? []).map(([cell]) => cell),
      sum(entries[person]),
    ]),
    [
      "合计",
      "",
      ...all.map((_, at) => entries.reduce((total, own) => total + (own[at]?.[1] ?? 0), 0)),
      entries.reduce((total, own) => total + sum(own), 0),
    ],
  ];
}

/** Hours by month and by department, of the people themselves. */
function hoursOf(months: readonly (readonly [year: number, month: number])[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [year, month] of months)
    for (const [person, [, department]] of PEOPLE.entries())
      for (let day = 1; day <= daysIn(year, month); day++) {
        const key = `${year}-${twoDigits(month)} ${department}`;
        sums[key] = (sums[key] ?? 0) + entryOf(person, year, month, day)[1];
      }
  return sums;
}

async function stagedHours(dataDir: string) {
  const { tables } = await stageAll({ dataDir, clock: CLOCK, progress: silentProgress });
  const { data, rows, files } = tables.get("timesheets") as StagedTable;
  const sums: Record<string, number> = {};
  for (let at = 0; at < rows; at++) {
    const [day, department, hours] = ["worked_on", "department", "hours"].map((name) => data.getChild(name)?.at(at));
    const key = `${new Date(Number(day)).toISOString().slice(0, 7)} ${department}`;
    sums[key] = (sums[key] ?? 0) + Number(hours);
  }
  return { sums, files };
}

const QUARTER = [2, 3, 4] as const;
const ofQuarter = hoursOf(QUARTER.map((month) => [2026, month] as const));

const bookOfQuarter = (name: (month: number) => string, more: Partial<Month> | ((month: number) => Partial<Month>) = {}) =>
  bookOf(
    Object.fromEntries(
      QUARTER.map((month) => [name(month), sheetOf({ year: 2026, month, ...(typeof more === "function" ? more(month) : more) })]),
    ),
  );

const ENGLISH = ["", "Jan", "Feb", "Mar", "Apr"];

describe("initFolder makes timesheets of a sheet a month with its days across,", () => {
  test.each([
    ["called 2026年3月", "工时.xlsx", bookOfQuarter((month) => `2026年${month}月`)],
    ["called Mar 2026, below bare numbers", "工时.xlsx", bookOfQuarter((month) => `${ENGLISH[month]} 2026`, { header: (day) => day })],
    [
      "called 2026-03, with days of the week below",
      "工时.xlsx",
      bookOfQuarter((month) => `2026-${twoDigits(month)}`, { header: (day) => day, rows: "week last" }),
    ],
    ["called 202603, with texts of two digits", "工时.xlsx", bookOfQuarter((month) => `2026${twoDigits(month)}`, { header: twoDigits })],
    ["called 3月, in a file of the year", "工时2026.xlsx", bookOfQuarter((month) => `${month}月`)],
    [
      "called 3月, with the year in a title",
      "工时.xlsx",
      bookOfQuarter(
        (month) => `${month}月`,
        (month) => ({ above: [[`工时统计 2026年${month}月`], ["导出时间：2027-01-04"]] }),
      ),
    ],
    [
      "with days of the week above",
      "工时.xlsx",
      bookOfQuarter((month) => `2026年${month}月`, { header: (day) => day, rows: "week first" }),
    ],
    [
      "with its days below one name for all",
      "工时.xlsx",
      bookOfQuarter((month) => `2026年${month}月`, { header: (day) => day, rows: "group first" }),
    ],
    ["each with 31 days", "工时.xlsx", bookOfQuarter((month) => `2026年${month}月`, { days: 31 })],
  ])("%s", async (_, name, book) => {
    const folder = folderOf({ [name]: book });
    const { exports, unused, sources } = await initOf(folder);
    expect(unused).toEqual([]);
    expect(exports["timesheets"]).toMatchObject({
      unpivot: { days_of: "*", name: "日期", value: "工时" },
      columns: { worked_on: "日期", department: "部门", hours: "工时" },
      drop_rows: [{ 姓名: ["合计"] }],
    });
    expect(sources).toContain("these are no hours, with their cells: ");
    expect(sources).not.toContain("甲一");
    const { sums, files } = await stagedHours(folder);
    expect(sums).toEqual(ofQuarter);
    expect(files.map(({ rejected }) => rejected)).toEqual([0, 0, 0]);
  });
});

describe("a sheet a month with its days across", () => {
  test.each([
    ["year", "3月"],
    ["month", "数据"],
  ])("is not taken where nothing says the %s; that is said", async (lacking, sheet) => {
    const { exports, unused } = await initOf(folderOf({ "工时.xlsx": bookOf({ [sheet]: sheetOf({ year: 2026, month: 3 }) }) }));
    expect(exports ?? {}).not.toHaveProperty("timesheets");
    expect(unused[0]?.why.en).toContain(`no sheet name, title or file name says which ${lacking}; write it into one of them`);
  });

  test("takes no year from a file that names another month, such as that of its export", async () => {
    const { unused } = await initOf(folderOf({ "工时 2027-01.xlsx": bookOf({ "12月": sheetOf({ year: 2026, month: 12 }) }) }));
    expect(unused[0]?.why.en).toContain("says which year");
  });

  test("has one more each month, in the same workbook or in another", async () => {
    const first = sheetOf({ year: 2026, month: 2 });
    const folder = folderOf({
      "工时 2026-02.xlsx": bookOf({ Sheet1: first }),
      "工时 2026-03.xlsx": bookOf({ Sheet1: sheetOf({ year: 2026, month: 3 }) }),
    });
    await initOf(folder);
    addFiles(folder, { "工时 2026-04.xlsx": bookOf({ Sheet1: sheetOf({ year: 2026, month: 4 }) }) });
    expect((await initOf(folder)).unused).toEqual([]);
    expect((await stagedHours(folder)).sums).toEqual(ofQuarter);
  });

  test("rejects hours on a day that the month does not have", async () => {
    const april = sheetOf({ year: 2026, month: 4, days: 31 });
    (april[2] as Cell[])[32] = 8;
    const folder = folderOf({ "工时 2026.xlsx": bookOf({ "2月": sheetOf({ year: 2026, month: 2, days: 31 }), "4月": april }) });
    await initOf(folder);
    const { sums, files } = await stagedHours(folder);
    expect(sums).toEqual(
      hoursOf([
        [2026, 2],
        [2026, 4],
      ]),
    );
    expect(files.map(({ rejected, reasons }) => [rejected, reasons.map(({ column, reason }) => [column, reason.code])])).toEqual([
      [0, []],
      [1, [["worked_on", "date"]]],
    ]);
    const rejects = readFileSync(join(folder, ".tandem/rejects/timesheets.csv"), "utf8");
    expect(rejects).toContain("工时 2026.xlsx / 4月,3,worked_on,");
    expect(rejects).toContain("2026-04-31");
  });

  test("is taken beside sheets of other kinds, and of a file for each year", async () => {
    const year = (year: number) =>
      bookOf({
        说明: [["单位：小时"], ["每月一张"]],
        汇总: [["姓名", "2月", "3月"], ...PEOPLE.map(([name]) => [name, 1, 2])],
        "2月": sheetOf({ year, month: 2 }),
        "3月": sheetOf({ year, month: 3 }),
      });
    const folder = folderOf({ "工时2025.xlsx": year(2025), "工时2026.xlsx": year(2026) });
    const { exports } = await initOf(folder);
    expect(exports["timesheets"]).toMatchObject({ files: "工时*.xlsx", sheet: "*月" });
    const years = [2025, 2026].flatMap((each) => [2, 3].map((month) => [each, month] as const));
    expect((await stagedHours(folder)).sums).toEqual(hoursOf(years));
  });

  test("is not taken where marks stand below its days rather than hours", async () => {
    const marks = sheetOf({ year: 2026, month: 3 }).map((row, at) =>
      at === 0 ? row : row.map((cell) => (typeof cell === "number" ? "√" : cell)),
    );
    const { exports, unused } = await initOf(folderOf({ "考勤.xlsx": bookOf({ "2026年3月": marks }) }));
    expect(exports ?? {}).not.toHaveProperty("timesheets");
    expect(unused[0]?.why.en).toContain("it looks like no table");
  });
});
