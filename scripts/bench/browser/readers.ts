import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";
import { ensureChromium } from "../../tools/browser.ts";
import { largeSite } from "../large-site.ts";
import { writePeerFacts } from "../peer-facts.ts";
import { buildPeer } from "../peer-page.ts";
import { measurePage, type PageSpeed } from "./measure-page.ts";
import { mosaic, tandem } from "./subjects.ts";

/** How fast pages of a company's orders respond to their readers: ours, and the peer's where it is asked for. */
export interface ReaderSpeed {
  orders: number;
  pages: PageSpeed[];
}

const ARGS = ["--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Builds a folder, uses it, and removes it. */
async function withFolder<T>(folder: string, use: (folder: string) => Promise<T>): Promise<T> {
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function peerFolder(orders: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "tandem-peer-"));
  const facts = join(folder, "facts");
  await writePeerFacts(orders, facts);
  await buildPeer(facts, join(folder, "page"));
  return join(folder, "page");
}

/** Measures the pages of that many orders in a headless Chromium. */
export async function measureReaders(orders: number, { hasPeers }: { hasPeers: boolean }): Promise<ReaderSpeed> {
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: [...ARGS, ...(isRoot ? ["--no-sandbox"] : [])] });
  try {
    const own = await withFolder(await largeSite(orders), (folder) => measurePage(browser, folder, tandem));
    const peers = hasPeers
      ? [await withFolder(dirname(await peerFolder(orders)), (folder) => measurePage(browser, join(folder, "page"), mosaic))]
      : [];
    return { orders, pages: [own, ...peers] };
  } finally {
    await browser.close();
  }
}
