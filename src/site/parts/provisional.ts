import { definePart, textPart } from "../kind.ts";
import { provisionalNoteOn } from "../say/provisional.ts";
import { metricOf } from "../site.ts";

/** What a page says of values that rest on days off which are not known yet. */
export default {
  /** What the mark means, where some metrics, whose ids are joined by commas, have it; else empty. It needs no cubes. */
  note: definePart({
    takes: ["metrics"],
    needs: [],
    make: (page, { metrics }) =>
      textPart(
        provisionalNoteOn(
          page,
          metrics.split(",").map((id) => metricOf(page.site, id)),
        ),
      ),
  }),
};
