import { describe, expect, test } from "vitest";
import { figureFor } from "../../../src/site/all-kinds.ts";
import type { FigureData } from "../../../src/site/figures/figure.ts";
import { pageFor, scope } from "../tiny-site.ts";

function drawn(spec: string, selection = {}): FigureData {
  const figure = figureFor(pageFor(selection), spec);
  if (!figure) throw new Error(`no figure: ${spec}`);
  return figure;
}

const namesOf = (figure: FigureData) => figure.marks().map(({ name }) => name.split(/[,;] /)[0]);

describe("a ranking", () => {
  test("has the larger member first, and its table in the order of the dimension", () => {
    const figure = drawn("ranking wait region");
    expect(namesOf(figure)).toEqual(["West", "East"]);
    expect(figure.table().rows.map(([first]) => (typeof first === "object" ? first.text : first))).toEqual(["East", "West"]);
  });

  test("has a line of the twelve months up to the period's end for each member", () => {
    const svg = drawn("ranking orders region", scope("2026Q2")).draw({ id: "r", width: 600 });
    const lines = [...svg.querySelectorAll(".course")].map((line) => line.getAttribute("d")?.match(/[ML]/g)?.length);
    expect(lines).toEqual([12, 12]);
  });

  test("says nothing where no member lies outside its own range, and else which", () => {
    expect(drawn("ranking wait region").sentence).toBe(null);
    expect(drawn("ranking orders region").sentence).toMatch(/^East improved: /);
  });

  test("links to the place of the breakdown", () => {
    expect(drawn("ranking orders region").id).toBe("orders-by-region");
  });
});
