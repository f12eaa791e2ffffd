import { condition, holding, watching } from "../condition.ts";
import { changed, defineStep } from "../step.ts";

/** Records that count; all others are set aside, and each still takes the place of an older one of its key. */
export const where = defineStep(condition, (given, place) => {
  const counts = holding(given, place);
  const watch = watching(given, { ...place, setting: ["where"] });
  return {
    header: place.header,
    take: (entry) => {
      watch(entry.fields);
      return [counts(entry.fields) ? entry : changed(entry, { aside: "record" })];
    },
  };
});
