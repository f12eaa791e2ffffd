import { ignoredNote } from "../filter-bar/ignored-words.ts";
import { selectionWords } from "../filter-bar/items.ts";
import type { Island } from "../island.ts";
import { isDefault } from "../reader.ts";
import { writeText } from "../write-text.ts";
import type { MetricFigure } from "./metric-figure.ts";

/** Where a figure is alone without a filter bar, names it after what it shows, and says on it what is selected, and what of its address is not known. */
export function sayEmbedded({ figure, onDraw }: MetricFigure, island: Island): void {
  const line = figure.querySelector(".embed-selection");
  if (!line) return;
  onDraw((data) => {
    if (data) figure.id = data.id;
  });
  const tellIgnored = ignoredNote({ element: figure, island, dimensions: [] });
  const update = () => {
    const { page, reader } = island;
    writeText(line, isDefault(reader) ? "" : page.words.bar.selected(selectionWords(page)));
    tellIgnored();
  };
  island.reader.onChange(update);
  update();
}
