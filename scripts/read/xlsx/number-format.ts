/** What a number format makes of a number. A `clock` is a time without a day, a `duration` counts hours beyond 24. */
export type Meaning = "number" | "date" | "timestamp" | "clock" | "duration";

/** Formats that are not written into a workbook (ISO 29500-1, 18.8.30); 27–36 and 50–58 as Chinese programs have them. */
const BUILT_IN: ReadonlyMap<number, Meaning> = new Map<number, Meaning>([
  ...([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58] as const).map((id) => [id, "date"] as const),
  ...([18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56] as const).map((id) => [id, "clock"] as const),
  [22, "timestamp"],
  [46, "duration"],
]);

/** Quoted, escaped, as wide as a character, repeated. */
const LITERAL = /"[^"]*"?|\\.|[_*]./gu;
const ELAPSED = /\[(?:h+|m+|s+)\]/i;
const BRACKETED = /\[[^\]]*\]/g;
/** Letters that are no parts of a date, and the digits of a second. */
const OTHER = /General|G\/通用格式|AM\/PM|A\/P|e[+-]|(?<=s)[.,]0+/gi;

/** What a built-in format makes of a number, by its id. */
export const builtInMeaning = (id: number): Meaning => BUILT_IN.get(id) ?? "number";

/** What a format code makes of a number, such as `yyyy"年"m"月"d"日";@`: the first of its sections that has parts of a date or a time says it. */
export function meaningOf(code: string): Meaning {
  const sections = code.replace(LITERAL, "").split(";");
  return sections.map(meaningOfSection).find((meaning) => meaning !== "number") ?? "number";
}

function meaningOfSection(section: string): Meaning {
  if (ELAPSED.test(section)) return "duration";
  const bare = section.replace(BRACKETED, "").replace(OTHER, "");
  if (/[0#?]/.test(bare)) return "number";
  const hasTime = /[hs]/i.test(bare);
  const hasDate = /[ydeg]|aaa|bb/i.test(bare) || (!hasTime && /m/i.test(bare));
  if (hasDate) return hasTime ? "timestamp" : "date";
  return hasTime ? "clock" : "number";
}
