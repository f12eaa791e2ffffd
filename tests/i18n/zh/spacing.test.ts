import { expect, test } from "vitest";
import { languageOf } from "../../../src/i18n/languages.ts";
import { spaced, throughout } from "../../../src/i18n/zh/spacing.ts";

test.each([
  ["按RICE四分位", "按 RICE 四分位"],
  ["SLA达成率", "SLA 达成率"],
  ["2026年9月", "2026 年 9 月"],
  ["与2026 Q2相比", "与 2026 Q2 相比"],
  ["比上季低−3.8", "比上季低 −3.8"],
  ["不少于≥90.0 %的", "不少于 ≥90.0 % 的"],
  ["公开案例†中的", "公开案例† 中的"],
])("spaced(%j) is %j", (text, words) => {
  expect(spaced(text)).toBe(words);
});

test.each(["SLA 达成率", "59.3\u00a0%，比上季低", "（24 小时）", "“Q3”与“Q2”", "First response"])(
  "spaced(%j) leaves it as it is",
  (text) => {
    expect(spaced(text)).toBe(text);
  },
);

test("spaced changes nothing twice", () => {
  const once = spaced("到期135件中55件未在24小时内完成");
  expect(spaced(once)).toBe(once);
});

test("throughout(words, change) changes texts at any depth, what functions give, and lists", () => {
  const words = throughout({ one: "a", deep: { two: (n: number) => `b${n}`, list: ["c"] }, count: 3 }, (text) => text.toUpperCase());
  expect([words.one, words.deep.two(1), words.deep.list, words.count]).toEqual(["A", "B1", ["C"], 3]);
});

test("words in Chinese are spaced, whatever is put into them", () => {
  expect(languageOf("zh").words.sentences.equal("2026 Q2")).toBe("与 2026 Q2 持平");
  expect(languageOf("en").words.sentences.equal("2026 Q2")).toBe("unchanged from 2026 Q2");
});
