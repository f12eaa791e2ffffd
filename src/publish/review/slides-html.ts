import { escape as escaped } from "html-escaper";
import type { Block, Review, Slide, SlideCell, SlideTable } from "../../data/review.ts";

/** How the page that shows slides leads to what they are about, and what it calls their notes. */
interface SlidesHtmlOptions {
  /** Address of a path from the snapshot's root. */
  hrefOf(path: string): string;
  notes: string;
}

const classed = (...names: (string | false | null)[]) => {
  const given = names.filter(Boolean).join(" ");
  return given ? ` class="${given}"` : "";
};

const lines = (text: string) => escaped(text).replaceAll("\n", "<br>");

/** A cell, which says its head where a phone shows it as an entry of a list. */
function cellHtml(tag: string, { text, isNumber, tone }: SlideCell, head?: SlideCell): string {
  const named = head?.text ? ` data-head="${escaped(head.text)}"` : "";
  return `<${tag}${classed(isNumber && "number", tone)}${named}>${lines(text)}</${tag.split(" ")[0]}>`;
}

const captionHtml = (caption: string) => (caption ? `<caption>${escaped(caption)}</caption>` : "");

function tableHtml({ caption, head, rows }: SlideTable): string {
  const row = ([first, ...rest]: readonly SlideCell[]) =>
    `<tr>${first ? cellHtml('th scope="row"', first) : ""}${rest.map((cell, at) => cellHtml("td", cell, head[at + 1])).join("")}</tr>`;
  const heads = head.map((cell) => cellHtml('th scope="col"', cell)).join("");
  return `<table class="listed">${captionHtml(caption)}<thead><tr>${heads}</tr></thead><tbody>${rows.map(row).join("")}</tbody></table>`;
}

function blockHtml(block: Block): string {
  if (block.kind === "table") return `<div class="scroll" tabindex="0">${tableHtml(block)}</div>`;
  if (block.kind === "chart") return `<figure tabindex="0">${block.drawing}<figcaption>${escaped(block.caption)}</figcaption></figure>`;
  const heading = block.caption ? `<h3>${escaped(block.caption)}</h3>` : "";
  return `<div>${heading}<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul></div>`;
}

function slideHtml({ id, title, lead, blocks, facts, path, notes }: Slide, { seeFigure }: Review, options: SlidesHtmlOptions): string {
  const told = notes.map((note) => `<p>${lines(note)}</p>`).join("");
  return [
    `<section class="slide" id="${escaped(id)}" aria-labelledby="${escaped(id)}-title">`,
    `<h2 id="${escaped(id)}-title">${escaped(title)}</h2>`,
    lead ? `<p class="slide-lead">${escaped(lead)}</p>` : "",
    `<div${classed("slide-blocks", blocks.length > 1 && "is-parted")}>${blocks.map(blockHtml).join("")}</div>`,
    `<p class="slide-facts">${facts.map((fact) => `<span>${escaped(fact)}</span>`).join(" ")} `,
    `<a href="${escaped(options.hrefOf(path))}">${escaped(seeFigure)}</a></p>`,
    told ? `<details class="slide-notes"><summary>${escaped(options.notes)}</summary>${told}</details>` : "",
    "</section>",
  ].join("");
}

/** The slides of a review as HTML, one after the other. */
export const slidesHtml = (review: Review, options: SlidesHtmlOptions): string =>
  review.slides.map((slide) => slideHtml(slide, review, options)).join("");
