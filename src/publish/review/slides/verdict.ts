import { hasPromises } from "../../../site/ask/promises.ts";
import { firstConcern } from "../../../site/matrix/talk-first.ts";
import { headlineOf, leadsSummedUp, signalSummary } from "../../../site/say/overview.ts";
import type { SlideMaker } from "../context.ts";
import { metricsBlock } from "../metrics-block.ts";
import { MOST_SIGNALS, signalsOf } from "../signals.ts";

/** The verdict, and the metrics that lead the effects. */
const verdict: SlideMaker = ({ page }) => {
  const signals = signalsOf(page);
  const more = signals.length > MOST_SIGNALS ? page.words.review.more(page.count(signals.length - MOST_SIGNALS)) : "";
  const concern = hasPromises(page.site) ? firstConcern(page) : null;
  const talk = concern ? page.titled(page.words.matrix.talkFirst, page.member("department", concern.department)) : "";
  return [
    {
      id: "verdict",
      says: page.joined(signalSummary(page), talk),
      blocks: [metricsBlock(page, leadsSummedUp(page))],
      href: page.href(""),
      notes: [headlineOf(page), more, page.words.metricPage.verdict].filter(Boolean),
    },
  ];
};

export default verdict;
