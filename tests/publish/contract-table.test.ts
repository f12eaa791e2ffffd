import { expect, test } from "vitest";
import { amount, choice, key, reference } from "../../src/core/columns.ts";
import { defineTable } from "../../src/core/contract.ts";
import { contractTable } from "../../src/publish/contract-table.ts";
import { pageFor, text } from "../site/tiny-site.ts";

const said = { description: text("列。", "A column."), publish: "never", example: "" } as const;

const TABLE = defineTable({
  id: "things",
  label: text("事", "Things"),
  description: text("每行一件。", "One row per thing."),
  key: ["thing_id"],
  columns: {
    thing_id: key({ ...said, required: true, label: text("编号", "Id") }),
    must: choice({ ...said, required: true, label: text("必须", "Must"), values: { yes: text("是", "Yes"), no: text("否", "No") } }),
    region: reference({ ...said, required: false, publish: "grouped", label: text("区域", "Region"), references: "members.member" }),
    amount_cny: amount({ ...said, required: false, publish: "summed", label: text("金额", "Amount") }),
  },
});

test("contractTable() says of each column what it means, what it may hold, and whether it is required and published", () => {
  const { caption, rows } = contractTable(pageFor(), TABLE);
  expect(caption).toBe("Things");
  expect(rows).toEqual([
    ["thing_id (Key)", "Id: A column.", "key", "–", "required", "never published"],
    ["must", "Must: A column.", "choice", "yes Yes, no No", "required", "never published"],
    ["region", "Region: A column.", "reference", "→ members.member", "may be empty", "may be grouped by"],
    ["amount_cny", "Amount: A column.", "amount", "CNY", "may be empty", "only in sums"],
  ]);
});
