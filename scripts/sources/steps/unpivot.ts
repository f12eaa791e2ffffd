import { z } from "zod";
import { plainName } from "../../read/header-row.ts";
import { starred } from "../../read/starred.ts";
import { changed, defineStep } from "../step.ts";

const setting = z.strictObject({
  /** Headers that each become a record; `*` stands for any text. */
  columns: z.array(z.string()).min(1),
  /** Column that takes the header. */
  name: z.string().min(1),
  /** Column that takes the cell. */
  value: z.string().min(1),
});

/** Turns columns into records: each cell becomes one that says its header and its value. A blank cell is set aside. */
export const unpivot = defineStep(setting, ({ columns, name, value }, { header, placeOf }) => {
  const places = columns.flatMap((column) => (column.includes("*") ? matching(column, header, placeOf) : [placeOf(column)]));
  const kept = [...header.keys()].filter((at) => !places.includes(at));
  return {
    header: [...kept.map((at) => header[at] as string), name, value],
    take: (entry) =>
      places.map((at) => {
        const cell = entry.fields[at] ?? "";
        const fields = [...kept.map((place) => entry.fields[place] ?? null), header[at] as string, cell];
        return changed(entry, cell.trim() === "" ? { fields, aside: "row" } : { fields });
      }),
  };
});

/** The places of headers that a pattern fits; the pattern itself is looked up when none does, so that it is named as missing. */
function matching(pattern: string, header: readonly string[], placeOf: (name: string) => number): number[] {
  const form = starred(plainName(pattern));
  const names = header.filter((name) => form.test(name));
  return names.length > 0 ? names.map(placeOf) : [placeOf(pattern)];
}
