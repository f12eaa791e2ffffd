import { oncePerFrame } from "./when.ts";

/* Marks, among the sections that a long page lists, the one that is being read: what lies a third down the window, and at the end of the page the last. */

const sections = [...document.querySelectorAll<HTMLAnchorElement>("nav.contents a")].flatMap((link) => {
  const section = document.getElementById(link.hash.slice(1));
  return section ? [{ link, section }] : [];
});

function mark(): void {
  const { scrollHeight } = document.documentElement;
  const isAtEnd = scrollY > 0 && scrollY + innerHeight >= scrollHeight - 2;
  const begun = sections.filter(({ section }) => isAtEnd || section.getBoundingClientRect().top <= innerHeight / 3);
  const read = begun.at(-1)?.link;
  for (const { link } of sections) if (link !== read) link.removeAttribute("aria-current");
  if (!read || read.ariaCurrent === "location") return;
  read.setAttribute("aria-current", "location");
  const line = read.closest("ul");
  if (line && line.scrollWidth > line.clientWidth) line.scrollTo({ left: read.offsetLeft - line.clientWidth / 2, behavior: "instant" });
}

if (sections.length > 0) addEventListener("scroll", oncePerFrame(mark), { passive: true });
