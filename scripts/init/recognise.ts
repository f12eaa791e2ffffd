import type { Column } from "../../src/core/columns.ts";
import type { Table } from "../../src/core/contract.ts";
import { withAnswers } from "./answers.ts";
import type { ColumnProfile } from "./column-profile.ts";
import { withDays } from "./day-columns.ts";
import { dayFirstOf } from "./forms/dates.ts";
import { fitOf } from "./forms/fit.ts";
import { numbersOf } from "./forms/numbers.ts";
import { isAside, type Knowledge, meaningOf, specificityOf } from "./knowledge.ts";
import { type Known, knownOf } from "./known-export.ts";
import { plainHeader } from "./plain-header.ts";
import type { SheetProfile } from "./sheet-profile.ts";
import { saidOf, type Told } from "./values.ts";
import { withWeek } from "./week-columns.ts";

/** A header that holds a column of a table. */
export interface FoundColumn {
  header: string;
  profile: ColumnProfile;
  /** Of 1, how sure that is: by its header and by its values. */
  certainty: number;
}

/** What a sheet may be. */
export interface Recognised {
  sheet: SheetProfile;
  table: Table;
  /** The system that is known to write such a file; null where headers and values alone say what it is. */
  known: Known | null;
  columns: ReadonlyMap<string, FoundColumn>;
  /** Required columns that it does not have. */
  missing: readonly string[];
  /** Of 1, how well it fits. */
  score: number;
}

/** Fit below which a header does not hold a column, whatever it is called. */
const LEAST_FIT = 0.5;

/** Score below which a sheet feeds no table. */
const LEAST_SCORE = 0.35;

/** Of 1, how sure it is that a header holds a column that it is not called after. */
const STANDS_IN = 0.7;

/** Certainty of a header that holds a word for a column only within it. */
const WEAK = 0.5;

/** Values that a column of fixed ones has at most. */
const CHOICES = 40;

/** By how much being the known export of a system counts. */
const KNOWN = 0.25;

/** A sheet as it is once each answer, and each cell below a day, is a record. */
export const asRecords = <S extends Pick<SheetProfile, "columns">>(sheet: S, { words }: Pick<Knowledge, "words">): S =>
  withWeek(withDays(withAnswers(sheet, words)), words);

/** The tables that a sheet may feed, the best first. */
export function recognise(given: SheetProfile, knowledge: Knowledge): Recognised[] {
  const sheet = asRecords(given, knowledge);
  const exported = knowledge.tables.filter(({ id, isReference }) => !isReference && !knowledge.words.beside.includes(id));
  const evaluated = exported.map((table) => evaluate(sheet, table, knowledge)).sort((a, b) => b.score - a.score);
  const found = evaluated.filter((each) => each.score >= LEAST_SCORE && hasCore(each, knowledge));
  return found.length > 0 ? found : evaluated.flatMap((each) => asNumbered(each, knowledge) ?? []);
}

/**
 * Whether a sheet has what makes records of a table: the first part of their key, a day where the table has one, and one more column, or a
 * key that is called as in no other table.
 */
function hasCore({ table, columns }: Recognised, knowledge: Knowledge): boolean {
  const [id] = table.key;
  const core = [id, table.time === id ? undefined : timeOf(table)].filter((name) => name !== undefined);
  const isOwn = specificityOf(columns.get(id ?? "")?.header ?? "", knowledge) === 1;
  const certainty = core.reduce((sum, name) => sum + (columns.get(name)?.certainty ?? 0), 0) / Math.max(core.length, 1);
  return core.every((name) => columns.has(name)) && certainty > WEAK && (columns.size > core.length || isOwn);
}

/** Score from which a sheet without ids is taken for a table whose records may have none, and columns that it has at least. */
const [SURE, COLUMNS] = [0.55, 3];

/** A sheet each of whose rows is a record, though it has no number; null where it is not sure what it is, or its table has numbers always. */
function asNumbered(found: Recognised, { words }: Knowledge): Recognised | null {
  const { table, sheet, columns, missing, score } = found;
  const [id = ""] = table.key;
  const isOne = words.numbered.includes(table.id) && !columns.has(id) && columns.has(timeOf(table) ?? "");
  if (!isOne || score < SURE || columns.size < COLUMNS) return null;
  const profile = { header: id, rows: sheet.rows, filled: sheet.rows, values: new Map(), blanks: new Map(), distinctness: 1 };
  const numbered = new Map([...columns, [id, { header: id, profile, certainty: 1 }]]);
  return { ...found, columns: numbered, missing: missing.filter((name) => name !== id) };
}

/** The column that says when a record happened, or when it began, where the former may be missing. */
export function timeOf({ time, columns }: Table): string | undefined {
  if (time === undefined || columns[time]?.required) return time;
  return Object.keys(columns).find((name) => columns[name]?.required && ["date", "timestamp"].includes(columns[name]?.kind ?? "")) ?? time;
}

