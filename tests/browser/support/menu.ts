import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";

/** What is open over the page. */
export const OPEN = ":popover-open";

/** Opens the menu of a figure by keyboard. */
export async function openMenu(page: Page, figure: string): Promise<Locator> {
  await page.locator(`figure#${figure} .figure-menu`).press("Enter");
  const menu = page.locator(OPEN);
  await menu.locator("button:focus").waitFor();
  return menu;
}

/** A file that a page gave. */
interface TakenFile {
  name: string;
  bytes: Buffer;
}

/** Takes away a figure by the item of its menu with this word. */
export async function takeAway(page: Page, figure: string, word: string): Promise<TakenFile> {
  const menu = await openMenu(page, figure);
  const [download] = await Promise.all([page.waitForEvent("download"), menu.getByText(word).click()]);
  const path = join(mkdtempSync(join(tmpdir(), "tandem-taken-")), "file");
  await download.saveAs(path);
  await page.keyboard.press("Escape");
  return { name: download.suggestedFilename(), bytes: readFileSync(path) };
}
