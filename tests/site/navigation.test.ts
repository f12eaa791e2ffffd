import { expect, test } from "vitest";
import { type Door, doorsOf } from "../../src/site/navigation.ts";
import { MATRIX_SITE, matrixPage } from "./matrix-site.ts";
import { pageFor } from "./tiny-site.ts";

const inShort = (doors: readonly Door[]) =>
  doors.map((door) => ("links" in door ? [door.text, ...door.links.map(({ path }) => path)] : door.path));

test("doorsOf(page) are the overview, the effects, departments, other topics, and what the numbers are made of", () => {
  expect(inShort(doorsOf(matrixPage(), []))).toEqual([
    "",
    ["Effects", "response/", "market/", "cost/", "satisfaction/"],
    ["Departments", "matrix/", "departments/rnd/", "departments/marketing/", "departments/hr/", "departments/finance/"],
    ["Collaboration", "waiting/", "requirements/", "leads/", "sales/", "deals/", "lost-deals/", "goals/", "rhythm/"],
    ["Metrics and data", "metrics/", "data/"],
  ]);
});

test("doorsOf(page) lead to further pages about the data, where there are any", () => {
  expect(inShort(doorsOf(matrixPage({ locale: "zh" }), [{ path: "more/", text: "还可以看到什么" }])).at(-1)).toEqual([
    "指标与数据",
    "metrics/",
    "data/",
    "more/",
  ]);
});

test("doorsOf(page) say of which department it is known that it clearly got worse", () => {
  const departments = doorsOf(matrixPage(), []).find(({ text }) => text === "Departments");
  const states = departments && "links" in departments ? departments.links.map(({ text, state }) => [text, state?.mark, state?.words]) : [];
  expect(states.filter(([, mark]) => mark)).toEqual([["R&D", "▼", "worse"]]);
});

test("doorsOf(page) are plain pages where there are few", () => {
  const page = pageFor({});
  const few = { ...page, site: { ...page.site, topics: page.site.topics.slice(0, 4) } };
  expect(inShort(doorsOf(few, []))).toEqual(["", "response/", "market/", "cost/", "satisfaction/", "metrics/", "data/"]);
});

test("doorsOf(page) name no departments where nothing shows what they promised", () => {
  const site = { ...MATRIX_SITE, metrics: MATRIX_SITE.metrics.filter(({ id }) => id !== "sla-attainment") };
  expect(inShort(doorsOf(matrixPage({ site }), [])).map((door) => (typeof door === "string" ? door : door[0]))).toEqual([
    ...["", "Effects", "Collaboration", "Metrics and data"],
  ]);
});
