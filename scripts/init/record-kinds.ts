import { withBlanks } from "./blanks.ts";
import { type Knowledge, meaningOf } from "./knowledge.ts";
import { plainHeader } from "./plain-header.ts";
import { type Recognised, recognise } from "./recognise.ts";
import { type OnlyRows, profileRows, type SheetProfile } from "./sheet-profile.ts";

/** Kinds of records that a column distinguishes at most. */
const KINDS = 15;

/** A table, and the rows that are its records. */
interface Named {
  table: string;
  only: OnlyRows;
}

/**
 * What a sheet may be where a column says of each row what kind of record it is: a table for each kind that is known, with its rows alone
 * looked at. Empty where no column does, or where it distinguishes nothing but a table's own types.
 */
export async function recogniseKinds(sheet: SheetProfile, best: Recognised | undefined, knowledge: Knowledge): Promise<Recognised[]> {
  for (const { header, values } of sheet.columns.filter((column) => column.values.size > 1 && column.values.size <= KINDS)) {
    const named = namedBy(header, [...values.keys()], knowledge);
    const isOwn = [...(best?.columns.values() ?? [])].some((column) => column.header === header);
    if (named.length === 0 || (named.length === 1 && (named[0]?.table !== best?.table.id || isOwn))) continue;
    if (isProgress(header, knowledge)) continue;
    const found = (await Promise.all(named.map((each) => recogniseOnly(sheet, each, knowledge)))).filter((each) => each !== undefined);
    if (found.length === 0 || (found.length === 1 && areTypes(sheet, found[0] as Recognised))) continue;
    const used = found.flatMap(({ sheet: { only } }) => only?.words ?? []);
    const unused = new Map([...values].filter(([value]) => !used.includes(value)));
    return found.map((each) => ({ ...each, sheet: { ...each.sheet, only: { ...(each.sheet.only as OnlyRows), unused } } }));
  }
  return [];
}

/** Columns that say how far a record has come rather than what it is: a lead that is called an opportunity remains a lead. */
const PROGRESS = ["stage", "status"];

const isProgress = (header: string, knowledge: Knowledge) =>
  knowledge.tables.some((table) => PROGRESS.some((name) => table.columns[name] && meaningOf(header, table, name, knowledge) > 0));

/** Columns in which a table itself distinguishes what its records are. */
const TYPES = ["request_type", "kind"];

/** Of 1, how much less often the columns of a table are filled in rows of other kinds, which are no records of it. */
const LESS = 0.5;

/** Whether the other kinds are records of the table as well, of another type: it distinguishes types, and they are filled as its own. */
function areTypes(whole: SheetProfile, { sheet, table, columns }: Recognised): boolean {
  if (!TYPES.some((name) => table.columns[name])) return false;
  return [...columns.values()].every(({ profile }) => {
    const { filled = 0 } = whole.columns.find(({ header }) => header === profile.header) ?? {};
    return (filled - profile.filled) / (whole.rows - sheet.rows) >= (profile.filled / sheet.rows) * LESS;
  });
}

function namedBy(header: string, values: readonly string[], { words }: Knowledge): Named[] {
  return Object.entries(words.records).flatMap(([table, known]): Named[] => {
    const plain = known.map(plainHeader);
    const own = values.filter((value) => plain.includes(plainHeader(value)));
    return own.length > 0 && own.length < values.length ? [{ table, only: { header, words: own, unused: new Map() } }] : [];
  });
}

async function recogniseOnly(sheet: SheetProfile, { table, only }: Named, knowledge: Knowledge): Promise<Recognised | undefined> {
  return recognise(withBlanks(await profileRows(sheet, only), knowledge.words), knowledge).find((each) => each.table.id === table);
}
