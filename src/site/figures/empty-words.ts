import type { Page } from "../page.ts";
import { isSplitUp } from "../split-up.ts";
import { judged } from "../verdicts.ts";

/** Why a figure, by its spec, has nothing to show: no data, a hidden group, or no change that could be split up. */
export function emptyWords(page: Page, spec: string): string {
  const { selection } = page.words;
  const [kind = "", id = ""] = spec.split(" ");
  const isChange = kind === "carriers" || kind === "changed";
  const standing = page.site.metrics.some((metric) => metric.id === id) ? page.view(id).standing : null;
  if (standing?.point.isHidden) return selection.hidden;
  if (!isChange) return selection.empty;
  if (kind === "changed") return page.views().some(({ trial }) => trial) ? page.words.overview.noneChanged : selection.unfinished;
  if (standing?.point.isComplete === false) return selection.unfinished;
  if (standing && !standing.previous) return selection.nothingBefore;
  const view = page.view(id);
  if (isSplitUp(page, view)) return selection.notSplitUp;
  const { reason, trend } = judged(page, view);
  return reason || trend ? selection.notOfPeriod : selection.notSignal;
}
