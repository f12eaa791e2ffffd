import { yearFile } from "../read/table-file.ts";
import type { StagedTable } from "../stage/stage-all.ts";

/** What the build says of years whose days off are not all known yet; nothing without any. */
export function remarksOnYears(years: readonly string[], tables: ReadonlyMap<string, Pick<StagedTable, "files">>): string[] {
  const files = tables.get("calendar_years")?.files.map(({ file }) => file) ?? [];
  const remarkOn = (year: string) => {
    const file = `reference/${yearFile("calendar", year)}`;
    const next = files.includes(file)
      ? `${file} is a draft: complete it from the State Council's notice and delete its column is_provisional`
      : `the State Council's notice is not known: npm run data -- --calendar ${year} writes a draft of ${file} to complete from it`;
    return `  ${next}`;
  };
  return years.flatMap((year) => [
    `working days of ${year} are provisional: days off are those by statute, without those that are moved or made up for`,
    remarkOn(year),
  ]);
}
