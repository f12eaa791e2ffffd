import { figureFor } from "../../../site/all-kinds.ts";
import { slideTable, tableAsText } from "../blocks.ts";
import type { SlideMaker } from "../context.ts";

/** So many goals fit on a slide. */
const MOST = 12;

/** The goals of the period, and how they hang together. */
const goals: SlideMaker = ({ page }) => {
  const figure = page.site.topics.some(({ id }) => id === "goals") ? figureFor(page, "goal-tree") : null;
  if (!figure) return [];
  const table = figure.table();
  const rows = table.rows.slice(0, MOST);
  const caption = rows.length < table.rows.length ? page.words.review.others(page.count(rows.length), page.count(table.rows.length)) : "";
  return [
    {
      id: "goals",
      says: figure.sentence ?? figure.title,
      blocks: [slideTable({ ...table, caption, rows })],
      n: figure.n ?? "",
      systems: figure.systems,
      figure: figure.id,
      href: page.href(`goals/#${figure.id}`),
      notes: [...figure.notes, tableAsText(table)],
    },
  ];
};

export default goals;