/** How well a sheet fits a table, however badly that may be. */
export function evaluate(sheet: SheetProfile, table: Table, knowledge: Knowledge): Recognised {
  const known = knownOf(sheet, table, knowledge.systems);
  const pairs = pairsOf(sheet, table, known, knowledge).sort((a, b) => b.certainty - a.certainty);
  const columns = new Map<string, FoundColumn>();
  for (const pair of pairs) {
    const isTaken = [...columns.values()].some(({ header }) => header === pair.header);
    if (!isTaken && !columns.has(pair.column)) columns.set(pair.column, pair);
  }
  for (const name of Object.keys(table.columns).filter((each) => !columns.has(each))) {
    const profile = heldOtherwise(name, { sheet, table, known, columns }, knowledge);
    if (profile) columns.set(name, { header: profile.header, profile, certainty: STANDS_IN });
  }
  const required = Object.keys(table.columns).filter((name) => table.columns[name]?.required);
  const missing = required.filter((name) => !columns.has(name));
  return { sheet, table, known, columns, missing, score: scoreOf({ sheet, table, known, columns, required }, knowledge) };
}

type Pair = FoundColumn & { column: string };

function pairsOf(sheet: SheetProfile, table: Table, known: Known | null, knowledge: Knowledge): Pair[] {
  const given = { readNumber: numbersOf(sheet.settings), isDayFirst: dayFirstOf(sheet.columns) };
  return sheet.columns.flatMap((profile) =>
    Object.entries(table.columns).flatMap(([column, contract]): Pair[] => {
      const meaning = meaningIn(profile.header, table, column, known, knowledge);
      if (meaning === 0) return [];
      const fit = profile.filled === 0 ? 0 : fitOf(contract, { ...given, column: profile });
      return fit < LEAST_FIT ? [] : [{ column, header: profile.header, profile, certainty: meaning * fit }];
    }),
  );
}

/** Of 1, how sure it is that a header means a column: by what is known of the system, else by what headers usually mean. */
function meaningIn(header: string, table: Table, column: string, known: Known | null, knowledge: Knowledge): number {
  if (known) {
    const { columns, ignore, never } = known.export;
    const plain = plainHeader(header);
    const at = columns[column]?.findIndex((name) => plainHeader(name) === plain) ?? -1;
    if (at !== -1) return 1 - at / 100;
    if ([...Object.values(columns).flat(), ...ignore, ...never].some((name) => plainHeader(name) === plain)) return 0;
  }
  return meaningOf(header, table, column, knowledge);
}

/** What holds a column that no header is called after: a header that stands in for it, or one whose values say so. */
function heldOtherwise(
  name: string,
  recognised: Pick<Recognised, "sheet" | "table" | "known" | "columns">,
  knowledge: Knowledge,
): ColumnProfile | undefined {
  const { sheet, table, known, columns } = recognised;
  const { words } = knowledge;
  const column = table.columns[name] as Column;
  const isCalled = (profile: ColumnProfile, other: string) =>
    profile.filled > 0 && meaningOf(profile.header, table, other, knowledge) > WEAK;
  for (const other of words.stand_ins[table.id]?.[name] ?? []) {
    const found = sheet.columns.find((profile) => isCalled(profile, other));
    if (found) return found;
  }
  if (column.kind !== "choice") return undefined;
  const said = (profile: ColumnProfile, told: Told) =>
    [...profile.values.keys()].map((value) => saidOf(value, { table, name, column }, told));
  // as where the stage of a deal says whether it is won
  const few = [...columns].filter(([other]) => isOfFewValues(table.columns[other] as Column)).map(([, { profile }]) => profile);
  const isTold = Object.hasOwn(words.values[table.id] ?? {}, name);
  const sharing = isTold ? few.find((profile) => said(profile, { words, known }).some(Boolean)) : undefined;
  const own: Told = { words: { ...words, values: {} }, known: null };
  return (
    sharing ??
    sheet.columns.find((profile) => profile.values.size > 1 && profile.values.size <= CHOICES && said(profile, own).every(Boolean))
  );
}

const isOfFewValues = ({ kind }: Column) => kind === "choice" || kind === "reference" || kind === "text";

/** Of 1, how different the ids of records are at least, and how much less likely a table is whose ids repeat. */
const [OWN_IDS, REPEATED] = [0.6, 0.75];

/** Whether ids stand several times, though a table has one record of each, and no events or lines of it. */
function repeatsIds({ id, key }: Table, columns: ReadonlyMap<string, FoundColumn>, { words }: Knowledge): boolean {
  const ids = columns.get(key[0] ?? "");
  return key.length === 1 && !Object.hasOwn(words.moments, id) && ids !== undefined && ids.profile.distinctness < OWN_IDS;
}

type Scored = Pick<Recognised, "sheet" | "table" | "known" | "columns"> & { required: readonly string[] };

function scoreOf({ sheet, table, known, columns, required }: Scored, knowledge: Knowledge): number {
  const [id] = table.key;
  const core = [...new Set([...required, ...(id ? [id] : []), ...(table.time ? [table.time] : [])])];
  const weight = ({ header, certainty }: FoundColumn) => certainty * specificityOf(header, knowledge);
  const sum = (found: Iterable<FoundColumn | undefined>) => [...found].reduce((total, each) => total + (each ? weight(each) : 0), 0);
  const need = core.reduce((total, name) => total + (columns.get(name)?.certainty ?? 0), 0) / core.length;
  const talking = sheet.columns.filter(({ header, filled }) => filled > 0 && !isAside(header, knowledge.synonyms));
  const said = sum(columns.values()) / Math.max(3, talking.length);
  const score = Math.min(1, 0.5 * need + 0.5 * Math.min(1, said * 1.5) + (known ? KNOWN : 0));
  return repeatsIds(table, columns, knowledge) ? score * REPEATED : score;
}
