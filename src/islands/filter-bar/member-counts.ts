import type { Page } from "../../site/page.ts";

/** The cases of every member in what is selected, the dimension's own filter lifted; "hidden" where the group is too small. */
export function countsOf(page: Page, metric: string, dimension: string): Map<string, string> {
  return new Map(
    page
      .view(metric)
      .breakdown(dimension)
      .rows.map(({ member, now }) => [member, page.cases(now)]),
  );
}
