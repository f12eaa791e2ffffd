import type { Entry } from "../read/entry.ts";
import { layoutOf, openFile } from "../read/files.ts";
import { fingerprintOf } from "../read/fingerprint.ts";
import type { Layout } from "../read/layout.ts";
import { type ColumnProfile, ColumnProfiler } from "./column-profile.ts";
import type { ExportFile } from "./find-exports.ts";
import { membersIn } from "./forms/json.ts";
import { type Notation, notationOf } from "./forms/numbers.ts";
import { Gaps } from "./gaps.ts";
import { readSettingsOf, type SheetSettings } from "./sheet-settings.ts";
import { totalIn } from "./totals.ts";

/** Rows of a sheet that are looked at. */
const LOOKED_AT = 1_000_000;

/** A sheet of a workbook, or a whole file of another kind, with what was found of it. */
export interface SheetProfile {
  file: ExportFile;
  layout: Layout;
  /** How it is read, as far as `sources.yaml` has to say so. */
  settings: SheetSettings & Partial<Notation>;
  /** Rows above its header. */
  above: number;
  /** Names of all sheets of its workbook that hold something; none where it is no workbook. */
  book: readonly string[];
  /** Rows that were looked at, totals left out. */
  rows: number;
  /** Rows that could not be read. */
  broken: number;
  /** Whether it has more rows than those that were looked at. */
  hasMore: boolean;
  /** Rows that hold a total: header → the word that says so. */
  totals: ReadonlyMap<string, ReadonlySet<string>>;
  /** Headers of columns whose blank cells mean the one above. */
  fillDown: readonly string[];
  /** Of each header that stands once, and of the members of each that holds JSON objects, as `Header.member`. */
  columns: readonly ColumnProfile[];
  /** Header of JSON objects → their members. */
  spread: Readonly<Record<string, readonly string[]>>;
  /** The only rows that were looked at, where these are a kind of records among others. */
  only: OnlyRows | null;
  /** Of the bytes of its file. */
  sha256: string;
}

/** Rows whose cell below a header holds one of some words. */
export interface OnlyRows {
  header: string;
  words: readonly string[];
  /** What stands there in rows that feed no table, with how often. */
  unused: ReadonlyMap<string, number>;
}

/** Reads a file, each sheet of a workbook by itself; sheets without a header, or without any row, are left out. Throws a DataError when it cannot be read. */
export async function profileFile(file: ExportFile): Promise<SheetProfile[]> {
  const { sha256 } = await fingerprintOf(file.path);
  const profiles: SheetProfile[] = [];
  for (const { settings, above, book } of await readSettingsOf(file.path)) {
    const layout = await layoutOf(file.path, { encoding: "auto", delimiter: "auto", fill_merged: false, ignore: "rest", ...settings });
    if (layout === null) continue;
    const profile = await profileSheet(file, layout, { settings, above, book, sha256, only: null });
    if (profile.rows + profile.broken > 0) profiles.push(profile);
  }
  return profiles;
}

/** The same sheet, of which only some rows are looked at. */
export const profileRows = ({ file, layout, settings, above, book, sha256 }: SheetProfile, only: OnlyRows): Promise<SheetProfile> =>
  profileSheet(file, layout, { settings, above, book, sha256, only });

/** The cells of each record of a sheet, as far as it is looked at; totals and broken rows are left out. */
export async function* recordsOf({ file, layout, only }: Pick<SheetProfile, "file" | "layout" | "only">): AsyncGenerator<Entry["fields"]> {
  const kindAt = layout.header.names.indexOf(only?.header ?? "");
  const isOwn = ({ fields, fault }: Entry) => !fault && !totalIn(fields) && (!only || only.words.includes(fields[kindAt]?.trim() ?? ""));
  const { batches } = await openFile(file.path, layout);
  let rows = 0;
  for await (const batch of batches) {
    const own = batch.filter(isOwn);
    yield* own.map(({ fields }) => fields);
    rows += own.length;
    if (rows >= LOOKED_AT) return;
  }
}

/** How `sources.yaml` names a sheet that is no export by itself. */
export const besideOf = ({ file, settings: { decimal: _, ...read } }: SheetProfile): string | { file: string } =>
  Object.keys(read).length > 0 ? { file: file.name, ...read } : file.name;

type Given = Pick<SheetProfile, "settings" | "above" | "book" | "sha256" | "only">;

async function profileSheet(file: ExportFile, layout: Layout, given: Given): Promise<SheetProfile> {
  const { names } = layout.header;
  const columns = names.map((name) => new ColumnProfiler(name));
  const totals = new Map<string, Set<string>>();
  const gaps = new Gaps(names.length);
  const kindAt = names.indexOf(given.only?.header ?? "");
  let rows = 0;
  let broken = 0;
  let hasMore = false;
  const add = ({ fields, fault }: Entry) => {
    if (fault) {
      broken += 1;
      return;
    }
    const total = totalIn(fields);
    if (total) {
      const header = names[total.place] ?? "";
      totals.set(header, (totals.get(header) ?? new Set()).add(total.word));
      return;
    }
    if (given.only && !given.only.words.includes(fields[kindAt]?.trim() ?? "")) return;
    rows += 1;
    gaps.add(fields);
    for (const [place, column] of columns.entries()) column.add(fields[place] ?? null);
  };
  const { batches } = await openFile(file.path, layout);
  for await (const batch of batches) {
    for (const entry of batch) add(entry);
    if (rows < LOOKED_AT) continue;
    hasMore = true;
    break;
  }
  const fillDown = gaps.places.flatMap((place) => names[place] || []);
  const own = columns
    .map(({ profile }) => (fillDown.includes(profile.header) ? withFilled(profile) : profile))
    .filter(({ header }) => isOnce(header, names));
  const notation = layout.format === "csv" ? notationOf(own) : {};
  const objects = own.map((column) => ({ header: column.header, members: membersIn(column) })).filter(({ members }) => members.length > 0);
  return {
    ...given,
    file,
    layout,
    settings: { ...given.settings, ...notation },
    rows,
    broken,
    hasMore,
    totals,
    fillDown,
    columns: [...own, ...objects.flatMap(({ members }) => members)],
    spread: Object.fromEntries(objects.map(({ header, members }) => [header, members.map((each) => each.header.slice(header.length + 1))])),
  };
}

/** A column once its blank cells mean the one above. */
const withFilled = (column: ColumnProfile): ColumnProfile => ({
  ...column,
  filled: column.rows,
  distinctness: (column.distinctness * column.filled) / column.rows,
});

const isOnce = (header: string, names: readonly string[]) => header !== "" && names.indexOf(header) === names.lastIndexOf(header);
