import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { monthOf, parsePeriod } from "../../src/core/periods.ts";
import { DEFAULT_SELECTION, type Selection, type Vocabulary } from "../../src/core/selection.ts";
import { parseSelection, printSelection } from "../../src/core/selection-query.ts";
import { assertProperty } from "./property.ts";
import { canonicalSelections, names, vocabularies } from "./vocabularies.ts";

const members = (...ids: string[]) => ids.map((id) => ({ id }));

const VOCABULARY: Vocabulary = {
  fiscalStart: 1,
  first: monthOf(2024, 1),
  last: monthOf(2026, 10),
  dimensions: [
    { id: "region", members: members("north", "east", "south") },
    { id: "product_line", members: members("华东", "a,b", "c\\d", "*", "e f", "g&h=i%+j", "k'l", "m:n.o") },
    { id: "segment", members: members("key") },
  ],
};

const select = (selection: Partial<Selection>): Selection => ({ ...DEFAULT_SELECTION, ...selection });
const read = (query: string) => parseSelection(query, VOCABULARY);
const print = (selection: Partial<Selection>) => printSelection(select(selection), VOCABULARY);

const EXAMPLES: readonly [query: string, selection: Partial<Selection>][] = [
  ["", {}],
  ["period=2026Q3", { period: parsePeriod("2026Q3") }],
  ["period=2026-02..2026-06", { period: parsePeriod("2026-02..2026-06") }],
  ["period=last-12-months&region=north,south", { period: "last-12-months", filters: { region: ["north", "south"] } }],
  ["region=east&split=product_line&show=table", { filters: { region: ["east"] }, split: "product_line", show: "table" }],
  ["product_line=%E5%8D%8E%E4%B8%9C,m:n.o", { filters: { product_line: ["华东", "m:n.o"] } }],
  ["product_line=a%5C,b,c%5C%5Cd", { filters: { product_line: ["a,b", "c\\d"] } }],
  ["product_line=%5C*", { filters: { product_line: ["*"] } }],
  ["product_line=%5C*,e%20f", { filters: { product_line: ["*", "e f"] } }],
  ["product_line=g%26h%3Di%25%2Bj,k%27l", { filters: { product_line: ["g&h=i%+j", "k'l"] } }],
  ["vs.period=2025", { against: { period: parsePeriod("2025"), filters: {} } }],
  ["period=2025&vs.period=last-quarter", { period: parsePeriod("2025"), against: { period: "last-quarter", filters: {} } }],
  ["vs.period=year-ago", { against: { period: "year-ago", filters: {} } }],
  ["period=2025Q3&vs.period=year-ago", { period: parsePeriod("2025Q3"), against: { period: "year-ago", filters: {} } }],
  [
    "region=east&vs.period=previous&vs.region=north",
    { filters: { region: ["east"] }, against: { period: "previous", filters: { region: ["north"] } } },
  ],
  [
    "region=east&vs.period=last-year&vs.region=north",
    { filters: { region: ["east"] }, against: { period: "last-year", filters: { region: ["north"] } } },
  ],
  ["region=east&vs.region=*", { filters: { region: ["east"] }, against: { period: "last-quarter", filters: {} } }],
  [
    "region=east&vs.product_line=%5C*",
    { filters: { region: ["east"] }, against: { period: "last-quarter", filters: { region: ["east"], product_line: ["*"] } } },
  ],
];

describe("a selection and its query", () => {
  test.each(EXAMPLES)("%s is read, nothing ignored", (query, selection) => {
    expect(read(query)).toEqual({ selection: select(selection), ignored: [] });
  });

  test.each(EXAMPLES)("%s is printed", (query, selection) => {
    expect(print(selection)).toBe(query);
  });

  test("what is printed is read as the same selection, nothing ignored", () => {
    assertProperty(
      fc.property(canonicalSelections, ([vocabulary, selection]) => {
        expect(parseSelection(printSelection(selection, vocabulary), vocabulary)).toEqual({ selection, ignored: [] });
      }),
      1000,
    );
  });
});

