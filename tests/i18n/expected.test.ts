import { describe, expect, test } from "vitest";
import { loadTables } from "../../scripts/tools/registry.ts";
import { expectedIn } from "../../src/i18n/expected.ts";

const CASES: [string, string][] = [
  ["a value", "有值"],
  ["a number of at least 0", "不小于 0 的数字"],
  ["a date such as YYYY/M/D or excel", "日期，例如 YYYY/M/D or excel"],
  ["one of members.member where dimension is region", "members.member 中的一个（dimension 为 region）"],
  ["one of complaint, return", "其中之一：complaint, return"],
  ["20 fields", "20 个字段"],
  ["an exact identifier: a whole number up to 9007199254740991, or text", "精确的编号：不大于 9007199254740991 的整数，或文字"],
];

describe("expectedIn", () => {
  test.each(CASES)("says %s in Chinese", (expected, chinese) => {
    expect(expectedIn("zh", expected)).toBe(chinese);
  });

  test("leaves English as it is, and what it has no words for", () => {
    expect(expectedIn("en", "a value")).toBe("a value");
    expect(expectedIn("zh", "a unicorn")).toBe("a unicorn");
  });

  test("has Chinese words for the rules of every contract", async () => {
    const rules = (await loadTables()).flatMap(({ rules: own }) => own.map(({ expected }) => expected));
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter((expected) => expectedIn("zh", expected) === expected)).toEqual([]);
  });
});
