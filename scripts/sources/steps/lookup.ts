import { z } from "zod";
import { DataError } from "../../../src/core/errors.ts";
import { withoutFullWidth } from "../../read/full-width.ts";
import { besideFile, readTable } from "../read-table.ts";
import { changed, placeOfHeader, type Step } from "../step.ts";

const one = z.strictObject({
  /** Where to look, such as a list of sales people and their teams. */
  file: besideFile,
  /** Header of the export → the header of the file that holds the same. */
  key: z
    .record(z.string(), z.string())
    .refine((key) => Object.keys(key).length === 1, "expected one header of the export and one of the file"),
  /** Column → the header of the file whose value it takes. */
  columns: z.record(z.string(), z.string()),
});

type Lookup = z.infer<typeof one>;

/** Columns whose values stand in another file. Capitals, full-width signs and blanks around a key do not matter; what is not found is blank. */
export const lookup: Step<Lookup[]> = {
  setting: z.union([one.transform((given) => [given]), z.array(one).min(1)]),
  prepare: async (lookups, dataDir) => {
    const books = await Promise.all(lookups.map((given) => readBook(given, dataDir)));
    return ({ header, placeOf }) => {
      const found = books.map(({ by, values, width }) => ({
        at: placeOf(by),
        values,
        blank: Array.from<string>({ length: width }).fill(""),
      }));
      return {
        header: [...header, ...lookups.flatMap(({ columns }) => Object.keys(columns))],
        take: (entry) => {
          const added = found.flatMap(({ at, values, blank }) => values.get(keyOf(entry.fields[at] ?? "")) ?? blank);
          return [changed(entry, { fields: [...entry.fields, ...added] })];
        },
      };
    };
  },
};

const keyOf = (text: string) => withoutFullWidth(text).trim().toLowerCase();

/** What a file says, by key. Throws a DataError when it says two things of one key. */
async function readBook({ file: beside, key, columns }: Lookup, dataDir: string) {
  const { file, header, entries } = await readTable(dataDir, beside);
  const [[by, keyHeader]] = Object.entries(key) as [[string, string]];
  const keyAt = placeOfHeader(file, header, keyHeader);
  const places = Object.values(columns).map((name) => placeOfHeader(file, header, name));
  const values = new Map<string, readonly string[]>();
  for (const { line, fields } of entries) {
    const [word, taken] = [fields[keyAt] ?? "", places.map((at) => fields[at]?.trim() ?? "")];
    const before = values.get(keyOf(word));
    if (before !== undefined && before.join("\0") !== taken.join("\0")) {
      const found = `${word}: ${taken.join(", ")}, and above: ${before.join(", ")}`;
      throw new DataError(`${file} says two things of one key`, [{ file, line, column: keyHeader, found, expected: "each key once" }]);
    }
    values.set(keyOf(word), taken);
  }
  return { by, values, width: places.length };
}
