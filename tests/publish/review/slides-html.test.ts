import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { slidesHtml } from "../../../src/publish/review/slides-html.ts";
import { TINY_REVIEW } from "../../deck/tiny-review.ts";

const { document } = parseHTML(`<main>${slidesHtml(TINY_REVIEW, { hrefOf: (path) => `/x/${path}`, notes: "备注" })}</main>`);

test("slidesHtml() has a section a slide, with its title, facts and link", () => {
  const said = [...document.querySelectorAll("section")].map((section) => [
    section.id,
    section.querySelector("h2")?.textContent,
    section.querySelector("a")?.getAttribute("href"),
  ]);
  expect(said).toEqual([
    ["signals-wait", "等待降至 0 天", "/x/metrics/wait/#wait-trend"],
    ["method", "怎么算的", "/x/"],
  ]);
});

test("slidesHtml() shows a table as it is, whatever signs are in it", () => {
  expect([...document.querySelectorAll("tbody tr")].map(({ textContent }) => textContent)).toEqual(["东 & 西−1"]);
});
