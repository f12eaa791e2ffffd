import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** For what a page may take its time on a busy machine. */
const PATIENCE = { timeout: 15_000 };

/** Waits until the page answers, and has drawn what its address selects. */
export async function answers(page: Page): Promise<Page> {
  await page.waitForSelector("html[data-answers]", { state: "attached" });
  await framesOf(page);
  return page;
}

/** Waits until the browser has drawn twice. */
async function framesOf(page: Page): Promise<void> {
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
}

/** The query of the page's address as one reads it, without its `?`. */
export const queryOf = (page: Page): string => decodeURIComponent(new URL(page.url()).search.slice(1));

/** `expect`, again and again until it holds. */
export const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, PATIENCE);

/** Waits until the address says this selection. */
export const selects = (page: Page, query: string): Promise<void> => eventually(() => queryOf(page)).toBe(query);

/** Goes to another query of the same page, as back and forward do. */
export async function goTo(page: Page, query: string): Promise<void> {
  await page.evaluate((search) => {
    history.pushState(null, "", location.pathname + search);
    dispatchEvent(new PopStateEvent("popstate"));
  }, query && `?${query}`);
  await framesOf(page);
}

/** The interactive element within a figure. */
const answering = (page: Page, figure: string): Locator => page.locator(`figure#${figure} metric-figure`);

/** Opens what a part of a page is folded into, as figures may be on a phone. */
export const unfold = (part: Locator): Promise<void> =>
  part.evaluate((it) => {
    for (let folded = it.closest("details"); folded; folded = folded.parentElement?.closest("details") ?? null) folded.open = true;
  });

/** A figure drawn to be pointed at: scrolled to, and drawn again as when a reader comes to it. */
export async function liveFigure(page: Page, figure: string): Promise<Locator> {
  const element = answering(page, figure);
  await unfold(element);
  await element.evaluate((it) => it.scrollIntoView({ block: "center" }));
  await element.focus();
  await element.locator(".hit").first().waitFor({ state: "attached" });
  return element;
}

/** A cell as a page shows it. */
export interface ShownCell {
  text: string;
  /** What it sorts by and is taken away as; null where that is its text. */
  raw: string | null;
}

/** The table of a figure, opened and drawn for the selection: a row of cells per row of it, none where the selection has nothing for it. */
export async function tableOf(page: Page, figure: string): Promise<ShownCell[][]> {
  await unfold(page.locator(`figure#${figure}`));
  const numbers = page.locator(`figure#${figure} details.figure-numbers`);
  // the table that was built stands there until the figure is drawn with its table open
  await numbers.evaluate((details) => {
    details.closest("figure")?.scrollIntoView({ block: "end" });
    if (!(details instanceof HTMLDetailsElement) || details.open) return;
    details.querySelector("table")?.setAttribute("data-built", "");
    details.open = true;
  });
  const [drawn, empty] = [`svg[aria-describedby^="${figure}-live"]`, ":has(.figure-empty)"];
  await page.waitForSelector(`figure#${figure}:is(:has(${drawn}):not(:has([data-built])), ${empty})`);
  if ((await page.locator(`figure#${figure}${empty}`).count()) > 0) return [];
  return numbers
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => ({ text: cell.textContent ?? "", raw: cell.getAttribute("data-raw") }))),
    );
}

/** What the browser tells assistive technology of what opens a row: in which cell it is, and whether it is open. */
export async function disclosure(page: Page, name: string) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  const found = nodes.find((node) => node.role?.value === "DisclosureTriangle" && node.name?.value === name);
  const headOf = (node: (typeof nodes)[number] | undefined): string | undefined =>
    !node || /header$|cell$/.test(node.role?.value) ? node?.role?.value : headOf(known.get(node.parentId ?? ""));
  return { within: headOf(found), expanded: found?.properties?.find((property) => property.name === "expanded")?.value.value };
}
