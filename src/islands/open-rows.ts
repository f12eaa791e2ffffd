/* Rows of a table that open in place: the address says which are open, and a link to what is in one opens it. */

import { holds, stamp } from "./stamp.ts";
import { TabSet } from "./tab-set.ts";

const KEY = "open";

/** A row, by its id, with what opens it; `data-open` is on those that are open as the page was built. */
interface OpenRow {
  body: HTMLElement;
  opener: HTMLDetailsElement;
}

const rows: readonly OpenRow[] = [...document.querySelectorAll<HTMLElement>("tbody.row")].flatMap((body) => {
  const opener = body.querySelector<HTMLDetailsElement>("details.opener");
  return opener ? [{ body, opener }] : [];
});

/** Opens the rows that the address names; where it names none, those that were open as the page was built. */
function readAddress(): void {
  const named = new URLSearchParams(location.search).get(KEY)?.split(",");
  for (const { body, opener } of rows) opener.open = named ? named.includes(body.id) : "open" in body.dataset;
}

/** Writes into the address which rows are open, in the place of what it said. */
function writeAddress(): void {
  const isAsBuilt = rows.every(({ body, opener }) => opener.open === "open" in body.dataset);
  const ids = rows.flatMap(({ body, opener }) => (opener.open ? [encodeURIComponent(body.id)] : []));
  const others = location.search
    .slice(1)
    .split("&")
    .filter((part) => part && !part.startsWith(`${KEY}=`));
  const query = [...(isAsBuilt ? [] : [`${KEY}=${ids.join(",")}`]), ...others].join("&");
  if (query !== location.search.slice(1))
    history.replaceState(history.state, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
}

/** Puts what an opened row holds into the page. */
const fill = ({ body }: OpenRow): void => stamp(body.querySelector<HTMLTemplateElement>("template.row-content"));

function idOf(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

/** Opens the row that the address leads to, or leads into, and shows it. */
function followHash(): void {
  const id = idOf(location.hash);
  const row = id ? rows.find(({ body }) => body.id === id || holds(body, id)) : undefined;
  if (!row) return;
  row.opener.open = true;
  fill(row);
  for (const tabs of row.body.querySelectorAll("tab-set")) if (tabs instanceof TabSet) tabs.reveal(id);
  document.getElementById(id)?.scrollIntoView();
}

function onToggle({ target }: Event): void {
  if (!(target instanceof HTMLDetailsElement)) return;
  const row = rows.find(({ opener }) => opener === target);
  if (target.open) row ? fill(row) : stamp(target.querySelector<HTMLTemplateElement>(":scope > * > template"));
  if (row) writeAddress();
}

/** All of a row's line opens it, but for who marks words in it. */
function onClick({ target }: MouseEvent): void {
  const line = target instanceof Element && !target.closest("a, summary") ? target.closest(".row-head") : null;
  const row = line && rows.find(({ body }) => body.contains(line));
  if (row && getSelection()?.isCollapsed !== false) row.opener.open = !row.opener.open;
}

if (rows.length > 0) {
  document.addEventListener("click", onClick);
  document.addEventListener("toggle", onToggle, { capture: true });
  addEventListener("popstate", readAddress);
  addEventListener("hashchange", followHash);
  readAddress();
  followHash();
}
