import { oncePerFrame } from "./when.ts";

/* Marks, among the sections that a long page lists, the one that is being read: what lies just below what stays at the top of the window, and at the end of the page the last. */

const sections = [...document.querySelectorAll<HTMLAnchorElement>("nav.contents a")].flatMap((link) => {
  const section = document.getElementById(link.hash.slice(1));
  return section ? [{ link, section }] : [];
});

/** So far below that line a section has begun, in CSS pixels: where a link to it leads, it has. */
const BELOW = 48;

function mark(): void {
  const { scrollHeight } = document.documentElement;
  const line = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + BELOW;
  const isAtEnd = scrollY > 0 && scrollY + innerHeight >= scrollHeight - 2;
  const begun = sections.filter(({ section }) => isAtEnd || section.getBoundingClientRect().top <= line);
  const read = begun.at(-1)?.link;
  for (const { link } of sections) if (link !== read) link.removeAttribute("aria-current");
  if (!read || read.ariaCurrent === "location") return;
  read.setAttribute("aria-current", "location");
  const list = read.closest("ul");
  if (list && list.scrollWidth > list.clientWidth) list.scrollTo({ left: read.offsetLeft - list.clientWidth / 2, behavior: "instant" });
}

if (sections.length > 0) addEventListener("scroll", oncePerFrame(mark), { passive: true });
