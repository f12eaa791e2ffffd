import type { Exported } from "../calendar/exported.ts";
import { fewReachingInto } from "../calendar/reaching.ts";
import { yearFile } from "../read/table-file.ts";
import type { StagedTable } from "../stage/stage-all.ts";

/** What an analyst can do about a year, of whose files some are there. */
function nextStep(year: string, files: readonly string[]): string {
  const file = `reference/${yearFile("calendar", year)}`;
  return files.includes(file)
    ? `${file} is a draft: complete it from the State Council's notice and delete its column is_provisional`
    : `the State Council's notice is not known: npm run data -- --calendar ${year} writes a draft of ${file} to complete from it`;
}

/** The records that reach into a year where they are few, and so perhaps slips of the pen. */
function reaching(year: string, exported: readonly Exported[]): string[] {
  const few = fewReachingInto(exported, year, "ends");
  const places = few.map(({ file, line, column, found }) => `    ${file}:${line} ${column}: ${found}`);
  return few.length > 0
    ? [`  few records reach into it; if they are slips of the pen, say \`as_of\` in site.yaml: ${few.length}`, ...places]
    : [];
}

/** What the build says of years whose days off are not all known yet; nothing without any. */
export function remarksOnYears(years: readonly string[], tables: ReadonlyMap<string, StagedTable>): string[] {
  const files = tables.get("calendar_years")?.files.map(({ file }) => file) ?? [];
  const exported = [...tables.values()].filter(({ table }) => !table.isReference);
  return years.flatMap((year) => [
    `working days of ${year} are provisional: only days off by statute are taken off; figures that rest on them are marked 暂定 (provisional)`,
    `  ${nextStep(year, files)}`,
    ...reaching(year, exported),
  ]);
}
