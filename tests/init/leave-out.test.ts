import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { buildWhatFits } from "../../scripts/init/leave-out.ts";
import { stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { DataError } from "../../src/core/errors.ts";
import { CLOCK } from "../stage/folder.ts";
import { csv, folderOf, initOf, rows } from "./folder.ts";

const day = (at: number) => `2026-0${1 + (at % 6)}-${String(1 + (at % 28)).padStart(2, "0")}`;

const ORDERS = csv("Order No,Order date,Customer ID,Amount", ...rows(30, (at) => `O${at},${day(at)},C1,${at}`));

/** What is built of a folder, in the end, and what was said on the way. */
const builtOf = (files: Parameters<typeof folderOf>[0]) => buildIn(folderOf(files));

async function buildIn(folder: string) {
  const said: string[] = [];
  const build = async () => {
    try {
      const { tables } = await stageAll({ dataDir: folder, clock: CLOCK, progress: silentProgress });
      return [...tables.keys()];
    } catch (error) {
      return error as Error;
    }
  };
  const built = await buildWhatFits(folder, await initOf(folder), { build, say: (text) => said.push(text) });
  return { built, said: said.join("\n"), sources: readFileSync(join(folder, "sources.yaml"), "utf8") };
}

test("an entry whose records are refused is commented out with the reason, and the others are built", async () => {
  const leads = rows(30, (at) => `L${at % 10},${day(at)},Fair`);
  const { built, said, sources } = await builtOf({ "orders.csv": ORDERS, "leads.csv": csv("Lead ID,Created date,Lead source", ...leads) });
  expect(built).toEqual(expect.arrayContaining(["orders"]));
  expect(said).toContain("线索 leads：暂不采用，已在 sources.yaml 里注释掉");
  expect(sources).toMatch(
    / {2}# 请核对：暂不采用 · check: left out: leads: 拒绝的记录过多 · \d+ of 30 records rejected .*\n {2}# leads:\n {2}# {3}files: leads.csv\n/,
  );
  expect(Object.keys((parse(sources) as { exports: object }).exports)).toEqual(["orders"]);
});

test("an entry whose SELECT cannot be used is commented out, and the others are built", async () => {
  const leads = rows(30, (at) => `L${at},${day(at)},Fair`);
  const folder = folderOf({ "orders.csv": ORDERS, "leads.csv": csv("Lead ID,Created date,Lead source", ...leads) });
  const issue = { file: "sources.yaml", column: "exports.leads.sql", found: "Binder Error", expected: "one SELECT over records" };
  const exportsIn = () => Object.keys((parse(readFileSync(join(folder, "sources.yaml"), "utf8")) as { exports: object }).exports);
  const build = async () => (exportsIn().includes("leads") ? new DataError("exports.leads.sql cannot be used", [issue]) : exportsIn());
  expect(await buildWhatFits(folder, await initOf(folder), { build, say: () => {} })).toEqual(["orders"]);
});

test("an entry that lacks a required column is left out as well", async () => {
  const orders = csv("Order No,Order date,Customer ID", ...rows(30, (at) => `O${at},${day(at)},C1`));
  const deals = csv("Deal ID,Opened on,Closed on,Outcome,Amount", ...rows(30, (at) => `D${at},${day(at)},${day(at)},Won,5`));
  const { built, said } = await builtOf({ "orders.csv": orders, "deals.csv": deals });
  expect(built).toEqual(["deals"]);
  expect(said).toContain("required columns are missing: amount_cny");
});

test("nothing is left out where what is left has no day", async () => {
  const orders = csv("Order No,Order date,Customer ID", ...rows(30, (at) => `O${at},${day(at)},C1`));
  const products = csv("Product code,Product name,Product line", ...rows(30, (at) => `P${at},Chair ${at},Chairs`));
  const { built, said } = await builtOf({ "orders.csv": orders, "products.csv": products });
  expect(String(built)).toContain("expected the required column amount_cny");
  expect(said).toBe("");
});

test("an only entry stays as it is, with the error", async () => {
  const leads = rows(30, (at) => `L${at % 10},${day(at)},Fair`);
  const { built, sources } = await builtOf({ "leads.csv": csv("Lead ID,Created date,Lead source", ...leads) });
  expect(built).toBeInstanceOf(Error);
  expect(sources).toContain("\n  leads:\n");
});

test("what was left out is not proposed again", async () => {
  const leads = rows(30, (at) => `L${at % 10},${day(at)},Fair`);
  const folder = folderOf({ "orders.csv": ORDERS, "leads.csv": csv("Lead ID,Created date,Lead source", ...leads) });
  await buildIn(folder);
  const before = readFileSync(join(folder, "sources.yaml"), "utf8");
  const { drafts, known } = await initOf(folder);
  expect({ drafts, known }).toEqual({ drafts: [], known: ["leads.csv", "orders.csv"] });
  expect(readFileSync(join(folder, "sources.yaml"), "utf8")).toBe(before);
});

test("a table is not made of lines that name its members in ever other words", async () => {
  const line = (name: (at: number) => string) => (at: number) => `O${at},${day(at)},C1,P${at % 5},${name(at)},10`;
  const header = "Order No,Order date,Customer ID,Product code,Product name,Amount";
  const made = (name: (at: number) => string) => initOf(folderOf({ "sales.csv": csv(header, ...rows(40, line(name))) }));
  expect((await made((at) => `Chair ${at % 5}`)).exports).toHaveProperty("products");
  expect((await made((at) => `Chair ${at}`)).exports).not.toHaveProperty("products");
});
