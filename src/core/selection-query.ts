import { isAddedKey } from "./added-keys.ts";
import { canonical, isReached } from "./canonical-selection.ts";
import { parsePeriod, periodId } from "./periods.ts";
import { joinMembers, queryPair, splitMembers } from "./query-text.ts";
import {
  COMPARED_PERIODS,
  type ComparedChoice,
  DEFAULT_SELECTION,
  isRelative,
  type PeriodChoice,
  RELATIVE_PERIODS,
  type Scope,
  type Selection,
  SHOWS,
  type Vocabulary,
} from "./selection.ts";

/** A part of a query that names nothing on the page. */
export interface Ignored {
  key: string;
  value: string;
}

/** Marks the keys of the second scope, which says only where it differs from the first. */
export const AGAINST = "vs.";

type Pair = readonly [key: string, value: string];

/** The selection as a query without its `?`; `""` for the default. What the vocabulary lacks is left out. */
export function printSelection(selection: Selection, vocabulary: Vocabulary): string {
  const { against, split, show, ...scope } = canonical(selection, vocabulary);
  const pairs: Pair[] = [
    ...differences(DEFAULT_SELECTION, scope, vocabulary),
    ["split", split ?? ""],
    ["show", show === DEFAULT_SELECTION.show ? "" : show],
    ...(against ? differences(scope, against, vocabulary) : []).map(([key, value]): Pair => [AGAINST + key, value]),
  ];
  return pairs.flatMap((pair) => (pair[1] ? queryPair(pair) : [])).join("&");
}

/** The keys in which a canonical scope differs from another, with its own values. */
function differences(from: Scope<ComparedChoice>, to: Scope<ComparedChoice>, vocabulary: Vocabulary): Pair[] {
  const before = new Map(pairsOf(from, vocabulary));
  return pairsOf(to, vocabulary).filter(([key, value]) => before.get(key) !== value);
}

const pairsOf = ({ period, filters }: Scope<ComparedChoice>, { fiscalStart, dimensions }: Vocabulary): Pair[] => [
  ["period", isRelative(period) ? period : periodId(period, fiscalStart)],
  ...dimensions.map(({ id }): Pair => [id, joinMembers(filters[id] ?? [])]),
];

/**
 * Reads a query, with or without its `?`, into a canonical selection; what the vocabulary lacks is ignored, and reported once.
 * Members under a key given twice are united; of other keys the last that can be used counts. `otherKeys` are read by others; what apps
 * add to links is ignored without a word.
 */
export function parseSelection(
  query: string,
  vocabulary: Vocabulary,
  otherKeys: readonly string[] = [],
): { selection: Selection; ignored: Ignored[] } {
  const found: Found = { own: { filters: {} }, against: { filters: {} } };
  const pairs = [...new URLSearchParams(query)].filter(([key]) => !otherKeys.includes(key));
  const ignored = pairs.flatMap(([key, value]) => take(found, [key, value], vocabulary).map((unused) => ({ key, value: unused })));
  return { selection: canonical(selectionOf(found), vocabulary), ignored: distinct(ignored.filter(({ key }) => !isAddedKey(key))) };
}

interface FoundScope<P = PeriodChoice> {
  period?: P;
  filters: Record<string, readonly string[]>;
}

/** What a query was found to say so far. */
interface Found {
  own: FoundScope;
  against: FoundScope<ComparedChoice>;
  split?: string;
  show?: Selection["show"];
}

function selectionOf({ own, against, ...found }: Found): Selection {
  const scope = { ...DEFAULT_SELECTION, ...found, ...own };
  return { ...scope, against: { period: against.period ?? scope.period, filters: { ...own.filters, ...against.filters } } };
}

/** Notes what a key and its value say, and gives back the values that say nothing. */
function take(found: Found, [key, value]: Pair, vocabulary: Vocabulary): string[] {
  if (key.startsWith(AGAINST))
    return takeScope(found.against, [key.slice(AGAINST.length), value], { vocabulary, periodOf: readComparedPeriod });
  const show = SHOWS.find((known) => known === value);
  if (key === "show" && show) found.show = show;
  else if (key === "split" && vocabulary.dimensions.some(({ id }) => id === value)) found.split = value;
  else return takeScope(found.own, [key, value], { vocabulary, periodOf: readPeriod });
  return [];
}

interface ScopeReader<P> {
  vocabulary: Vocabulary;
  periodOf(text: string, vocabulary: Vocabulary): P | null;
}

function takeScope<P>(scope: FoundScope<P>, [key, value]: Pair, { vocabulary, periodOf }: ScopeReader<P>): string[] {
  const dimension = vocabulary.dimensions.find(({ id }) => id === key);
  if (dimension) return takeMembers(scope, value, dimension);
  const period = key === "period" ? periodOf(value, vocabulary) : null;
  if (!period) return [value];
  scope.period = period;
  return [];
}

/** A name left empty says nothing, and is no mistake. */
function takeMembers({ filters }: Pick<FoundScope, "filters">, value: string, { id, members }: Vocabulary["dimensions"][number]): string[] {
  const ids = members.map((member) => member.id);
  const names = splitMembers(value, ids);
  const known = names.filter((name) => ids.includes(name));
  if (known.length > 0) filters[id] = [...(filters[id] ?? []), ...known];
  return names.filter((name) => name !== "" && !ids.includes(name));
}

/** Null for what names no period that the data reach. */
function readPeriod(text: string, vocabulary: Vocabulary): PeriodChoice | null {
  const choice = RELATIVE_PERIODS.find((known) => known === text) ?? fixedPeriod(text, vocabulary);
  return choice && isReached(choice, vocabulary) ? choice : null;
}

const readComparedPeriod = (text: string, vocabulary: Vocabulary): ComparedChoice | null =>
  COMPARED_PERIODS.find((known) => known === text) ?? readPeriod(text, vocabulary);

function fixedPeriod(text: string, { fiscalStart }: Vocabulary): PeriodChoice | null {
  try {
    return parsePeriod(text, fiscalStart);
  } catch {
    return null;
  }
}

const distinct = (ignored: readonly Ignored[]) => [
  ...new Map(ignored.map((part) => [JSON.stringify([part.key, part.value]), part])).values(),
];
