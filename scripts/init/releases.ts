import { plainName } from "../read/header-row.ts";
import type { ColumnProfile } from "./column-profile.ts";
import type { Draft } from "./draft.ts";
import type { Knowledge } from "./knowledge.ts";
import { calledIn } from "./moments.ts";
import { plainHeader } from "./plain-header.ts";
import { doubt } from "./remark.ts";
import { besideOf, recordsOf, type SheetProfile } from "./sheet-profile.ts";
import { momentInSql, momentsMade, nameInSql, textInSql } from "./sql-text.ts";
import { strandedIn } from "./stranded.ts";

/** Of 1, how many cells of a column name versions where it is one of versions. */
const KNOWN = 0.8;

/** Several names in one cell. */
const BETWEEN = /\s*[,;，；、|]\s*/;

/** A list of versions, and where records name them. */
interface Releases {
  /** The column of the table that takes the day. */
  column: string;
  list: SheetProfile;
  version: ColumnProfile;
  day: ColumnProfile;
  /** The day in SQL. */
  at: string;
  /** That a version was released, rather than planned. */
  released: { header: string; words: string[] };
  /** Headers of the records that name versions, a repeated one with a number as `records` has it. */
  named: string[];
  /** Whether a cell may name several. */
  isSplit: boolean;
}

/** A list of versions among the sheets that feed nothing, from which records can take the day on which they came out; null where there is none. */
export async function findReleases(draft: Draft, sheets: readonly SheetProfile[], knowledge: Knowledge): Promise<Releases | null> {
  const column = knowledge.words.versions.of[draft.table.id];
  if (column === undefined || draft.columns.has(column)) return null;
  for (const list of sheets) {
    const found = await releasesIn(draft, list, knowledge);
    if (found) return { column, ...found };
  }
  return null;
}

/** Takes the day on which records came out, the earliest of their released versions, unless it means nothing without another column; the list that is used, or null. */
export function takeReleases(draft: Draft, found: Releases): SheetProfile | null {
  const { column, list, version, day, released } = found;
  if (strandedIn(draft.table, new Set([...draft.columns.keys(), column]))[0] === column) return null;
  draft.settings.with = { ...draft.settings.with, versions: besideOf(list) };
  draft.select.columns.push(`(${selectOf(found)}) as ${column}`);
  draft.columns.set(column, { header: column, profile: momentsMade(day), certainty: KNOWN });
  const words = released.words.join("、");
  draft.remarks.push(
    doubt(
      ["sql"],
      `${column} 是 ${list.file.name} 里“${released.header}”为 ${words} 的版本中最早的“${day.header}”;未发布的版本只是计划`,
      `${column} is the earliest ${day.header} in ${list.file.name} of the versions by ${version.header} whose ${released.header} is ${words}; others are plans`,
    ),
  );
  return list;
}

async function releasesIn(draft: Draft, list: SheetProfile, { words, systems }: Knowledge): Promise<Omit<Releases, "column"> | null> {
  const day = calledIn(list, words.versions.day, systems);
  const at = day ? momentInSql(day) : null;
  const released = releasedIn(list, words.versions);
  if (!day || at === null || !released) return null;
  for (const version of list.columns.filter(({ distinctness, values }) => distinctness === 1 && values.size > 1)) {
    const named = await namingIn(draft, version);
    if (named) return { list, version, day, at, released, ...named };
  }
  return null;
}

/** The column of a list that says whether a version was released, and by which words. */
function releasedIn({ columns }: SheetProfile, { released }: Knowledge["words"]["versions"]): Releases["released"] | null {
  const plain = released.map(plainHeader);
  for (const { header, values } of columns) {
    const words = [...values.keys()].filter((value) => plain.includes(plainHeader(value)));
    // a flag says yes of many things
    const isFlag = words.every((word) => /^(?:true|yes|y|1|是)$/i.test(word));
    if (words.length > 0 && (!isFlag || plain.includes(plainHeader(header)))) return { header, words };
  }
  return null;
}

/** The headers of the records whose cells name versions; null where none has. A header may be there several times, each with one version. */
async function namingIn({ form, sheet }: Draft, version: ColumnProfile): Promise<Pick<Releases, "named" | "isSplit"> | null> {
  const known = new Set([...version.values.keys()].map(plainHeader));
  const { names } = sheet.layout.header;
  const counts = names.map(() => ({ filled: 0, whole: 0, split: 0 }));
  for (const own of form.sheets)
    for await (const fields of recordsOf({ ...own, only: sheet.only }))
      for (const [place, count] of counts.entries()) {
        const cell = fields[place]?.trim() ?? "";
        if (cell === "") continue;
        const isWhole = known.has(plainHeader(cell));
        count.filled += 1;
        count.whole += Number(isWhole);
        count.split += Number(isWhole || cell.split(BETWEEN).every((part) => known.has(plainHeader(part))));
      }
  const places = names.flatMap((_, place) => {
    const { filled = 0, split = 0 } = counts[place] ?? {};
    return filled > 0 && split >= filled * KNOWN ? [place] : [];
  });
  if (places.length === 0) return null;
  const isSplit = places.some((place) => (counts[place]?.split ?? 0) > (counts[place]?.whole ?? 0));
  return { named: places.map((place) => numberedName(names, place)), isSplit };
}

/** A header as `records` calls it: one that repeats has a number. */
function numberedName(names: readonly string[], place: number): string {
  const name = plainName(names[place] ?? "");
  const before = names.slice(0, place).filter((each) => plainName(each) === name).length;
  return before === 0 ? name : `${name} ${before + 1}`;
}

function selectOf({ version, at, released, named, isSplit }: Releases): string {
  const cells = named.map((name) => `records.${nameInSql(name)}`);
  const own = nameInSql(version.header);
  const isNamed = isSplit
    ? `list_contains(string_split_regex(concat_ws(',', ${cells.join(", ")}), '\\s*[,;，；、|]\\s*'), trim(${own}))`
    : `${own} in (${cells.join(", ")})`;
  const isOut = `${nameInSql(released.header)} in (${released.words.map(textInSql).join(", ")})`;
  return `select min(${at}) from versions where ${isOut} and ${isNamed}`;
}
