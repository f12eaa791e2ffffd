import type { Locator, Page } from "playwright-core";
import { answers, liveFigure, tableOf } from "./interactive.ts";

/** The tip of a page. */
export const tipOf = (page: Page) => page.locator(".tip");

/** What it says, line by line. */
export const tipLines = (page: Page) => tipOf(page).locator("p").allInnerTexts();

/** What it is about. */
export const tipName = (page: Page) => tipOf(page).locator(".tip-name").innerText();

/** The hit of a mark of a live figure. */
export const hitOf = (figure: Locator, index: number) => figure.locator(".hit").nth(index);

/** What the marks of a figure select, by the rows of its table: ids of members, or of periods from the first. */
async function idsOf(page: Page, figure: string): Promise<string[]> {
  const ids = (await tableOf(page, figure)).map(([first]) => first?.raw ?? first?.text ?? "");
  return figure.endsWith("-trend") ? ids.toReversed() : ids;
}

/** A figure of an interactive page, with what its marks select. */
export async function approached(page: Page, id: string) {
  await answers(page);
  const ids = await idsOf(page, id);
  const figure = await liveFigure(page, id);
  return { figure, ids };
}
