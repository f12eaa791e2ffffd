import { type ColumnProfile, someOf } from "./column-profile.ts";
import type { Aspect, Draft } from "./draft.ts";
import type { Knowledge } from "./knowledge.ts";
import { plainHeader } from "./plain-header.ts";

/** The ISO code that a word means: its own, or that of a name; null where it means none. */
function codeOf(word: string, { words }: Pick<Knowledge, "words">): string | null {
  const plain = plainHeader(word);
  if (/^[a-z]{3}$/.test(plain) && Intl.supportedValuesOf("currency").includes(plain.toUpperCase())) return plain.toUpperCase();
  const named = Object.entries(words.currencies).find(([, names]) => names.some((name) => plainHeader(name) === plain));
  return named?.[0] ?? null;
}

/** What the values of a column of currencies mean, where they are no ISO codes. */
export function codesIn({ values }: ColumnProfile, knowledge: Pick<Knowledge, "words">): Record<string, string> {
  const coded = [...values.keys()].map((value) => [value, codeOf(value, knowledge)] as const);
  return Object.fromEntries(coded.flatMap(([value, code]) => (code === null || code === value ? [] : [[value, code]])));
}

/** Says which currencies are meant by their names. */
export const currencyAspect: Aspect = ({ table, columns, settings }, { knowledge }) => {
  const name = table.money?.currency ?? "";
  const found = columns.get(name);
  const codes = found ? codesIn(found.profile, knowledge) : {};
  if (Object.keys(codes).length > 0) settings.values = { ...settings.values, [name]: codes };
};

/**
 * The currency in which a company counts: that of most amounts whose currency, header or sign says so; yuan where some are in it, or there
 * are no amounts; null where nothing says one.
 */
export function currencyOf(drafts: readonly Draft[], knowledge: Knowledge): string | null {
  const counts = new Map<string, number>();
  for (const draft of drafts) for (const [code, count] of saidIn(draft, knowledge)) counts.set(code, (counts.get(code) ?? 0) + count);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  const hasAmounts = drafts.some(({ table, columns }) => table.money?.amounts.some((name) => columns.has(name)));
  return counts.has(YUAN) || !hasAmounts ? YUAN : (most?.[0] ?? null);
}

export const YUAN = "CNY";

function saidIn({ table, columns, sheet }: Draft, knowledge: Knowledge): [string, number][] {
  const currencies = columns.get(table.money?.currency ?? "")?.profile.values;
  if (currencies)
    return [...currencies].flatMap(([value, count]) => {
      const code = codeOf(value, knowledge);
      return code ? [[code, count] as [string, number]] : [];
    });
  const amounts = (table.money?.amounts ?? []).flatMap((name) => columns.get(name) ?? []);
  const signs = amounts.flatMap(({ profile }) =>
    someOf(profile, 500).flatMap((text) => codeOf(text.replace(/[\d\s.,()+-]/g, ""), knowledge) ?? []),
  );
  if (signs.length > 0) return [...Map.groupBy(signs, (code) => code)].map(([code, all]) => [code, all.length]);
  // a header that is made here, such as that of quantity × unit price, says nothing of the export
  const headers = amounts.map(({ header, profile }) =>
    sheet.columns.some((column) => column.header === header) ? header : profile.header,
  );
  const codes = headers.flatMap((header) =>
    header.split(/[\s()（）[\]【】/_-]+/).flatMap((word) => (word.length > 1 ? (codeOf(word, knowledge) ?? []) : [])),
  );
  return codes.slice(0, 1).map((code) => [code, sheet.rows]);
}
