import type { Page } from "../page.ts";

/** Why a figure, by its spec, has nothing to show: no data, a hidden group, or no change that could be split up. */
export function emptyWords(page: Page, spec: string): string {
  const { selection } = page.words;
  const [kind = "", id = ""] = spec.split(" ");
  const isChange = kind === "carriers" || kind === "changed";
  const standing = page.site.metrics.some((metric) => metric.id === id) ? page.view(id).standing : null;
  if (standing?.point.isHidden) return selection.hidden;
  if (!isChange) return selection.empty;
  if (kind === "changed" ? page.views().every(({ isJudged }) => !isJudged) : standing?.point.isComplete === false)
    return selection.unfinished;
  return standing && !standing.previous ? selection.nothingBefore : selection.notSplitUp;
}
