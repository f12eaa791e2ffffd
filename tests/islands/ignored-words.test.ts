import { describe, expect, test } from "vitest";
import { ignoredWords } from "../../src/islands/filter-bar/ignored-words.ts";
import { pageFor } from "../site/tiny-site.ts";

describe("ignoredWords", () => {
  test.each([
    ["region", "east,west", "区域：东区、西区"],
    ["region", "mars", "区域：mars"],
    ["region", "*", "区域：全部区域"],
    ["vs.region", "south", "区域：南区（对比）"],
    ["period", "2062", "时期：2062"],
    ["split", "kind", "拆分：类型"],
    ["split", "colour", "拆分：colour"],
    ["show", "pie", "显示方式：pie"],
    ["colour", "red", "colour=red"],
  ])("%s=%s is said as far as the site knows it", (key, value, words) => {
    expect(ignoredWords(pageFor({}, "zh"), { key, value })).toBe(words);
  });
});
