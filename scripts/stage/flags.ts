import { withoutFullWidth } from "../read/full-width.ts";

const YES = ["1", "1.0", "true", "t", "yes", "y", "on", "是", "有", "对", "√", "✓", "✔", "☑", "✅"];
const NO = ["0", "0.0", "false", "f", "no", "n", "off", "否", "无", "错", "×", "✗", "✘", "✕", "☒", "❌"];

const WORDS: ReadonlyMap<string, boolean> = new Map([
  ...YES.map((word) => [word, true] as const),
  ...NO.map((word) => [word, false] as const),
]);

/** Selectors by which a sign is shown as a picture. */
const VARIANTS = /[\uFE0E\uFE0F]/g;

/** Reads 1/0, true/false, yes/no, on/off, 是/否, 有/无, 对/错, √/×, in capitals or not; null when the text is no flag. */
export const readFlag = (text: string): boolean | null => WORDS.get(withoutFullWidth(text).replace(VARIANTS, "").toLowerCase()) ?? null;
