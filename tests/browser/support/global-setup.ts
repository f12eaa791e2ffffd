import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { findChromium } from "../../../scripts/tools/browser.ts";
import { serve } from "../../../scripts/tools/serve.ts";
import { readSettings } from "../../../scripts/tools/settings.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the built site's first page. */
    siteUrl: string;
    /** Where the one Chromium of this run is reached. */
    browserEndpoint: string;
  }
}

const ANY_PORT = 49_152;
const QUIET = ["--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
/** Closes the network to all but this machine. Interception by each context would do it too, and keep the browser from caching anything. */
const ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost";
const isRoot = process.getuid?.() === 0;

function launchChromium() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("no Chromium for the site's tests: `npm test` installs one, or set TANDEM_CHROMIUM");
  return chromium.launchServer({ executablePath, args: [...QUIET, ALONE, ...(isRoot ? ["--no-sandbox"] : [])] });
}

/** Serves the built site and starts Chromium, once for all site tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { outDir: dir, base } = readSettings();
  if (!existsSync(join(dir, "index.html"))) throw new Error(`no built site in ${dir}: npm run build makes it`);
  const [server, browser] = await Promise.all([serve({ dir, base, port: ANY_PORT }), launchChromium()]);
  project.provide("siteUrl", server.url);
  project.provide("browserEndpoint", browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.close();
  };
}
