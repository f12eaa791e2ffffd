import { goalsTable, hiddenGoalsOf } from "../goals-table.ts";
import { definePart } from "../kind.ts";
import { textPart } from "../live-part.ts";

/** The goals of the department that a page is about. */
export default {
  table: definePart({ needs: [], make: (page) => ({ table: goalsTable(page) }) }),
  /** How many of them are hidden. */
  hidden: definePart({ needs: [], make: (page) => textPart(hiddenGoalsOf(page)) }),
};
