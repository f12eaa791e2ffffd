import { slideTable, tableAsText } from "../blocks.ts";
import type { SlideMaker } from "../context.ts";

/** So many figures fit on a slide. */
const MOST = 12;

/** Published figures that have changed since, the gravest first as they are given. */
const restated: SlideMaker = ({ page, restated: table }) =>
  table.rows.length > 0
    ? [
        {
          id: "restated",
          says: page.words.review.restated,
          blocks: [slideTable({ ...table, rows: table.rows.slice(0, MOST) })],
          href: page.href("metrics/"),
          notes: [tableAsText(table)],
        },
      ]
    : [];

export default restated;
