import { z } from "zod";
import { changed, defineStep } from "../step.ts";

/** Header whose cells hold several values → what stands between them; each value becomes a record of its own. */
export const split = defineStep(z.record(z.string(), z.string().min(1)), (given, { header, placeOf }) => {
  const columns = Object.entries(given).map(([name, separator]) => ({ at: placeOf(name), separator }));
  return {
    header,
    take: (entry) =>
      columns.reduce(
        (entries, { at, separator }) =>
          entries.flatMap((each) =>
            partsOf(each.fields[at] ?? "", separator).map((part) => changed(each, { fields: each.fields.with(at, part) })),
          ),
        [entry],
      ),
  };
});

/** The values between separators that say anything; of a blank cell, the one blank. */
function partsOf(text: string, separator: string): string[] {
  const parts = text.split(separator).map((part) => part.trim());
  const some = parts.filter((part) => part !== "");
  return some.length > 0 ? some : [""];
}
