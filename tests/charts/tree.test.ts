import { describe, expect, test } from "vitest";
import { type TreeNode, treeChart } from "../../src/charts/tree.ts";
import { NARROW } from "../../src/charts/widths.ts";
import { expectDrawing, given, textsOf } from "./drawing.ts";

const node = (id: string, parent: string | null, told: Partial<TreeNode> = {}): TreeNode => ({
  ...{ id, parent, level: id.length - 1, name: `${id} 的目标`, owner: "研发部", value: "96%", isMet: true, remarks: [] },
  ...told,
});

/** Ids as long as the level is deep. */
const GOALS = [
  node("A", null, { name: "新品销售收入", owner: "公司" }),
  node("AA", "A", { name: "新品销售收入（万元）", owner: "业务部", value: "84%", isMet: false }),
  node("AB", "A", { name: "按计划上市的新品个数与每季复盘次数", owner: "产品管理部", remarks: ["△ 对方未关联"] }),
  node("AAA", "AA", { name: "新客户拜访", owner: "区域经理" }),
  node("AAB", "AA", { name: "续签率", owner: "大客户经理", value: "–", isMet: null }),
  node("B", null, { name: "客户满意度", owner: "公司", value: "100%" }),
  node("BA", "B", { name: "首次响应达成率", owner: "研发部", value: "61%", isMet: false }),
  node("BB", "B", { name: "24 小时解决率", owner: "售后部" }),
  node("CA", null, { name: "培训场次", owner: "人力资源部", remarks: ["△ 没有上级目标"] }),
  node("BBA", "BB", { name: "按时回访", owner: "客户成功经理" }),
];
const LINKS = [
  { from: "AA", to: "AB", isOneSided: false },
  { from: "AB", to: "BA", isOneSided: true },
  { from: "BB", to: "AAB", isOneSided: false },
];
const options = { ...given(), levels: ["公司", "部门", "岗位"], links: LINKS };

const pathsOf = (svg: SVGElement, selector: string) => [...svg.querySelectorAll(`${selector}`)].map((path) => path.getAttribute("d"));

describe("treeChart(nodes)", () => {
  test("sets levels side by side, a first child beside its parent, and links across the branches", async () => {
    const svg = await expectDrawing("tree", () => treeChart(GOALS, options), 12_000);
    const yOf = (name: string) => [...svg.querySelectorAll("text")].find(({ textContent }) => textContent === name)?.getAttribute("y");
    expect(yOf("新品销售收入")).toBe(yOf("新客户拜访"));
    expect([pathsOf(svg, ".target").length, pathsOf(svg, ".benchmark").length, pathsOf(svg, ".key").length]).toEqual([2, 1, 1]);
  });

  test("is a list on little width, with links in words", async () => {
    const svg = await expectDrawing("tree-narrow", () => treeChart(GOALS, { ...options, width: NARROW }), 12_000);
    expect(textsOf(svg).filter((text) => /^[↔→]/.test(text))).toEqual(["↔ 产品管理部", "↔ 售后部", "↔ 业务部", "→ 研发部", "↔ 大客户经理"]);
    expect(svg.querySelectorAll(".target, .benchmark")).toHaveLength(0);
  });

  test("shows by its dots what is met, missed and not known yet", () => {
    const svg = treeChart(GOALS, options);
    expect(["dot", "dot hollow", "dot other"].map((name) => svg.querySelectorAll(`[class="${name}"] circle`).length)).toEqual([7, 2, 1]);
  });

  test("draws no line to a parent that is not given or not above", () => {
    const svg = treeChart([node("AA", "X"), node("BB", "CC"), node("CC", "BB")], options);
    expect(pathsOf(svg, ".baseline path")).toEqual([]);
    expect(textsOf(svg, "text.strong")).toHaveLength(3);
  });

  test("dims what the reader left out", async () => {
    const chosen = GOALS.map((goal) => ({ ...goal, isSelected: goal.owner === "研发部" }));
    const svg = await expectDrawing("tree-selected", () => treeChart(chosen, options), 13_000);
    expect(textsOf(svg, "text.selected")).toContain("首次响应达成率");
  });

  test("says that there is nothing", () => {
    expect(textsOf(treeChart([], options))).toEqual(["暂无数据"]);
  });
});
