import type { Page } from "playwright-core";

/** A page with four figures that filters: how it is opened, and how it is driven. */
export interface Subject {
  name: string;
  /** Path of its page. */
  path: string;
  /** Waits until the page can respond to a filter at once. */
  ready(page: Page): Promise<unknown>;
  /** Keeps some members of a dimension; gives the milliseconds until all figures in view are redrawn. */
  change(page: Page, dimension: string, members: readonly string[]): Promise<number>;
}

/** Changes the address as a link within the page does; our page draws at once. What is drawn is laid out before the time is taken, as a frame would do next. */
const SELECT = `([dimension, members]) => {
  const query = new URLSearchParams(location.search);
  if (members.length > 0) query.set(dimension, members.join(","));
  else query.delete(dimension);
  const drawn = () => [...document.querySelectorAll("metric-figure svg")];
  const before = new Set(drawn());
  const started = performance.now();
  history.pushState(null, "", "?" + query);
  dispatchEvent(new PopStateEvent("popstate"));
  document.body.getBoundingClientRect();
  const milliseconds = performance.now() - started;
  const isInView = (svg) => svg.getBoundingClientRect().bottom > 0 && svg.getBoundingClientRect().top < innerHeight;
  const redrawn = drawn().filter((svg) => !before.has(svg) && isInView(svg)).length;
  if (redrawn < 4) throw new Error("only " + redrawn + " figures in view were redrawn");
  return milliseconds;
}`;

/** Within which all that a first act asks for has come, in milliseconds. */
const SETTLED_MS = 3000;

/** Tandem: share of new products in sales, with its trend, carriers and breakdowns in view. */
export const tandem: Subject = {
  name: "Tandem",
  path: "metrics/new-product-share/",
  async ready(page) {
    await page.waitForSelector("html[data-answers]", { state: "attached", timeout: 300_000 });
    // what draws comes at the reader's first act
    await page.locator("filter-bar").hover();
    await page.waitForTimeout(SETTLED_MS);
  },
  change: (page, dimension, members) => page.evaluate(`(${SELECT})(${JSON.stringify([dimension, members])})`),
};

/** The same share of the same orders by Mosaic vgplot; see `peers/page/page.js`. */
export const mosaic: Subject = {
  name: "Mosaic vgplot 0.32",
  path: "",
  ready: (page) => page.evaluate("window.bench.ready"),
  change: (page, dimension, members) => page.evaluate(`window.bench.filter(${JSON.stringify(dimension)}, ${JSON.stringify(members)})`),
};
