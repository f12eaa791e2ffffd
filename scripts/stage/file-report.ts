import { isWholeInParts } from "../../src/core/amounts.ts";
import { type Outcomes, recordsOf } from "../../src/core/outcomes.ts";
import type { Rhythm } from "../../src/core/rhythms.ts";
import type { Text } from "../../src/core/text.ts";
import type { Layout } from "../read/layout.ts";
import type { EntryPlace } from "../sources/entry-place.ts";
import type { SoughtWords } from "../sources/word-counts.ts";
import { type Feed, partAt, sourceAt } from "./feed.ts";
import type { Drop, Outlived } from "./record-stager.ts";
import { type CountedReason, Reasons } from "./rejects.ts";
import type { SheetPlace } from "./sheet-place.ts";
import type { Span } from "./span.ts";
import type { FileResult } from "./stage-file.ts";
import type { StagedRows } from "./staged-rows.ts";
import type { CountedUnfound } from "./unfound.ts";

/** What the build says of the records of a file, and the site does not. */
export interface Remarked {
  /** Records in force of older files, whose newer state in this one was rejected. */
  outlived: number;
  /** Amounts that have more decimals than staging holds. */
  rounded: number;
  /** What lookups did not find. */
  unfound: CountedUnfound[];
  /** What stands where settings of an entry of `sources.yaml` look for words. */
  sought: (SoughtWords & { entry: EntryPlace["path"] })[];
}

/** What a file is, and what became of its records. */
export interface FileReport extends Outcomes {
  table: string;
  /** What messages call it: its path relative to the data folder, with the sheet where the table takes several of it. */
  file: string;
  /** Relative to the data folder. */
  path: string;
  system: Text;
  rhythm: Rhythm;
  format: Layout["format"];
  /** Where it stands in a workbook; null where the file is none. */
  sheet: SheetPlace | null;
  /** Null for Parquet. */
  encoding: string | null;
  bytes: number;
  sha256: string;
  read: number;
  /** Why records were rejected, the most frequent first. */
  reasons: CountedReason[];
  /** Why single values of accepted records were dropped, the most frequent first. */
  dropped: CountedReason[];
  remarked: Remarked;
  /** When the accepted records happened. */
  span: Span;
  seconds: number;
}

interface Context {
  feed: Feed;
  rows: StagedRows;
  drops: readonly Drop[];
  outlived: readonly Outlived[];
  /** When the records of each file happened. */
  spans: readonly Span[];
}

/** Reports on the part at a place of a feed, once all are read. Throws when a record is not accounted for. */
export function reportOn(place: number, { outcomes, unfound, sought, ...result }: FileResult, context: Context): FileReport {
  const { feed, rows } = context;
  const settled = settle(result, outcomes, { left: [...rows.of(place)].length, aside: rows.asideOf(place) });
  const { file: path, layout, sheet } = partAt(feed, place);
  const {
    system,
    rhythm,
    place: { path: entry },
  } = sourceAt(feed, place);
  return {
    table: feed.table.id,
    path,
    system,
    rhythm,
    format: layout.format,
    sheet,
    encoding: layout.format === "csv" ? layout.encoding : null,
    ...result,
    ...settled,
    dropped: droppedOf(place, context),
    remarked: {
      outlived: outlivedIn(place, context),
      rounded: roundedIn(place, context),
      unfound,
      sought: sought.map((each) => ({ ...each, entry })),
    },
    span: context.spans[place] as Span,
  };
}

/** The rows of a file at the end. */
interface Rows {
  /** How many are staged. */
  left: number;
  aside: ReturnType<StagedRows["asideOf"]>;
}

/** What finally became of the records of a file. */
function settle({ file, read }: Pick<FileResult, "file" | "read">, outcomes: Outcomes, { left, aside }: Rows): Outcomes {
  const settled = {
    ...outcomes,
    accepted: left,
    set_aside: outcomes.set_aside - aside.replaced,
    replaced: outcomes.replaced + outcomes.accepted - left + aside.replaced,
  };
  if (recordsOf(settled) !== read || settled.replaced < 0) throw new Error(`${file}: ${JSON.stringify(settled)} is not ${read} read`);
  return settled;
}

function outlivedIn(place: number, { rows, outlived }: Context): number {
  const inForce = outlived.filter(({ file, row }) => file === place && rows.fileOf(row) < place && rows.isLeft(row));
  return new Set(inForce.map(({ row }) => row)).size;
}

function roundedIn(place: number, { feed, rows }: Context): number {
  const amounts = Object.values(feed.table.columns).flatMap(({ kind }, column) => (kind === "amount" ? [column] : []));
  let rounded = 0;
  for (const row of amounts.length > 0 ? rows.of(place) : []) {
    for (const column of amounts) if (!isWholeInParts(Number(rows.at(row, column) ?? 0))) rounded += 1;
  }
  return rounded;
}

function droppedOf(place: number, { rows, drops }: Context): CountedReason[] {
  const reasons = new Reasons();
  for (const { row, ...drop } of drops) {
    if (rows.isLeft(row) && rows.fileOf(row) === place) reasons.add(drop);
  }
  return reasons.list();
}
