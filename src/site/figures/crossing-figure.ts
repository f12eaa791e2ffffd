import { defineFigure } from "../kind.ts";
import { crossing } from "./crossing.ts";

/** A metric by two dimensions at once, as a matrix; null without cells. */
export default defineFigure({
  takes: ["metric", "down", "across"],
  needs: ({ metric }) => [metric],
  by: ({ down, across }) => [down, across],
  make: (page, { metric, down, across }) => crossing(page, page.view(metric), [down, across]),
});
