import type { Table } from "../../src/core/contract.ts";
import type { Text } from "../../src/core/text.ts";
import type { Overlap } from "../sources/repeats.ts";
import type { Asker } from "./asker.ts";
import type { FileForm } from "./forms-of-files.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Known } from "./known-export.ts";
import type { FoundColumn } from "./recognise.ts";
import type { Remark } from "./remark.ts";
import type { Rosters } from "./rosters.ts";
import type { SheetProfile } from "./sheet-profile.ts";

/** Columns whose values stand in another file. */
export interface LookupSettings {
  file: string | { file: string };
  /** Header of the export → the header of the file that holds the same. */
  key: Record<string, string>;
  /** Column → the header of the file whose value it takes. */
  columns: Record<string, string>;
}

/** What `sources.yaml` says of a table, as plain data in the order in which it is written: only what it has to say. */
export interface EntrySettings {
  files: string | string[];
  system: string | Text;
  rhythm: string;
  sheet?: string | string[];
  sheet_column?: string;
  header_row?: number | [number, number];
  fill_merged?: true;
  encoding?: string;
  decimal?: ",";
  drop_rows?: Record<string, string[]>[];
  fill_down?: readonly string[];
  where?: Record<string, string[] | { not: string[] }>;
  prefix?: Record<string, string>;
  overlap?: Overlap;
  spread?: Record<string, string[]>;
  unpivot?: ({ columns: string[] } | { days_of: string }) & { name: string; value: string };
  constant?: Record<string, string>;
  lookup?: LookupSettings | LookupSettings[];
  with?: Record<string, string | { file: string }>;
  sql?: string;
  events?: { key: string; time: string; form?: string; columns: Record<string, object> };
  columns?: Record<string, string>;
  ignore?: "rest";
  dates?: Record<string, string[]>;
  scale?: Record<string, number>;
  values?: Record<string, Record<string, string>>;
  missing?: string[];
}

/** Parts of the SELECT that makes the records of a table, where one has to. */
export interface SelectParts {
  /** Expressions with their names, beside all columns of the files. */
  columns: string[];
  /** A join to another file, which is called `history`. */
  join: string | null;
  /** What stands in the place of `records`, where that is not enough. */
  from: string | null;
  /** Which records count. */
  where: string | null;
  /** Which of several records counts. */
  qualify: string | null;
}

/** An entry of `sources.yaml` that is being made. */
export interface Draft {
  table: Table;
  form: FileForm;
  /** What was looked at, which may be some of the rows. */
  sheet: SheetProfile;
  known: Known | null;
  /** Column of the table → what holds it. */
  columns: Map<string, FoundColumn>;
  score: number;
  settings: EntrySettings;
  select: SelectParts;
  /** Whether it is made of the files of another table, whose records repeat it. */
  isDerived: boolean;
  /** How many sources of the table `sources.yaml` has before it. */
  after: number;
  remarks: Remark[];
}

/** What the making of entries rests on. */
export interface Making {
  knowledge: Knowledge;
  rosters: Rosters;
  asker: Asker;
}

/** Adds to an entry what one kind of settings has to say. */
export type Aspect = (draft: Draft, making: Making) => void | Promise<void>;

/** A SELECT that changes nothing. */
export const noSelect = (): SelectParts => ({ columns: [], join: null, from: null, where: null, qualify: null });

/** Required columns that nothing holds. */
export const lackingIn = ({ table, columns }: Pick<Draft, "table" | "columns">): string[] =>
  Object.keys(table.columns).filter((name) => table.columns[name]?.required && !columns.has(name));

/** Leaves records out whose cell below a header holds one of some words. */
export function setAside({ settings }: Pick<Draft, "settings">, header: string, words: readonly string[]): void {
  const before = settings.where?.[header];
  const not = [...(before && "not" in before ? before.not : []), ...words];
  settings.where = { ...settings.where, [header]: { not } };
}