describe("printSelection(selection, vocabulary)", () => {
  test.each<[string, Partial<Selection>, string]>([
    ["members in the vocabulary's order, once", { filters: { region: ["south", "north", "south"] } }, "region=north,south"],
    ["no filter that keeps all members", { filters: { region: ["south", "north", "east"], segment: ["key"] } }, ""],
    ["no filter without members", { filters: { region: [] } }, ""],
    ["nothing that the vocabulary lacks", { filters: { region: ["north", "gone"], colour: ["red"] }, split: "colour" }, "region=north"],
    ["no period without data", { period: parsePeriod("2019") }, ""],
    [
      "the first period for a second one without data",
      { period: parsePeriod("2025"), against: { period: parsePeriod("2019"), filters: { region: ["north"] } } },
      "period=2025&vs.region=north",
    ],
    ["a range that is a quarter as the quarter", { period: { grain: "range", ...span("2026Q2") } }, "period=2026Q2"],
    [
      "no second scope like the first",
      { filters: { region: ["east"] }, against: { period: "last-quarter", filters: { region: ["east"] } } },
      "region=east",
    ],
    [
      "keys in one order",
      {
        show: "table",
        split: "region",
        against: { filters: { region: ["north"] }, period: "this-quarter" },
        filters: { product_line: ["e f"], region: ["east"] },
        period: "last-year",
      },
      "period=last-year&region=east&product_line=e%20f&split=region&show=table&vs.period=this-quarter&vs.region=north&vs.product_line=*",
    ],
  ])("writes %s", (_, selection, query) => {
    expect(print(selection)).toBe(query);
  });

  test("gives the same for members in any order", () => {
    const shuffled = canonicalSelections.chain(([vocabulary, selection]) =>
      fc
        .record(Object.fromEntries(Object.entries(selection.filters).map(([id, kept]) => [id, shuffledOf(kept)])))
        .map((filters) => [vocabulary, selection, { ...selection, filters }] as const),
    );
    assertProperty(
      fc.property(shuffled, ([vocabulary, selection, other]) => {
        expect(printSelection(other, vocabulary)).toBe(printSelection(selection, vocabulary));
      }),
    );
  });

  test("gives a query that an address keeps letter for letter", () => {
    assertProperty(
      fc.property(canonicalSelections, ([vocabulary, selection]) => {
        const query = printSelection(selection, vocabulary);
        expect(new URL(`https://example.org/?${query}`).search).toBe(query && `?${query}`);
      }),
    );
  });
});

