import { createHash } from "node:crypto";
import { ADDED } from "../core/added-keys.ts";

/**
 * Runs before a page is first painted. It marks a page whose address asks for something, so that the numbers that were built are not taken
 * for the answer; `first.ts` takes the mark away. Where that script itself does not come, as after the site was replaced, it says so.
 */
export const EARLY_SCRIPT = `{
const { documentElement: root } = document;
root.toggleAttribute("data-awaits", location.search.slice(1).split("&").some((part) => part && !${ADDED}.test(part)));
addEventListener("error", ({ target }) => {
if (!(target instanceof HTMLScriptElement)) return;
root.removeAttribute("data-awaits");
addEventListener("DOMContentLoaded", () => {
const line = document.querySelector(".page-failure");
if (!line) return;
line.hidden = false;
line.querySelector("button").onclick = () => location.reload();
});
}, true);
}`;

/** By which the content security policy of a page knows it. */
export const EARLY_HASH = `sha256-${createHash("sha256").update(EARLY_SCRIPT).digest("base64")}` as const;
