import { inBlock, inLine, pairInLine } from "../tools/yaml-text.ts";
import { type Remark, remarkText } from "./remark.ts";

/** Columns of a line, of which a Chinese character takes two. */
export const WIDTH = 140;

const WIDE = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFF60]/gu;

const widthOf = (text: string) => text.length + (text.match(WIDE)?.length ?? 0);

type Pairs = readonly (readonly [string, unknown])[];

const pairsIn = (value: unknown): Pairs | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : null;

/**
 * A setting in as few lines of YAML as can be read well: in one where that holds it; else its parts stand below it where they have parts of
 * their own, and else fill lines. A remark stands above the line that it is about.
 */
export function settingLines([key, value]: readonly [string, unknown], indent: string, remarks: readonly Remark[]): string[] {
  const start = `${indent}${inLine(key)}:`;
  const commentsOf = (those: readonly Remark[]) => those.map((remark) => `${indent}# ${subjectOf(remark)}${remarkText(remark)}`);
  const pairs = pairsIn(value);
  const whole = `${start} ${inBlock(value)}`;
  if (typeof value === "string" && value.includes("\n")) return [...commentsOf(remarks), `${start} |`, ...indented(value, `${indent}  `)];
  if (widthOf(whole) <= WIDTH || (!pairs && !Array.isArray(value))) return [...commentsOf(remarks), whole];
  const isDeep = pairs?.some(([, part]) => pairsIn(part) !== null || widthOf(inLine(part)) > WIDTH);
  if (!pairs || !isDeep || indent.length > DEPTH) return [...commentsOf(remarks), ...filled(start, value)];
  const below = pairs.flatMap((pair) => settingLines(pair, `${indent}  `, remarksOn(pair[0], remarks)));
  return [...commentsOf(remarks.filter(({ at }) => at.length === 0)), start, ...below];
}

/** Blanks before a setting of an export; parts of its parts share lines. */
const DEPTH = 4;

/** Whether a text has room in the line of a setting of an export, and needs no quotes there. */
export const fitsAfter = (key: string, text: string): boolean => !/\n|: | #/.test(text) && DEPTH + widthOf(`${key}: ${text}`) <= WIDTH;

const indented = (text: string, indent: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => indent + line);

/** The remarks on a part of a setting, as it sees them. */
export const remarksOn = (key: string, remarks: readonly Remark[]): Remark[] =>
  remarks.filter(({ at }) => at[0] === key).map((remark) => ({ ...remark, at: remark.at.slice(1) }));

const subjectOf = ({ at }: Remark) => (at.length > 0 ? `${at.at(-1)}: ` : "");

/** A list or a map in lines, as full as they may be, the further ones below the first of its parts. */
function filled(start: string, value: unknown): string[] {
  const pairs = pairsIn(value);
  const [open, parts, close] = pairs ? [" { ", pairs.map(pairInLine), " }"] : [" [", (value as unknown[]).map(inLine), "]"];
  const lines = [start + open];
  const margin = " ".repeat(widthOf(start + open));
  for (const [at, part] of parts.entries()) {
    const text = at === parts.length - 1 ? part + close : `${part},`;
    const line = lines.at(-1) as string;
    if (at === 0) lines[0] = line + text;
    else if (widthOf(`${line} ${text}`) <= WIDTH) lines[lines.length - 1] = `${line} ${text}`;
    else lines.push(margin + text);
  }
  return lines;
}
