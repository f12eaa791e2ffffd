import { DataError, type Issue } from "../../src/core/errors.ts";
import { firstRowsOfCsv, layoutOfCsv } from "./csv.ts";
import { type FileSettings, formatOf } from "./files.ts";
import { plainName, type RawRow } from "./header-row.ts";
import { starred } from "./starred.ts";
import { firstRowsOfXlsx } from "./xlsx.ts";

/** A file whose headers are not what they should be, and the headers that were looked for. */
interface Misread {
  path: string;
  /** As `sources.yaml` names it. */
  file: string;
  settings: FileSettings;
  wanted: readonly string[];
}

/** What explains that headers are not found in a file: it is written otherwise than it is read, or its header is in another row. Null where nothing does. */
export async function misreading(misread: Misread): Promise<Issue | null> {
  const format = formatOf(misread.file);
  if (format === "parquet") return null;
  try {
    return (format === "csv" ? await writtenOtherwise(misread) : null) ?? (await headerElsewhere(misread, format));
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return null;
  }
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
    const said = `${key}: ${JSON.stringify(settings[key])}`;
    const found = { zh: `sources.yaml 里的 ${said}`, en: `${said} in sources.yaml` };
    const remedy = { zh: `写成 ${key}: ${right}，或删去这一行`, en: `write ${key}: ${right}, or leave it out` };
    return {
      file,
      column: key,
      found,
      expected: { zh: `文件本身的 ${key}：${right}`, en: `the ${key} that the file has, ${right}` },
      remedy,
    };
  }
  return null;
}

/** The row that has the headers, where another was taken. */
async function headerElsewhere({ path, file, settings, wanted }: Misread, format: "csv" | "xlsx"): Promise<Issue | null> {
  const [name = ""] = [settings.sheet ?? []].flat();
  const sheets = format === "csv" ? [{ sheet: name, rows: await firstRowsOfCsv(path, settings) }] : await firstRowsOfXlsx(path);
  const { rows } = sheets.find(({ sheet }) => sheet === name) ??
    sheets.find(({ sheet }) => starred(name).test(sheet)) ??
    sheets[0] ?? { rows: [] };
  const [hits, best, first] = [hitsOf(wanted), bestOf(rows, wanted), [settings.header_row].flat()[0]];
  const taken = first === undefined ? rows[0] : rows.find(({ line }) => line >= first);
  if (!best || best.line === taken?.line || hits(best) <= Math.max(1, hits(taken))) return null;
  const remedy = { zh: `写上 header_row: ${best.line}`, en: `write header_row: ${best.line}` };
  return {
    file,
    line: taken?.line,
    found: taken?.cells.join(", ") ?? "no row",
    expected: { zh: `表头，在第 ${best.line} 行`, en: `the header, which is in row ${best.line}` },
    remedy,
  };
}
