import { figureFor } from "../../../site/all-kinds.ts";
import { conclusionOf, rowsOfTopic } from "../../../site/say/overview.ts";
import type { SlideMaker } from "../context.ts";
import { metricsBlock } from "../metrics-block.ts";

const TOPIC = "leads";
/** So many metrics fit on a slide. */
const MOST = 12;

/** The hand-off of leads: how its metrics stand, what stands out first. */
const leads: SlideMaker = ({ page }) => {
  const views = rowsOfTopic(page, TOPIC).filter(({ standing }) => standing?.point.value != null);
  if (views.length === 0) return [];
  const funnel = figureFor(page, "funnel");
  return [
    {
      id: "leads",
      says: conclusionOf(page, TOPIC),
      blocks: [metricsBlock(page, views.slice(0, MOST))],
      ...(funnel ? { systems: funnel.systems } : {}),
      href: page.href(`${TOPIC}/`),
      notes: [funnel?.sentence ?? "", ...(funnel?.notes ?? [])].filter(Boolean),
    },
  ];
};

export default leads;
