import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import { commandOf, run } from "./command.ts";

const DOWNLOAD_LIMIT_MS = 10 * 60_000;
/** Without a window it draws a page in half the time. */
const HEADLESS = "chromium-headless-shell";
const NAMES = [HEADLESS, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge"];
const MAC = ["Google Chrome", "Chromium", "Microsoft Edge"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
const WINDOWS = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];

type Env = NodeJS.ProcessEnv;

/** Where each system keeps its browsers, in the order of preference. */
function* standardPlaces(env: Env): Generator<string> {
  const folders = (env["PATH"] ?? "").split(delimiter).filter(Boolean);
  for (const name of NAMES) for (const folder of folders) yield join(folder, name);
  yield* MAC;
  for (const root of [env["PROGRAMFILES"], env["PROGRAMFILES(X86)"], env["LOCALAPPDATA"]])
    if (root) for (const path of WINDOWS) yield join(root, path);
  yield chromium.executablePath();
}

/** The Chromium that is here: the one named by `TANDEM_CHROMIUM`, the system's, or Playwright's. */
export function findChromium(env: Env = process.env): string | undefined {
  const chosen = env["TANDEM_CHROMIUM"];
  if (chosen && !existsSync(chosen)) throw new Error(`TANDEM_CHROMIUM 指向的文件不存在 · TANDEM_CHROMIUM names no file: ${chosen}`);
  return chosen || [...standardPlaces(env)].find((path) => existsSync(path));
}

const download = () => run(process.execPath, [commandOf("playwright-core"), "install", "chromium"], { timeout: DOWNLOAD_LIMIT_MS });

async function installPackage(): Promise<void> {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  await run("apt-get", ["update"]);
  for (const name of [HEADLESS, "chromium"])
    if ((await run("apt-get", ["install", "-y", "--no-install-recommends", name, "fonts-noto-cjk"])) === 0) return;
}

/** The Chromium for the site's tests, fetched if there is none: Playwright's own, else the system's package. */
export async function ensureChromium(): Promise<string> {
  let found = findChromium();
  for (const fetchOne of [download, installPackage]) {
    if (found) return found;
    await fetchOne();
    found = findChromium();
  }
  if (found) return found;
  throw new Error(
    "没有 Chromium：请安装 Chrome、Chromium 或 Edge，或用 TANDEM_CHROMIUM 写明路径 · no Chromium: install Chrome, Chromium or Edge, or set TANDEM_CHROMIUM to the path of one, and repeat",
  );
}

if (import.meta.main) console.log(`Chromium: ${await ensureChromium()}`);
