import { expect, test } from "vitest";
import { headline } from "../../../src/publish/review/headline.ts";

const LONG = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十";

test("headline(text) is the text where it fits in two lines of 28 characters", () => {
  const text = "十".repeat(56);
  expect(headline(text)).toEqual({ title: text, lead: "" });
});

test.each([
  [`先谈。${LONG}${LONG}`, "先谈。", LONG + LONG],
  [`升至三；${LONG}，${LONG}`, "升至三", `${LONG}，${LONG}`],
  [`${LONG}，${LONG}`, LONG, LONG],
  [
    `${"It rose to three days, ".repeat(3)}four; at five ${"since then ".repeat(12)}`,
    `${"It rose to three days, ".repeat(3)}four`,
    `At five ${"since then ".repeat(12).trim()}`,
  ],
])("headline(%j) is parted where it reads on", (text, title, lead) => {
  expect(headline(text)).toEqual({ title, lead });
});

test("headline(text) keeps a text whole that has no place to be parted", () => {
  expect(headline(LONG + LONG)).toEqual({ title: LONG + LONG, lead: "" });
});
