import { definePart, textPart } from "../kind.ts";
import { goalsTable, hiddenGoalsOf } from "../matrix/goals-table.ts";

/** The goals of the department that a page is about. */
export default {
  table: definePart({ needs: [], make: (page) => ({ table: goalsTable(page) }) }),
  /** How many of them are hidden. */
  hidden: definePart({ needs: [], make: (page) => textPart(hiddenGoalsOf(page)) }),
};
