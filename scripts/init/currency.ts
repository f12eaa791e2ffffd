import { CURRENCIES } from "../stage/currencies.ts";
import { type ColumnProfile, someOf } from "./column-profile.ts";
import type { Aspect, Draft } from "./draft.ts";
import { plainHeader } from "./plain-header.ts";

const ISO_CODES = new Set(Intl.supportedValuesOf("currency"));

/** The ISO code that a word means: its own, or that of a sign or a name; null where it means none. */
function codeOf(word: string): string | null {
  const code = word.normalize("NFKC").trim().toUpperCase();
  if (ISO_CODES.has(code)) return code;
  const plain = plainHeader(word);
  const meant = Object.entries(CURRENCIES).find(([, { signs, names }]) => [...signs, ...names].some((each) => plainHeader(each) === plain));
  return meant?.[0] ?? null;
}

/** What the values of a column of currencies mean, where they are no ISO codes. */
export function codesIn({ values }: ColumnProfile): Record<string, string> {
  const coded = [...values.keys()].map((value) => [value, codeOf(value)] as const);
  return Object.fromEntries(coded.flatMap(([value, code]) => (code === null || code === value ? [] : [[value, code]])));
}

/** Says which currencies are meant by their names. */
export const currencyAspect: Aspect = ({ table, columns, settings }) => {
  const name = table.money?.currency ?? "";
  const found = columns.get(name);
  const codes = found ? codesIn(found.profile) : {};
  if (Object.keys(codes).length > 0) settings.values = { ...settings.values, [name]: codes };
};

/**
 * The currency in which a company counts: that of most amounts whose currency, header or sign says so; yuan where some are in it, or there
 * are no amounts; null where nothing says one.
 */
export function currencyOf(drafts: readonly Draft[]): string | null {
  const counts = new Map<string, number>();
  for (const draft of drafts) for (const [code, count] of saidIn(draft)) counts.set(code, (counts.get(code) ?? 0) + count);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  const hasAmounts = drafts.some(({ table, columns }) => table.money?.amounts.some((name) => columns.has(name)));
  return counts.has(YUAN) || !hasAmounts ? YUAN : (most?.[0] ?? null);
}

export const YUAN = "CNY";

function saidIn({ table, columns, sheet }: Draft): [string, number][] {
  const currencies = columns.get(table.money?.currency ?? "")?.profile.values;
  if (currencies)
    return [...currencies].flatMap(([value, count]) => {
      const code = codeOf(value);
      return code ? [[code, count] as [string, number]] : [];
    });
  const amounts = (table.money?.amounts ?? []).flatMap((name) => columns.get(name) ?? []);
  const signs = amounts.flatMap(({ profile }) => someOf(profile, 500).flatMap((text) => codeOf(text.replace(/[\d\s.,()+-]/g, "")) ?? []));
  if (signs.length > 0) return [...Map.groupBy(signs, (code) => code)].map(([code, all]) => [code, all.length]);
  // a header that is made here, such as that of quantity × unit price, says nothing of the export
  const isMade = (header: string) => !sheet.columns.some((column) => column.header === header);
  const [code] = amounts.flatMap(({ header, profile }) => codesInHeader(isMade(header) ? profile.header : header));
  return code === undefined ? [] : [[code, sheet.rows]];
}

/** What stands in brackets, and the words of a header. */
const [BRACKETED, WORDS] = [/[(（[【]([^()（）[\]【】]+)[)）\]】]/g, /[^\s()（）[\]【】/_-]+/g];

/** What cannot be a word of another meaning, as Real or Pound: a sign, letters such as RMB, Chinese of two characters or more. */
const UNMISTAKABLE = /\p{Sc}|^[A-Z]{3}$|\p{Script=Han}{2}/u;

/** Currencies that a header says: in brackets any, and among its words those that are common, by what cannot be mistaken; TOP and ALL are codes as well. */
function codesInHeader(header: string): string[] {
  const bracketed = [...header.matchAll(BRACKETED)].map(([, word = ""]) => word.trim()).filter((word) => /^[A-Z]{3}$/.test(word));
  const common = (header.match(WORDS) ?? []).filter((word) => UNMISTAKABLE.test(word) || Object.hasOwn(CURRENCIES, word.toUpperCase()));
  const codes = common.flatMap((word) => codeOf(word) ?? []).filter((code) => Object.hasOwn(CURRENCIES, code));
  return [...bracketed.flatMap((word) => codeOf(word) ?? []), ...codes];
}
