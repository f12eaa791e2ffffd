import { condition, holding } from "../condition.ts";
import { changed, defineStep } from "../step.ts";

/** Records that count; all others are set aside, and each still takes the place of an older one of its key. */
export const where = defineStep(condition, (given, place) => {
  const counts = holding(given, place);
  return {
    header: place.header,
    take: (entry) => [counts(entry.fields) ? entry : changed(entry, { aside: "record" })],
  };
});
