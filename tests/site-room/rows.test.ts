import { describe, expect, test } from "vitest";
import { valueCell } from "../../src/site/cells.ts";
import { alone, casesColumn, inTableOnly, type Rows, rowsOf } from "../../src/site/figures/rows.ts";
import { numeral, rawOf, textOf } from "../../src/site/table.ts";
import { pageFor } from "./tiny-site.ts";

interface Town {
  id: string;
  value: number | null;
  n: number;
  isHidden: boolean;
}

const NORTH: Town = { id: "north", value: 3, n: 12, isHidden: false };
const SOUTH: Town = { id: "south", value: null, n: 2, isHidden: true };

const page = pageFor();
const days = ({ value }: Town) => valueCell(page, value, "days");
const first = { head: "Town", cell: ({ id }: Town) => id };
const wait = { head: numeral("Wait"), cell: days };
const shown = (given: Partial<Rows<Town>>) =>
  rowsOf<Town>(page, { caption: "Towns", columns: () => [first, wait], rows: () => [NORTH, SOUTH], ...given });
const tips = (given: Partial<Rows<Town>>) =>
  shown(given)
    .marks()
    .map(({ name, lines }) => [name, ...lines]);
const texts = (given: Partial<Rows<Town>>) => {
  const { head, rows } = shown(given).table();
  return [head, ...rows].map((row) => row.map(textOf));
};

describe("rowsOf(page, { columns, rows })", () => {
  test("names a tip by the first column, and says a cell behind its head and nothing where it is missing", () => {
    expect(tips({})).toEqual([["north", "Wait: 3.0\u00a0days"], ["south"]]);
  });

  test("has the same cells in its table, a missing one included", () => {
    expect(shown({}).table().caption).toBe("Towns");
    expect(texts({})).toEqual([
      ["Town", "Wait"],
      ["north", "3.0\u00a0days"],
      ["south", "–"],
    ]);
    expect(
      shown({})
        .table()
        .rows.map((row) => row.map(rawOf)),
    ).toEqual([
      ["north", 3],
      ["south", null],
    ]);
  });

  test("says nothing of an empty text", () => {
    expect(tips({ columns: () => [first, { head: "Events", cell: ({ id }) => (id === "north" ? "A fair" : "") }] })).toEqual([
      ["north", "Events: A fair"],
      ["south"],
    ]);
  });

  test.each([
    ["alone", alone, ["3.0\u00a0days", "–"]],
    ["in the table only", inTableOnly, [undefined, undefined]],
    ["in words of its own", (text: string, { id }: Town) => `${text} in the ${id}`, ["3.0\u00a0days in the north", "– in the south"]],
  ])("says a cell %s", (_, tip, lines) => {
    expect(tips({ columns: () => [first, { ...wait, tip }] }).map(([, line]) => line)).toEqual(lines);
    expect(texts({ columns: () => [first, { ...wait, tip }] })).toEqual(texts({}));
  });

  test("leaves out of its table what is in tips only", () => {
    const columns = () => [first, { ...wait, isInTipOnly: true }] as const;
    expect(tips({ columns })).toEqual(tips({}));
    expect(texts({ columns })).toEqual([["Town"], ["north"], ["south"]]);
  });

  test("lists rows of its table by themselves", () => {
    const listed = () => [SOUTH, NORTH, { ...NORTH, id: "east" }];
    expect(texts({ listed }).map(([name]) => name)).toEqual(["Town", "south", "north", "east"]);
    expect(tips({ listed })).toEqual(tips({}));
  });

  test("heads its tips, and not the rows of its table, as asked", () => {
    const tipName = (name: string, { n }: Town) => `${name}, ${n}`;
    expect(tips({ tipName }).map(([name]) => name)).toEqual(["north, 12", "south, 2"]);
    expect(texts({ tipName })).toEqual(texts({}));
  });

  test("chooses by each row what it says, and nothing by default", () => {
    const choice = ({ id, isHidden }: Town) => (isHidden ? null : { members: { town: id } });
    expect(
      shown({ choice })
        .marks()
        .map((mark) => mark.choice),
    ).toEqual([{ members: { town: "north" } }, null]);
    expect(
      shown({})
        .marks()
        .map((mark) => mark.choice),
    ).toEqual([null, null]);
  });

  test("has behind the tips of its rows those of the columns that the drawing names, by their heads", () => {
    const mark = () => ({ lines: ["Sep 2026: 4"], choice: { members: { town: "north" } } });
    const columns = () => [first, wait, { ...wait, head: numeral("North"), mark }] as const;
    expect(shown({ columns }).marks().slice(2)).toEqual([{ name: "North", ...mark() }]);
    expect(shown({ columns }).marks()).toHaveLength(3);
  });
});

test("casesColumn(page, casesOf) says n in a tip, and nothing where it is hidden", () => {
  const columns = () => [first, casesColumn(page, (town: Town) => town)] as const;
  expect(tips({ columns })).toEqual([["north", "n = 12"], ["south"]]);
  expect(texts({ columns }).slice(1)).toEqual([
    ["north", "12"],
    ["south", "hidden"],
  ]);
});
