import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { linked, numeral, sorted, type TableData } from "../../../src/site/say/table.ts";
import { tableHtml } from "../../../src/site/say/table-html.ts";

const TABLE: TableData = {
  caption: `A & "B" <b>`,
  head: ["<i>Name</i>", numeral("n")],
  rows: [
    [sorted(`<script>"x"</script>`, `"><img>`), numeral("1,234.6", 1234.56789012)],
    ["–", numeral("–")],
    [sorted("2026 Q3", "2026Q3"), numeral("0", 0)],
  ],
};
const parsed = () => parseHTML(`<!doctype html><html><body>${tableHtml(TABLE)}</body></html>`).document;
const all = (selector: string) => [...parsed().querySelectorAll(selector)];

describe("tableHtml", () => {
  test("escapes text and sort keys", () => {
    expect(all("script, img, b, i")).toEqual([]);
    expect(all("caption").map(({ textContent }) => textContent)).toEqual([TABLE.caption]);
    expect(all("th[scope=row]").map((cell) => [cell.textContent, cell.getAttribute("data-raw")])).toEqual([
      [`<script>"x"</script>`, `"><img>`],
      ["–", null],
      ["2026 Q3", "2026Q3"],
    ]);
  });

  test("gives what a number sorts by, to seven digits, and none where it is missing", () => {
    expect(all("td").map((cell) => [cell.textContent, cell.getAttribute("data-raw"), cell.getAttribute("class")])).toEqual([
      ["1,234.6", "1234.568", "number"],
      ["–", null, "number"],
      ["0", "0", "number"],
    ]);
  });

  test("names columns and rows for screen readers", () => {
    expect(all("thead th[scope=col]").map((cell) => cell.className)).toEqual(["", "number"]);
    expect(all("tbody tr > :first-child").every((cell) => cell.matches("th[scope=row]"))).toBe(true);
  });

  test("links a text to what explains it, and escapes both", () => {
    const html = tableHtml({ ...TABLE, rows: [["x", linked("a < b", 'data/?"&#at-most')]] });
    expect(html).toContain('<td><a href="data/?&quot;&amp;#at-most">a &lt; b</a></td>');
  });

  test("hides the caption from eyes only where it is asked to", () => {
    expect(tableHtml(TABLE)).not.toContain("visually-hidden");
    expect(tableHtml(TABLE, true)).toContain(`<caption class="visually-hidden">`);
  });

  test("says the head of each cell of a list, and of no other table", () => {
    const { document } = parseHTML(`<!doctype html><html><body>${tableHtml({ ...TABLE, isListed: true })}</body></html>`);
    expect([...document.querySelectorAll(".listed td")].map((cell) => cell.getAttribute("data-head"))).toEqual(["n", "n", "n"]);
    expect(all(".listed, [data-head]")).toEqual([]);
  });
});
