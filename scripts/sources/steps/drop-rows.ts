import { condition, holding, watching } from "../condition.ts";
import { changed, defineStep } from "../step.ts";

/** Rows that are no records, such as totals: they are counted as set aside. */
export const dropRows = defineStep(condition, (given, place) => {
  const isDropped = holding(given, place);
  const watch = watching(given, { ...place, setting: ["drop_rows"] });
  return {
    header: place.header,
    take: (entry) => {
      watch(entry.fields);
      return [isDropped(entry.fields) ? changed(entry, { aside: "row" }) : entry];
    },
  };
});
