/* The one script of the first view: small, so that the page is readable at once. When the page is idle it loads what makes it answer, and at the reader's first act what is drawn then. */

import { askedOf } from "../core/added-keys.ts";
import "./doors.ts";
import "./language-links.ts";
import "./open-rows.ts";
import "./search/open-search.ts";
import "./sections.ts";
import "./sortable-table.ts";
import { tryAgain } from "./try-again.ts";

const { dataset } = document.documentElement;
const asked = askedOf(location.search);
const failure = document.querySelector<HTMLElement>(".page-failure");
const answers = document.querySelector("metric-figure, [data-live], filter-bar") !== null;
const ACTS = ["pointerdown", "pointerover", "keydown", "focusin"] as const;
const WHERE = "metric-figure, filter-bar, .rows";

let isStarted = false;
let want = () => {};
const wanted = new Promise<void>((resolve) => {
  want = resolve;
});
let failures = 0;

async function load(): Promise<void> {
  const { start } = await import("./live-page.ts");
  await start({ site: dataset["site"] ?? "", path: dataset["path"] ?? "", wanted });
  dataset["answers"] = "";
}

/** Loads what answers, once; says so where it fails, and may be called again then. */
async function wake(): Promise<void> {
  if (isStarted) return;
  isStarted = true;
  if (failure) failure.hidden = true;
  try {
    await load();
  } catch (error) {
    isStarted = false;
    failures += 1;
    if (failure) failure.hidden = false;
    console.warn(error);
  }
  showAnswered();
}

/** Takes away the mark that `publish/early-script.ts` sets. */
function showAnswered(): void {
  document.documentElement.removeAttribute("data-awaits");
  document.querySelector("main")?.removeAttribute("aria-busy");
}

/** A browser may give back a failed import without asking for it again; only a new page is sure to. */
function wakeAgain(): void {
  void tryAgain(() => {
    if (failures > 1) location.reload();
    else void wake();
  });
}

/** The reader's first act on something that answers. */
function onAct({ target }: Event): void {
  if (!(target instanceof Element && target.closest(WHERE))) return;
  want();
  void wake();
}

const newer = document.querySelector<HTMLElement>(".frozen-newer");
// without the list of snapshots the page says what it was frozen with
if (newer) void import("./newer-version.ts").then(({ showNewer }) => showNewer(newer)).catch(() => undefined);

// for the foot of every sheet of paper
addEventListener("beforeprint", () => {
  dataset["address"] = decodeURI(location.href);
});

if (answers) {
  for (const act of ACTS) document.addEventListener(act, onAct, { passive: true });
  failure?.querySelector("button")?.addEventListener("click", wakeAgain);
  if (asked) document.querySelector("main")?.setAttribute("aria-busy", "true");
  // what a row holds that the address opens is drawn here
  if (asked || new URLSearchParams(location.search).has("open")) void wake();
  else if ("requestIdleCallback" in window) addEventListener("load", () => requestIdleCallback(() => void wake(), { timeout: 4000 }));
  else addEventListener("load", () => setTimeout(wake, 1500));
} else if (asked) {
  showAnswered();
  // a page that has nothing to select passes the selection on
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[href]:not([download], [hreflang], [href^='#'])")) {
    if (link.origin === location.origin && link.pathname.endsWith("/")) link.search = asked;
  }
}
