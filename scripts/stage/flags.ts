import { withoutFullWidth } from "./full-width.ts";

const WORDS: ReadonlyMap<string, boolean> = new Map([
  ["1", true],
  ["0", false],
  ["true", true],
  ["false", false],
  ["是", true],
  ["否", false],
  ["y", true],
  ["n", false],
  ["有", true],
  ["无", false],
]);

/** Reads 1/0, true/false, 是/否, Y/N, 有/无; null when the text is no flag. */
export const readFlag = (text: string): boolean | null => WORDS.get(withoutFullWidth(text).toLowerCase()) ?? null;
