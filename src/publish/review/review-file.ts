import { escape as escaped } from "html-escaper";
import type { Review } from "../../data/review.ts";
import { address } from "../../site/address.ts";
import base from "../../styles/base.css?raw";
import charts from "../../styles/charts.css?raw";
import listed from "../../styles/listed.css?raw";
import review from "../../styles/review.css?raw";
import tokens from "../../styles/tokens.css?raw";
import { slidesHtml } from "./slides-html.ts";

/** Nothing is loaded, and no script runs. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A review as one file of HTML that needs nothing else. Its links are whole where the address of the site is known; else they lead on from where the file lies. */
export function reviewFile(of: Review, notes: string): string {
  const { tag, title, company, root } = of;
  const hrefOf = (path: string) => (root === null ? address(path) : root + path);
  return [
    `<!doctype html><html lang="${tag}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(`${title} · ${company}`)}</title>`,
    `<style>${[tokens, base, charts, review, listed].join("\n")}</style></head><body class="review-file"><main>`,
    `<header class="review-head"><p>${escaped(company)}</p><h1>${escaped(title)}</h1></header>`,
    `<div class="slides">${slidesHtml(of, { hrefOf, notes })}</div></main></body></html>\n`,
  ].join("");
}
