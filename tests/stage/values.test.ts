import { describe, expect, test } from "vitest";
import { wallClock } from "../../scripts/read/company-clock.ts";
import { dateForm, isDateForm, isoDate, isoTime } from "../../scripts/read/date-forms.ts";
import { readFlag } from "../../scripts/stage/flags.ts";
import { readNumber } from "../../scripts/stage/numbers.ts";

describe("readNumber(text)", () => {
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
    "(5)",
    "=1+1",
  ])("refuses %j", (text) => {
    expect(readNumber(text)).toBeNull();
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
    ["yes", null],
    ["①", null],
    ["¹", null],
  ])("reads %j as %s", (text, value) => {
    expect(readFlag(text)).toBe(value);
  });
});

const at = (iso: string) => Date.parse(`${iso}Z`);

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
  ])("%s reads %s", (form, text, iso) => {
    expect(dateForm(form)(text)).toBe(at(iso));
  });

  test.each([
    ["YYYY-MM-DD", "2023-02-29"],
    ["YYYY-MM-DD", "2024-3-5"],
    ["YYYY-MM-DD", "2024-13-01"],
    ["YYYY-MM-DD", "2024-00-10"],
    ["YYYY-MM-DD", "2024-01-00"],
    ["YYYY-MM-DD", "0000-01-01"],
    ["YYYY-MM-DD", "2024-03-05 10:00"],
    ["YYYY/M/D H:mm", "2024/3/5 24:00"],
    ["YYYY/M/D H:mm", "2024/3/5 9:60"],
    ["YYYY.M.D", "2024x3x5"],
    ["excel", "60"],
    ["excel", "20240305"],
    ["excel", "-1"],
  ])("%s refuses %s", (form, text) => {
    expect(dateForm(form)(text)).toBeNull();
  });
});

test.each([
  ["2024-03-05 09:30", "2024-03-05T09:30"],
  ["2024-03-05T09:30:15", "2024-03-05T09:30:15"],
  ["2024-03-05T09:30:15.250", "2024-03-05T09:30:15.250"],
  ["2024-03-05T09:30:15.001", "2024-03-05T09:30:15.001"],
  ["2024-03-05T09:30:15.2509999", "2024-03-05T09:30:15.250"],
])("isoTime(%j) is a moment on the wall clock, wherever that is", (text, iso) => {
  expect(["Asia/Shanghai", "America/New_York"].map((zone) => isoTime(wallClock(zone))(text))).toEqual([at(iso), at(iso)]);
});

describe("isoTime of an instant is what the company's clock showed", () => {
  test.each([
    ["2026-03-05T00:00:00Z", "Asia/Shanghai", "2026-03-05T08:00"],
    ["2026-03-31T23:30:00.000Z", "Asia/Shanghai", "2026-04-01T07:30"],
    ["2026-03-05T00:00:00+08:00", "Asia/Shanghai", "2026-03-05T00:00"],
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
    expect(isoTime(wallClock(zone))(text)).toBe(at(iso));
  });
});

test.each([
  "2024-03-05",
  "2024-03-05Z",
  "2024-03-05 9:30",
  "2024-03-05T09:30z",
  "2024-03-05T09:30+8",
  "2024-03-05T09:30+08:60",
  "2024-03-05T25:30Z",
])("isoTime(%j) is nothing", (text) => {
  expect(isoTime(wallClock("UTC"))(text)).toBeNull();
});

test("wallClock(zone) is quick enough for a million instants", () => {
  const inShanghai = wallClock("Asia/Shanghai");
  const started = process.cpuUsage();
  const start = at("2023-01-01T00:00");
  let last = 0;
  for (let minute = 0; minute < 1_000_000; minute += 1) last = inShanghai(start + minute * 60_000);
  expect(last).toBe(start + 999_999 * 60_000 + 8 * 3_600_000);
  expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
});

test("isoDate(text) takes days only", () => {
  expect([isoDate("2024-03-05"), isoDate("2024-03-05 00:00")]).toEqual([at("2024-03-05T00:00"), null]);
});

test.each([
  ["YYYY-MM-DD", true],
  ["excel", true],
  ["YYYY-MM", false],
  ["yyyy-mm-dd", false],
  ["YYYY-MM-DD-DD", false],
  ["MM/DD/YY", false],
])("isDateForm(%j) is %s", (form, is) => {
  expect(isDateForm(form)).toBe(is);
});