describe("parseSelection(query, vocabulary)", () => {
  test.each<[string, string, string]>([
    ["a question mark before it", "?region=east", "region=east"],
    ["any percent-encoding", "%72egion=e%61st%2Csouth", "region=east,south"],
    ["a plus as a space", "product_line=e+f", "product_line=e%20f"],
    ["Chinese as it is", "product_line=华东", "product_line=%E5%8D%8E%E4%B8%9C"],
    ["keys in any order", "vs.region=north&show=table&region=east", "region=east&show=table&vs.region=north"],
    ["members under a repeated key together", "region=south&region=east", "region=east,south"],
    ["the last of a repeated key with one value", "show=table&period=2025&show=chart&period=2026", "period=2026"],
    ["every member named as no filter", "region=north,east,south", ""],
    ["* as all members", "region=*&product_line=e f,*", ""],
    ["* in the second scope as all members", "region=east&vs.region=east,*", "region=east&vs.region=*"],
    ["every member of the second scope as *", "region=east&vs.region=north,south,east", "region=east&vs.region=*"],
    ["a second scope like the first as none", "region=east&vs.region=east&vs.period=last-quarter", "region=east"],
    ["the months of a quarter as the quarter", "period=2026-04..2026-06", "period=2026Q2"],
    ["empty members as none", "region=&product_line=,e f,&vs.region=", "product_line=e%20f"],
    ["empty parts as none", "&&region=east&", "region=east"],
    ["defaults as nothing", "period=last-quarter&show=chart&vs.period=previous", ""],
    ["the period before with the same members as nothing", "region=east&vs.period=previous&vs.region=east", "region=east"],
  ])("reads %s", (_, query, printed) => {
    const { selection, ignored } = read(query);
    expect([printSelection(selection, VOCABULARY), ignored]).toEqual([printed, []]);
  });

  test.each<[query: string, printed: string, key: string, value: string]>([
    ["colour=red,blue&region=east", "region=east", "colour", "red,blue"],
    ["region=east,gone,north", "region=north,east", "region", "gone"],
    ["region=gone,gone&region=gone", "", "region", "gone"],
    ["region=East", "", "region", "East"],
    ["region=east&vs.region=gone", "region=east", "vs.region", "gone"],
    ["vs.colour=red", "", "vs.colour", "red"],
    ["vs.show=table", "", "vs.show", "table"],
    ["split=colour", "", "split", "colour"],
    ["show=pie", "", "show", "pie"],
    ["period=soon", "", "period", "soon"],
    ["period=year-ago", "", "period", "year-ago"],
    ["vs.period=before", "", "vs.period", "before"],
    ["period=2026Q5", "", "period", "2026Q5"],
    ["period=2026-06..2026-01", "", "period", "2026-06..2026-01"],
    ["period=2023Q4", "", "period", "2023Q4"],
    ["period=2026-11..2027-02", "", "period", "2026-11..2027-02"],
    ["period=2025&period=soon", "period=2025", "period", "soon"],
    ["period=2025&vs.period=2019", "period=2025", "vs.period", "2019"],
    ["constructor=a", "", "constructor", "a"],
    ["__proto__=a", "", "__proto__", "a"],
    ["flag", "", "flag", ""],
    ["product_line=\\", "", "product_line", "\\"],
    ["region=%E5%8D,east", "region=east", "region", "\uFFFD"],
    ["region=100%,east", "region=east", "region", "100%"],
  ])("of %s keeps %j, and says that it ignored %s, %s", (query, printed, key, value) => {
    const { selection, ignored } = read(query);
    expect([printSelection(selection, VOCABULARY), ignored]).toEqual([printed, [{ key, value }]]);
  });

  test.each(["2024-01", "2023-12..2024-01", "2026-10", "2026Q4", "2026", "2020-01..2030-12"])(
    "takes %s, where the data reach a month of it",
    (id) => {
      expect(read(`period=${id}`)).toEqual({ selection: select({ period: parsePeriod(id) }), ignored: [] });
    },
  );

  test("leaves keys of others alone", () => {
    expect(parseSelection("figure=trend&region=east", VOCABULARY, ["figure"])).toEqual({
      selection: select({ filters: { region: ["east"] } }),
      ignored: [],
    });
  });

  test("reads what is percent-encoded in full as the same", () => {
    assertProperty(
      fc.property(canonicalSelections, ([vocabulary, selection]) => {
        const query = [...new URLSearchParams(printSelection(selection, vocabulary))].map((pair) => pair.map(percentEncoded).join("="));
        expect(parseSelection(query.join("&"), vocabulary)).toEqual({ selection, ignored: [] });
      }),
    );
  });

  test("reads anything, and what it prints of that is read as the same, nothing ignored", () => {
    assertProperty(
      fc.property(vocabularies.chain(queries), ([vocabulary, query]) => {
        const { selection } = parseSelection(query, vocabulary);
        expect(parseSelection(printSelection(selection, vocabulary), vocabulary)).toEqual({ selection, ignored: [] });
      }),
      1000,
    );
  });
});

/** Queries that half make sense: right and wrong keys and values, encoded, raw or broken. */
function queries(vocabulary: Vocabulary): fc.Arbitrary<[Vocabulary, string]> {
  const ids = vocabulary.dimensions.map(({ id }) => id);
  const known = vocabulary.dimensions.flatMap((dimension) => dimension.members.map(({ id }) => id));
  const keys = fc.oneof(fc.constantFrom("period", "split", "show", ...ids), names);
  const periods = fc.constantFrom("2024Q1", "2025", "2024-02..2024-04", "2024-04..2024-02", "last-year", "year-ago", "previous", "1999");
  const values = fc.array(fc.oneof(fc.constantFrom("*", "%", "%E5", "table", ...known, ...ids), periods, names), { maxLength: 4 });
  const pair = fc.record({ key: keys, isAgainst: fc.boolean(), values, isRaw: fc.boolean() }).map(({ key, isAgainst, values, isRaw }) => {
    const parts = [isAgainst ? `vs.${key}` : key, values.join(",")];
    return (isRaw ? parts : parts.map(encodeURIComponent)).join("=");
  });
  return fc.array(pair, { maxLength: 8 }).map((pairs) => [vocabulary, pairs.join("&")]);
}

function percentEncoded(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
}

function shuffledOf<T>(values: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...values], { minLength: values.length });
}

function span(id: string): { start: number; end: number } {
  const { start, end } = parsePeriod(id);
  return { start, end };
}
