import { z } from "zod";
import { DataError } from "../../../src/core/errors.ts";
import type { Unfound } from "../../read/entry.ts";
import { withoutFullWidth } from "../../read/full-width.ts";
import { plainName } from "../../read/header-row.ts";
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

/** Columns whose values stand in another file. Capitals, full-width signs and blanks around a key do not matter; what is not found is blank, and noted. */
export const lookup: Step<Lookup[]> = {
  setting: z.union([one.transform((given) => [given]), z.array(one).min(1)]),
  prepare: async (lookups, { dataDir, missing }) => {
    const books = await Promise.all(lookups.map((given) => readBook(given, dataDir)));
    const isNothing = (word: string) => word === "" || missing.some((each) => each.trim() === word);
    return ({ header, placeOf }) => {
      const placed = books.map((book) => ({ ...book, at: placeOf(book.by) }));
      return {
        header: [...header, ...lookups.flatMap(({ columns }) => Object.keys(columns))],
        take: (entry) => {
          const unfound: Unfound[] = [...(entry.unfound ?? [])];
          const added = placed.flatMap(({ at, values, missed }) => {
            const word = entry.fields[at]?.trim() ?? "";
            const known = values.get(keyOf(word));
            if (!known && !isNothing(word)) unfound.push({ found: word, ...missed });
            return known?.taken ?? missed.blank.map(() => "");
          });
          return [changed(entry, { fields: [...entry.fields, ...added], ...(unfound.length > 0 && { unfound }) })];
        },
      };
    };
  },
};

const keyOf = (text: string) => withoutFullWidth(text).trim().toLowerCase();

/** What stands in a line of the other file. */
interface Known {
  line: number;
  taken: readonly string[];
}

/** What a file says, by key, and what is said of a word that it does not have. Throws a DataError when it says two things of one key. */
async function readBook({ file: beside, key, columns }: Lookup, dataDir: string) {
  const { file, header, entries } = await readTable(dataDir, beside);
  const [[by, keyHeader]] = Object.entries(key) as [[string, string]];
  const keyAt = placeOfHeader(file, header, keyHeader);
  const places = Object.values(columns).map((name) => placeOfHeader(file, header, name));
  const values = new Map<string, Known>();
  for (const { line, fields } of entries) {
    const [word, taken] = [fields[keyAt] ?? "", places.map((at) => fields[at]?.trim() ?? "")];
    const before = values.get(keyOf(word));
    if (before && before.taken.join("\0") !== taken.join("\0")) {
      const found = `${word}: ${taken.join(", ")}, and in line ${before.line}: ${before.taken.join(", ")}`;
      throw new DataError(`同一个键有两种说法 · ${file} says two things of one key`, [
        { file, line, column: keyHeader, found, expected: "each key once" },
      ]);
    }
    values.set(keyOf(word), before ?? { line, taken });
  }
  const reason: Unfound["reason"] = { code: "looked-up", file, column: plainName(keyHeader) };
  return { by, values, missed: { header: plainName(by), blank: Object.keys(columns), reason } };
}
