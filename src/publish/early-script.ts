import { createHash } from "node:crypto";
import { ADDED, OPEN_ROWS } from "../core/added-keys.ts";

/**
 * Runs before a page is first painted. It marks a page whose address asks for something, so that the numbers that were built are not taken
 * for the answer; `first.ts` takes the mark away. Where that script itself does not come, as after the site was replaced, it says so. A page
 * that is opened from a folder runs no other script: it shows nothing that would need one, and says that it does not answer its address.
 */
export const EARLY_SCRIPT = `{
const { documentElement: root } = document;
const isFile = location.protocol === "file:";
root.toggleAttribute("data-alone", isFile);
const isAsked = location.search.slice(1).split("&").some((part) => part && !${ADDED}.test(part) && !${OPEN_ROWS}.test(part));
root.toggleAttribute(isFile ? "data-unanswered" : "data-awaits", isAsked);
addEventListener("error", ({ target }) => {
if (isFile || !(target instanceof HTMLScriptElement)) return;
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
