/* A link to the page in another language leads to the same place of it: what is selected, which rows are open, and the part that the address names. */

/** What a reader does to a link that is about to be followed, or copied. */
const ACTS = ["pointerdown", "focusin", "keydown", "click"] as const;

const links = [...document.querySelectorAll<HTMLAnchorElement>("a[hreflang]")];

function follow(): void {
  for (const link of links) Object.assign(link, { search: location.search, hash: location.hash });
}

for (const link of links) for (const act of ACTS) link.addEventListener(act, follow, { passive: true });
addEventListener("popstate", follow);
follow();
