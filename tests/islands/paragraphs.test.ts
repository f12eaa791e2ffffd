import { describe, expect, test } from "vitest";
import { textWidth } from "../../src/charts/parts/measure.ts";
import { blockOf, type Paragraph } from "../../src/islands/figure/take-away/paragraphs.ts";

const paragraph = (text: string, given: Partial<Paragraph> = {}): Paragraph => ({ text, sizes: [24, 18, 12], colour: "--ink", ...given });
const widthOf = ({ text, size }: { text: string; size: number }) => (textWidth(text) * size) / 12;

describe("blockOf", () => {
  test.each([
    ["短句。", 24, 1],
    ["技术支持请求有四成没能在二十四小时内首次响应，达成率比上季低十八个百分点。", 18, 2],
    ["技术支持请求有四成没能在二十四小时内首次响应，达成率比上季低十八个百分点。".repeat(4), 12, 5],
  ])("sets %s in the largest type of its sizes in which it takes two lines, else in the smallest", (text, size, lines) => {
    const block = blockOf([paragraph(text, { most: 2 })], 400);
    expect(block.lines.map((line) => line.size)).toEqual(Array.from({ length: lines }, () => size));
    expect(block.lines.map((line) => line.text).join("")).toBe(text);
    expect(Math.max(...block.lines.map(widthOf))).toBeLessThanOrEqual(400);
  });

  test("breaks an address after its signs, and keeps all of it", () => {
    const address = `https://tandem.example.org/metrics/time-to-approval/?${"region=east,north,south&".repeat(20)}period=2026Q3#time-to-approval-trend`;
    const { lines } = blockOf([paragraph(address, { sizes: [12], isAddress: true })], 400);
    expect(lines.map(({ text }) => text).join("")).toBe(address);
    expect(lines.slice(0, -1).filter(({ text }) => !/[/?&=,#-]$/.test(text))).toEqual([]);
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(400);
  });

  test("is as high as its lines and the space between its paragraphs, and leaves out what is empty", () => {
    const one = blockOf([paragraph("one")], 400).height;
    expect(blockOf([paragraph("one", { after: 10 }), paragraph(""), paragraph("one", { after: 10 })], 400).height).toBeCloseTo(
      2 * one + 10,
    );
  });
});
