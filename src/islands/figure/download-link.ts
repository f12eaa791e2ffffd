import type { Island } from "../island.ts";
import { writeText } from "../write-text.ts";
import type { MetricFigure } from "./metric-figure.ts";
import { take } from "./take.ts";

/** Makes the link below a figure's table give the rows that the table shows; without script it gives all numbers of the metric. */
export function downloadLink(figure: MetricFigure, island: Island): void {
  const link = figure.figure.querySelector("details.figure-numbers a[download]");
  if (!link) return;
  const { menu, csvShown } = island.page.words;
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  writeText(link, csvShown);
  link.after(" ", said);
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    try {
      writeText(said, menu.saved(await take(figure, island, "csv")));
    } catch (error) {
      writeText(said, menu.failed(error instanceof Error ? error.message : String(error)));
    }
  });
}
