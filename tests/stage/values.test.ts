import { describe, expect, test } from "vitest";
import { wallClock } from "../../scripts/read/company-clock.ts";
import { dateForm, isDateForm, yearFirstDay, yearFirstTime } from "../../scripts/read/date-forms.ts";
import { periodText } from "../../scripts/read/period-forms.ts";
import { readFlag } from "../../scripts/stage/flags.ts";
import { readHours } from "../../scripts/stage/hours.ts";
import { NOTATION, numberReader } from "../../scripts/stage/numbers.ts";
import { PARSERS } from "../../scripts/stage/parsers.ts";

const readNumber = numberReader(NOTATION);

describe("numberReader(notation)", () => {
  test.each([
    ["1234.5", 1234.5],
    ["-7", -7],
    ["+7", 7],
    [".5", 0.5],
    ["5.", 5],
    ["007", 7],
    ["1,234.50", 1234.5],
    ["1,234,567", 1_234_567],
    ["12.5%", 0.125],
    ["3.2万", 32_000],
    ["1.1万", 11_000],
    ["1.5亿", 150_000_000],
    ["¥80", 80],
    ["¥1,234.50", 1234.5],
    ["-¥80", -80],
    ["¥-80", -80],
    ["￥80", 80],
    ["12.5%", 0.125],
    ["1,234.50", 1234.5],
    ["¥ 3.2 万", 32_000],
    ["12.5 %", 0.125],
    ["1 234 567.5", 1_234_567.5],
    ["12 345", 12_345],
    ["１２３．５", 123.5],
    ["￥１，２３４", 1234],
    ["1\u00A0234\u202F567", 1_234_567],
    ["¥\u3000１２ 345", 12_345],
    ["1.5e-7", 1.5e-7],
    ["1.18E+11", 118_000_000_000],
    ["¥1.0E+5", 100_000],
    ["(1,234.00)", -1234],
    ["（80）", -80],
    ["1,234元", 1234],
    ["1.2万元", 12_000],
    ["RMB 80", 80],
    ["80 CNY", 80],
    ["−80", -80],
    ["(¥5)", -5],
  ])("reads %s as %d", (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  test.each([
    ["a superscript", "10²"],
    ["a digit in a circle", "①"],
    ["a fraction of one character", "½"],
    ["a Roman numeral", "Ⅻ"],
    ["digits of another script", "١٢"],
    ["two numbers", "12 5"],
    ["two numbers of two digits", "12 34"],
    ["a group of four", "1 2345"],
    ["a first group of four", "1234 567"],
    ["two blanks", "1  234"],
    ["a blank before a fraction", "12 .5"],
    ["groups of both kinds", "1,234 567"],
    ["a decimal comma", "1 234,50"],
    ["a line break between groups", "1\n234"],
    ["a zero-width blank", "12\u200B345"],
  ])("refuses %s", (_, text) => {
    expect(readNumber(text)).toBeNull();
  });

  test.each([
    "",
    "x",
    "1,23",
    "12,34",
    "1.234,5",
    "1 万 2",
    "--1",
    "-¥-1",
    "0x1F",
    "NaN",
    "Infinity",
    "1e999",
    "1%万",
    "2024-03-05",
    "(-5)",
    "((5))",
    "(5",
    "$5",
    "USD 5",
    "5€",
    "=1+1",
  ])("refuses %j", (text) => {
    expect(readNumber(text)).toBeNull();
  });
});

describe("numberReader(notation) with a decimal comma", () => {
  const read = numberReader({ decimal: ",", currencies: ["EUR"] });

  test.each([
    ["1.234,50", 1234.5],
    ["1.234", 1234],
    ["12,5", 12.5],
    ["1 234,5", 1234.5],
    ["-1.234.567,89 €", -1_234_567.89],
    ["(0,5)", -0.5],
    ["12,5 %", 0.125],
    ["7", 7],
  ])("reads %s as %d", (text, value) => {
    expect(read(text)).toBe(value);
  });

  test.each(["1,234.50", "12.5", "1.23", "1,234,567", "¥5"])("refuses %s", (text) => {
    expect(read(text)).toBeNull();
  });
});

describe("readHours(text)", () => {
  test.each([
    ["7.5", 7.5],
    ["7.5h", 7.5],
    ["7.5 小时", 7.5],
    ["7小时30分钟", 7.5],
    ["7h 30m", 7.5],
    ["45 min", 0.75],
    ["90分", 1.5],
    ["7:30", 7.5],
    ["127:15:00", 127.25],
  ])("reads %s as %d", (text, value) => {
    expect(readHours(text, readNumber)).toBe(value);
  });

  test.each(["", "h", "7:60", "7:3", "7h30h", "半天", "7.5.1h"])("refuses %j", (text) => {
    expect(readHours(text, readNumber)).toBeNull();
  });
});

describe("readFlag(text)", () => {
  test.each([
    ["1", true],
    ["TRUE", true],
    ["是", true],
    ["Y", true],
    ["有", true],
    ["1", true],
    ["0", false],
    ["false", false],
    ["否", false],
    ["n", false],
    ["无", false],
    ["2", null],
    ["", null],
    ["Yes", true],
    ["No", false],
    ["T", true],
    ["off", false],
    ["√", true],
    ["✔️", true],
    ["×", false],
    ["对", true],
    ["1.0", true],
    ["Ｙ", true],
    ["已", null],
    ["①", null],
    ["¹", null],
  ])("reads %j as %s", (text, value) => {
    expect(readFlag(text)).toBe(value);
  });
});

const at = (iso: string) => Date.parse(`${iso}Z`);

const inShanghai = wallClock("Asia/Shanghai");

describe("dateForm(form)", () => {
  test.each([
    ["YYYY/M/D", "2024/3/5", "2024-03-05T00:00"],
    ["YYYY/M/D", "2024/03/05", "2024-03-05T00:00"],
    ["YYYY年M月D日", "2024年3月5日", "2024-03-05T00:00"],
    ["YYYY-MM-DD", "2024-02-29", "2024-02-29T00:00"],
    ["YYYYMMDD", "20240305", "2024-03-05T00:00"],
    ["D.M.YYYY", "5.3.2024", "2024-03-05T00:00"],
    ["YYYY/M/D H:mm", "2024/3/5 9:30", "2024-03-05T09:30"],
    ["YYYY-MM-DD HH:mm:ss", "2024-03-05 23:59:58", "2024-03-05T23:59:58"],
    ["excel", "45356", "2024-03-05T00:00"],
    ["excel", "45356.5", "2024-03-05T12:00"],
    ["excel", "45356.3958333333", "2024-03-05T09:30"],
    ["excel", "61", "1900-03-01T00:00"],
    ["DD/MM/YY", "05/03/26", "2026-03-05T00:00"],
    ["MM/DD/YY", "05/03/70", "1970-05-03T00:00"],
    ["DD/MMM/YY h:mm A", "05/Mar/26 2:30 PM", "2026-03-05T14:30"],
    ["DD-MMM-YYYY", "05-SEPT-2026", "2026-09-05T00:00"],
    ["D MMM YYYY", "5 February 2026", "2026-02-05T00:00"],
    ["M/D/YYYY h:mm A", "3/5/2026 12:05 AM", "2026-03-05T00:05"],
    ["M/D/YYYY h:mm A", "3/5/2026 12:05 pm", "2026-03-05T12:05"],
    ["YYYY/M/D A h:mm", "2026/3/5 下午 3:05", "2026-03-05T15:05"],
    ["DD.MM.YYYY HH:mm:ss.SSS", "05.03.2026 08:00:00.1234567", "2026-03-05T08:00:00.123"],
    ["DD/MMM/YY h:mm A Z", "05/Mar/26 2:30 AM +0000", "2026-03-05T10:30"],
    ["YYYY/M/D H:mm", "2024/3/5 24:00", "2024-03-06T00:00"],
    ["YYYY/M/D", "２０２４／３／５", "2024-03-05T00:00"],
    ["epoch", "1772668800", "2026-03-05T08:00"],
    ["epoch", "1772668800123", "2026-03-05T08:00:00.123"],
    ["epoch", "1772668800.5", "2026-03-05T08:00:00.500"],
  ])("%s reads %s", (form, text, iso) => {
    expect(dateForm(form, inShanghai)(text)).toBe(at(iso));
  });

  test.each([
    ["YYYY-MM-DD", "2023-02-29"],
    ["YYYY-MM-DD", "2024-3-5"],
    ["YYYY-MM-DD", "2024-13-01"],
    ["YYYY-MM-DD", "2024-00-10"],
    ["YYYY-MM-DD", "2024-01-00"],
    ["YYYY-MM-DD", "0000-01-01"],
    ["YYYY-MM-DD", "2024-03-05 10:00"],
    ["YYYY/M/D H:mm", "2024/3/5 24:01"],
    ["YYYY/M/D A h:mm", "2026/3/5 晚上 3:05"],
    ["D MMM YYYY", "5 Foo 2026"],
    ["epoch", "20260305"],
    ["YYYY/M/D H:mm", "2024/3/5 9:60"],
    ["YYYY.M.D", "2024x3x5"],
    ["excel", "60"],
    ["excel", "20240305"],
    ["excel", "-1"],
  ])("%s refuses %s", (form, text) => {
    expect(dateForm(form, inShanghai)(text)).toBeNull();
  });
});

test.each([
  ["2024-03-05 09:30", "2024-03-05T09:30"],
  ["2024-03-05T09:30:15", "2024-03-05T09:30:15"],
  ["2024-03-05T09:30:15.250", "2024-03-05T09:30:15.250"],
  ["2024-03-05T09:30:15.001", "2024-03-05T09:30:15.001"],
  ["2024-03-05T09:30:15.2509999", "2024-03-05T09:30:15.250"],
])("yearFirstTime(%j) is a moment on the wall clock, wherever that is", (text, iso) => {
  expect(["Asia/Shanghai", "America/New_York"].map((zone) => yearFirstTime(wallClock(zone))(text))).toEqual([at(iso), at(iso)]);
});

describe("yearFirstTime of an instant is what the company's clock showed", () => {
  test.each([
    ["2026-03-05T00:00:00Z", "Asia/Shanghai", "2026-03-05T08:00"],
    ["2026-03-31T23:30:00.000Z", "Asia/Shanghai", "2026-04-01T07:30"],
    ["2026-03-05T00:00:00+08:00", "Asia/Shanghai", "2026-03-05T00:00"],
    ["2026-03-05 00:00:00 UTC", "Asia/Shanghai", "2026-03-05T08:00"],
    ["2026-03-05 00:00 GMT", "Asia/Shanghai", "2026-03-05T08:00"],
    ["2026-03-05 08:00 UTC+8", "Asia/Shanghai", "2026-03-05T08:00"],
    ["2026-03-05 08:00 GMT+08:00", "Asia/Shanghai", "2026-03-05T08:00"],
    ["2026-03-05 08:00:00 +0800", "Asia/Shanghai", "2026-03-05T08:00"],
    ["2026-03-05 00:00+0000", "Asia/Shanghai", "2026-03-05T08:00"],
    ["2026-03-05 00:00 -05", "Asia/Shanghai", "2026-03-05T13:00"],
    ["1988-07-01T00:00:00Z", "Asia/Shanghai", "1988-07-01T09:00"],
    ["2026-03-29T00:59:59Z", "Europe/Berlin", "2026-03-29T01:59:59"],
    ["2026-03-29T01:00:00Z", "Europe/Berlin", "2026-03-29T03:00"],
    ["2026-10-25T00:30:00Z", "Europe/Berlin", "2026-10-25T02:30"],
    ["2026-10-25T01:30:00Z", "Europe/Berlin", "2026-10-25T02:30"],
    ["2026-03-08T06:59:00Z", "America/New_York", "2026-03-08T01:59"],
    ["2026-03-08T07:00:00Z", "America/New_York", "2026-03-08T03:00"],
    ["2026-01-01T00:00:00Z", "Asia/Kathmandu", "2026-01-01T05:45"],
    ["2026-01-01T00:00:00Z", "Pacific/Kiritimati", "2026-01-01T14:00"],
    ["2026-01-01T00:00:00Z", "UTC", "2026-01-01T00:00"],
  ])("%s in %s: %s", (text, zone, iso) => {
    expect(yearFirstTime(wallClock(zone))(text)).toBe(at(iso));
  });
});

test.each([
  "2024-03-05",
  "2024-03-05Z",
  "05/03/2024 9:30",
  "2024-03-05 9:3",
  "2024-3/5 9:30",
  "2024-03-05T09:30+8",
  "2024-03-05T09:30+08:60",
  "2024-03-05T25:30Z",
])("yearFirstTime(%j) is nothing", (text) => {
  expect(yearFirstTime(wallClock("UTC"))(text)).toBeNull();
});

test("wallClock(zone) is quick enough for a million instants", () => {
  const started = process.cpuUsage();
  const start = at("2023-01-01T00:00");
  let last = 0;
  for (let minute = 0; minute < 1_000_000; minute += 1) last = inShanghai(start + minute * 60_000);
  expect(last).toBe(start + 999_999 * 60_000 + 8 * 3_600_000);
  expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
});

describe("yearFirstTime(text) reads", () => {
  test.each([
    ["2026-3-5 8:00", "2026-03-05T08:00"],
    ["2026/3/5 24:00", "2026-03-06T00:00"],
    ["2026/3/5 下午 3:05", "2026-03-05T15:05"],
    ["2026/3/5 上午12:05", "2026-03-05T00:05"],
    ["2026/3/5 3:05 PM", "2026-03-05T15:05"],
    ["20260305 0800", "2026-03-05T08:00"],
    ["20260305080059", "2026-03-05T08:00:59"],
    ["2026年3月5日 8时05分", "2026-03-05T08:05"],
    ["2026年3月5日8点05分09秒", "2026-03-05T08:05:09"],
    ["２０２６-３-５ ８:００", "2026-03-05T08:00"],
    ["2026-03-05　08:00", "2026-03-05T08:00"],
  ])("%s", (text, iso) => {
    expect(yearFirstTime(inShanghai)(text)).toBe(at(iso));
  });
});

describe("yearFirstDay(text)", () => {
  test.each(["2024-03-05", "2024-3-5", "2024/3/5", "2024.3.5", "2024年3月5日", "20240305"])("reads %s", (text) => {
    expect(yearFirstDay(inShanghai)(text)).toBe(at("2024-03-05T00:00"));
  });

  test.each(["2024-03-05 00:00", "5/3/2024", "24/3/5", "2024-02-30", "2024-3/5"])("is nothing for %s", (text) => {
    expect(yearFirstDay(inShanghai)(text)).toBeNull();
  });
});

describe("periods and quarters are read as they are written:", () => {
  test.each([
    ["2026-03", "2026-03"],
    ["2026/3", "2026-03"],
    ["2026年3月", "2026-03"],
    ["202603", "2026-03"],
    ["Mar-26", "2026-03"],
    ["2026年", "2026"],
    ["2026", "2026"],
    ["2026年第一季度", "2026Q1"],
    ["2026-Q3", "2026Q3"],
    ["Q3 2026", "2026Q3"],
  ])("%s", (text, period) => {
    expect(periodText(text)).toBe(period);
  });

  test.each(["2026-13", "Foo-26", "2026Q5", "3月"])("%s stays as it is, or is none that a contract takes", (text) => {
    expect(periodText(text)).not.toMatch(/^\d{4}(Q[1-4]|-(0[1-9]|1[0-2]))?$/);
  });
});

describe("a quarter is read from", () => {
  const quarterOf = PARSERS.quarter({ ...NOTATION, forms: [], wallClock: wallClock("Asia/Shanghai"), fiscalStart: 4 });
  test.each([
    ["a quarter, as it is", "2026年第一季度", "2026Q1"],
    ["a day, as the fiscal quarter that it lies in", "2026/3/31", "2025Q4"],
    ["a time", "2026-04-01 09:28:00", "2026Q1"],
    ["an instant, by the company's clock", "2026-03-31T16:30:00Z", "2026Q1"],
    ["nothing else", "spring", "spring"],
  ])("%s", (_, text, quarter) => {
    expect(quarterOf(text)).toBe(quarter);
  });

  test("a day in a form that sources.yaml names", () => {
    const read = PARSERS.quarter({ ...NOTATION, forms: ["D/M/YYYY"], wallClock: wallClock("Asia/Shanghai"), fiscalStart: 1 });
    expect(read("1/7/2026")).toBe("2026Q3");
  });
});

test.each([
  ["YYYY-MM-DD", true],
  ["excel", true],
  ["YYYY-MM", false],
  ["yyyy-mm-dd", false],
  ["YYYY-MM-DD-DD", false],
  ["MM/DD/YY", true],
  ["YYYY-MM-DDTHH:mm", true],
  ["M/D/YYYY h:mm P", false],
  ["epoch", true],
])("isDateForm(%j) is %s", (form, is) => {
  expect(isDateForm(form)).toBe(is);
});

describe("a time with a zone by letters", () => {
  const read = PARSERS.timestamp({ forms: [], wallClock: wallClock("UTC"), fiscalStart: 1, ...NOTATION });

  test.each(["CST", "EST", "IST"])("that may be several, %s, is refused by its name", (name) => {
    expect(read(`2026-03-05 08:00 ${name}`)).toEqual({ code: "zone", name });
    expect(read(`2026-03-05 08:00:00${name}`)).toEqual({ code: "zone", name });
  });

  test("that is no time is refused for that", () => {
    expect(read("not CST")).toMatchObject({ code: "time" });
  });
});

describe("a bare number of five digits", () => {
  const writing = { forms: [], wallClock: wallClock("UTC"), fiscalStart: 1, ...NOTATION } as const;
  const days = (iso: string) => Date.parse(iso) / 86_400_000;

  test("is the day that a spreadsheet counts so in a table kept by hand", () => {
    const read = PARSERS.date({ ...writing, isByHand: true });
    expect([read("45123"), read("45123.75"), read("2026/3/5")]).toEqual([days("2023-07-16"), days("2023-07-16"), days("2026-03-05")]);
    expect(read("2026")).toMatchObject({ code: "date" });
  });

  test("is no day in an export, unless its form is named", () => {
    expect(PARSERS.date(writing)("45123")).toMatchObject({ code: "date" });
    expect(PARSERS.date({ ...writing, forms: ["excel"] })("45123")).toBe(days("2023-07-16"));
  });
});
