import { numeral, type TableData } from "../../../site/say/table.ts";
import { exportsTable, freshnessSummary, readingSummary, rejectsTable } from "../../data-report.ts";
import { slideTable, tableAsText } from "../blocks.ts";
import type { SlideMaker } from "../context.ts";

/** So many reasons fit on a slide. */
const MOST = 9;

/** Appendix: how fresh and complete the exports are, and why records were not taken. */
const dataQuality: SlideMaker = ({ page, reports, config }) => {
  const rejects = rejectsTable(page, reports);
  const rows = rejects.rows.slice(0, MOST);
  const { rows: files, ...exports } = exportsTable(page, reports, config.stale_after);
  const caption =
    rows.length < rejects.rows.length ? page.words.review.others(page.count(rows.length), page.count(rejects.rows.length)) : "";
  const facts = [freshnessSummary(page, reports, config.stale_after), readingSummary(page, reports)];
  const shown: TableData = {
    ...rejects,
    caption: page.clauses(rejects.caption, caption),
    head: rejects.head.map((cell, i) => (i === 3 ? numeral(page.words.dataPage.count) : cell)),
    rows,
  };
  return [
    {
      id: "data-quality",
      says: page.words.review.dataQuality,
      blocks: [...(rows.length > 0 ? [slideTable(shown)] : []), { kind: "list", caption: "", items: facts }],
      href: page.href("data/"),
      notes: [tableAsText({ ...exports, rows: files })],
    },
  ];
};

export default dataQuality;
