import { describe, expect, test } from "vitest";
import { builtInMeaning, meaningOf } from "../../../scripts/read/xlsx/number-format.ts";

describe("meaningOf(code)", () => {
  test.each([
    ["date", "yyyy-mm-dd"],
    ["date", "yyyy/m/d;@"],
    ["date", "m/d/yy"],
    ["date", 'yyyy"年"m"月"d"日"'],
    ["date", "yyyy年m月d日"],
    ["date", '[$-804]yyyy"年"m"月"d"日";@'],
    ["date", '[DBNum1][$-804]yyyy"年"m"月"d"日"'],
    ["date", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"],
    ["date", "[Red]d-mmm"],
    ["date", "[$-404]e/m/d"],
    ["date", "[$-804]aaaa"],
    ["date", "mmmm"],
    ["date", '[=0]"";yyyy-mm-dd'],
    ["timestamp", "yyyy-mm-dd hh:mm:ss"],
    ["timestamp", 'yyyy"年"m"月"d"日" 上午/下午h"时"mm"分"'],
    ["timestamp", "m/d/yy h:mm AM/PM"],
    ["timestamp", "yyyy\\-mm\\-dd\\ hh:mm:ss.000"],
    ["clock", "h:mm"],
    ["clock", "[$-F400]h:mm:ss\\ AM/PM"],
    ["clock", "mm:ss.0"],
    ["clock", 'h"时"mm"分"'],
    ["duration", "[h]:mm"],
    ["duration", "[HH]:MM:SS;@"],
    ["duration", "[mm]:ss"],
    ["number", "General"],
    ["number", "G/通用格式"],
    ["number", "G/通用格式;[Red]-G/通用格式"],
    ["number", "0.00"],
    ["number", "#,##0.00_);[Red]\\(#,##0.00\\)"],
    ["number", "0.00E+00"],
    ["number", '0"days"'],
    ["number", '0.0"h";"yes"'],
    ["number", "\\d0"],
    ["number", "_d0"],
    ["number", "* #,##0"],
    ["number", "[$USD] #,##0.00"],
    ["number", "[$¥-804]#,##0.00;[Red]-[$¥-804]#,##0.00"],
    ["number", "#,##0.00 USD"],
    ["number", "[DBNum2]General"],
    ["number", "[>=100000000]0!.00,,亿;0"],
    ["number", "@"],
    ["number", ""],
  ])("%s: %s", (meaning, code) => {
    expect(meaningOf(code)).toBe(meaning);
  });
});

test("builtInMeaning(id) knows the formats that are not written into workbooks", () => {
  const ids = Array.from({ length: 60 }, (_, id) => id);
  const of = (meaning: string) => ids.filter((id) => builtInMeaning(id) === meaning);
  expect(of("date")).toEqual([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
  expect(of("clock")).toEqual([18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56]);
  expect(of("timestamp")).toEqual([22]);
  expect(of("duration")).toEqual([46]);
});
