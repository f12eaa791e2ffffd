import { DataError, type Issue } from "../../src/core/errors.ts";
import { firstRowsOfCsv, layoutOfCsv } from "./csv.ts";
import { headOf, kindOf } from "./file-kind.ts";
import { type FileSettings, formatOf } from "./files.ts";
import { plainName, type RawRow } from "./header-row.ts";
import { firstRowsOfXlsx } from "./xlsx.ts";

/** A file whose headers are not what they should be, and the headers that were looked for. */
interface Misread {
  path: string;
  /** As `sources.yaml` names it. */
  file: string;
  settings: FileSettings;
  wanted: readonly string[];
}

/** What explains that headers are not found in a file: it is of another kind, or written otherwise than it is read. Null where nothing does. */
export async function misreading(misread: Misread): Promise<Issue | null> {
  const format = formatOf(misread.file);
  const ofKind = format === "xlsx" ? null : await ofOtherKind(misread, format);
  if (ofKind || format === "parquet") return ofKind;
  try {
    return (format === "csv" ? await writtenOtherwise(misread) : null) ?? (await headerElsewhere(misread, format));
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return null;
  }
}

async function ofOtherKind({ path, file }: Misread, format: "csv" | "parquet"): Promise<Issue | null> {
  const head = await headOf(path);
  if (head.length === 0) return null;
  const kind = kindOf(head) ?? (format === "parquet" && !head.includes(0) ? "text, such as CSV" : null);
  if (kind === null || (format === "parquet" && kind === "a Parquet file")) return null;
  const expected = format === "csv" ? "CSV" : "a sound Parquet file";
  const remedy = {
    zh: `重新导出为 ${format === "csv" ? "CSV" : "Parquet"}，或把文件名的结尾改成它本来的格式（.csv、.xlsx 或 .parquet）`,
    en: `export it again as ${format === "csv" ? "CSV" : "Parquet"}, or let its name end as what it is (.csv, .xlsx or .parquet)`,
  };
  return { file, found: kind, expected, remedy };
}

/** How many of the headers that are looked for a row has. */
function hitsOf(wanted: readonly string[]) {
  const names = new Set(wanted.map(plainName));
  return (row: RawRow | undefined): number => row?.cells.filter((cell) => names.has(plainName(cell))).length ?? 0;
}

/** The row that has the most of the headers that are looked for; undefined where none has any. */
function bestOf(rows: readonly RawRow[], wanted: readonly string[]): RawRow | undefined {
  const hits = hitsOf(wanted);
  return rows.filter((row) => hits(row) > 0).sort((a, b) => hits(b) - hits(a))[0];
}

/** The encoding or the delimiter that `sources.yaml` gives, where headers are found with the one that the file has. */
async function writtenOtherwise({ path, file, settings, wanted }: Misread): Promise<Issue | null> {
  const hits = hitsOf(wanted);
  const asSaid = await firstRowsOfCsv(path, settings).catch(() => []);
  for (const key of ["encoding", "delimiter"] as const) {
    if (settings[key] === "auto") continue;
    const freely = { ...settings, [key]: "auto" as const };
    if (hits(bestOf(await firstRowsOfCsv(path, freely), wanted)) <= hits(bestOf(asSaid, wanted))) continue;
    const right = JSON.stringify((await layoutOfCsv(path, freely))?.[key]);
    const found = `${key}: ${JSON.stringify(settings[key])} in sources.yaml`;
    const remedy = { zh: `写成 ${key}: ${right}，或删去这一行`, en: `write ${key}: ${right}, or leave it out` };
    return { file, column: key, found, expected: `the ${key} that the file has, ${right}`, remedy };
  }
  return null;
}

/** The row that has the headers, where another was taken. */
async function headerElsewhere({ path, file, settings, wanted }: Misread, format: "csv" | "xlsx"): Promise<Issue | null> {
  const sheets =
    format === "csv" ? [{ sheet: settings.sheet ?? "", rows: await firstRowsOfCsv(path, settings) }] : await firstRowsOfXlsx(path);
  const { rows } = sheets.find(({ sheet }) => sheet === settings.sheet) ?? sheets[0] ?? { rows: [] };
  const [hits, best, first] = [hitsOf(wanted), bestOf(rows, wanted), [settings.header_row].flat()[0]];
  const taken = first === undefined ? rows[0] : rows.find(({ line }) => line >= first);
  if (!best || best.line === taken?.line || hits(best) <= Math.max(1, hits(taken))) return null;
  const remedy = { zh: `写上 header_row: ${best.line}`, en: `write header_row: ${best.line}` };
  return {
    file,
    line: taken?.line,
    found: taken?.cells.join(", ") ?? "no row",
    expected: `the header, which is in row ${best.line}`,
    remedy,
  };
}
