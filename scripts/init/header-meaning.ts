import { literal } from "../read/literal.ts";
import { signsOfAll } from "../stage/currencies.ts";
import { plainHeader } from "./plain-header.ts";
import type { System } from "./systems.ts";

/** Of 1, how sure it is that a header means a column: by the first word for it, by the last, and by a word within the header. */
const [FIRST, LAST, WITHIN] = [1, 0.7, 0.5];

/** What stands around the name of a column: its number in a questionnaire, its unit, the table before a dot or the group in the row above it, its currency, whether tax is in it. And where words are only parted by capitals. */
const NUMBER = /^\d+\s*[、.)．]\s*/;
const UNIT = /\s*[([（【].*[)\]）】]\s*$/;
const OWNER = /^.*\.|^\p{Lu}\p{L}+ - |^[\p{Script=Han}\p{Lu}]+ (?=\p{Script=Han})/u;
const CURRENCY = new RegExp(`[\\s_]+(?:${signsOfAll().map(literal).join("|")})$`, "i");
const TAX = /^(?:net|gross) (?=.)/i;
const CAMEL = /(?<=[a-z])(?=[A-Z])/g;
const MARKS = /[?？.:：#*]+$/;

/** A header as it is compared, and how much is taken off for what was left out of it. */
interface Variant {
  plain: string;
  factor: number;
}

/** A group of columns and one of them, as two header rows name them: 时间 and 创建 are 创建时间, 工单 and 编号 are 工单编号. */
const GROUPED = /^(\p{Script=Han}+) (\p{Script=Han}+)$/u;

/** What says that something was not only planned, and so says nothing. */
const ACTUAL = /^(?:实际|Actual )(?=.)/i;

/** Ways of reading each header that was asked for. */
const READ = new WeakMap<readonly System[], Map<string, readonly Variant[]>>();

/** Ways of reading a header, the surest first. */
export function variantsOf(header: string, systems: readonly System[]): readonly Variant[] {
  const read = READ.get(systems) ?? new Map<string, readonly Variant[]>();
  READ.set(systems, read);
  const variants = read.get(header) ?? waysOfReading(header, systems);
  read.set(header, variants);
  return variants;
}

function waysOfReading(header: string, systems: readonly System[]): Variant[] {
  const own = systems.flatMap(({ custom_fields }) => insideOf(header, custom_fields));
  const bare = [header, ...own].flatMap((each) =>
    shorter(each).map((text, at): Variant => ({ plain: plainHeader(text), factor: 1 - at * 0.02 })),
  );
  return bare.filter(({ plain }, at) => plain !== "" && bare.findIndex((other) => other.plain === plain) === at);
}

/** A header, and what is left of it as one thing after the other is taken away. */
function shorter(header: string): string[] {
  const [, group = "", name = ""] = GROUPED.exec(header) ?? [];
  const joined = group === "" ? [] : [`${name}${group}`, `${group}${name}`];
  const texts = [header, ...joined, header.replace(CAMEL, " ")];
  for (const part of [NUMBER, UNIT, MARKS, OWNER, CURRENCY, TAX, ACTUAL]) texts.push((texts.at(-1) as string).replace(part, ""));
  return texts;
}

/** The name of a field in a header that a system writes around it. */
function insideOf(header: string, form: string | undefined): string[] {
  const [before, after] = form?.split("*") ?? [];
  if (before === undefined || after === undefined) return [];
  return header.match(new RegExp(`^${literal(before)}(.+)${literal(after)}$`, "i"))?.slice(1) ?? [];
}

/** Of 1, how sure it is that a header has one of several meanings, of which the first is the surest; 0 where it has none. */
export function certaintyOf(variants: readonly Variant[], words: readonly string[]): number {
  const plain = words.map(plainHeader);
  const exact = variants.map(({ plain: header, factor }) => {
    const at = plain.indexOf(header);
    return at === -1 ? 0 : factor * (FIRST - ((FIRST - LAST) * at) / plain.length);
  });
  const best = Math.max(0, ...exact);
  return best > 0 ? best : Math.max(0, ...variants.map(({ plain: header }) => (plain.some((word) => isWithin(word, header)) ? WITHIN : 0)));
}

/** Whether a header holds a word as one of its own; of Chinese, in which words are not parted, at its end. */
function isWithin(word: string, header: string): boolean {
  if (/\p{Script=Han}/u.test(word))
    return word.length > 1 && header.length <= word.length * 4 && header.replace(/[是为的]+$/, "").endsWith(word);
  return word.length > 3 && header.endsWith(word) && !/[\p{L}\p{N}]$/u.test(header.slice(0, -word.length));
}

/** Whether a header has one of several words in it, such as those for people. */
export const hasWord = (header: string, words: readonly string[]): boolean => {
  const plain = plainHeader(header);
  return words.some((word) => {
    const wanted = plainHeader(word);
    return /\p{Script=Han}/u.test(wanted) ? plain.includes(wanted) : new RegExp(`\\b${literal(wanted)}s?\\b`).test(plain);
  });
};
