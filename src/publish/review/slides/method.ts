import { provisionalNote } from "../../../site/say/provisional.ts";
import type { SlideMaker } from "../context.ts";

/** Appendix: how numbers are computed, when one is a signal, and by what the pages can be known. */
const method: SlideMaker = ({ page, frozen }) => {
  const { words } = page;
  const { seal } = words.frozen;
  return [
    {
      id: "method",
      says: words.review.method,
      blocks: [
        {
          ...{ kind: "list", caption: "" },
          items: [
            words.metricPage.howText,
            words.metricPage.verdict,
            words.boundNote,
            ...(page.site.cubes.manifest.provisionalYears.length > 0 ? [provisionalNote(page)] : []),
            seal(frozen.seal),
          ],
        },
      ],
      href: `${page.href("metrics/")}#how`,
      notes: [words.snapshots.checked],
    },
  ];
};

export default method;
