import { viewsSummedUp } from "../../../site/say/overview.ts";
import type { SlideMaker } from "../context.ts";
import { metricsBlock } from "../metrics-block.ts";

/** So many metrics fit on a slide. */
const ROWS = 14;

/** Appendix: every metric that the overview sums up. */
const allMetrics: SlideMaker = ({ page }) => {
  const views = viewsSummedUp(page);
  const parts = Array.from({ length: Math.ceil(views.length / ROWS) }, (_, i) => views.slice(i * ROWS, (i + 1) * ROWS));
  return parts.map((part, i) => ({
    id: `all-metrics-${i + 1}`,
    says: page.words.review.allMetrics(page.count(i + 1), page.count(parts.length)),
    blocks: [metricsBlock(page, part)],
    href: page.href("metrics/"),
  }));
};

export default allMetrics;
