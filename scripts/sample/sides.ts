/** What the survey tool calls the sides. */
export const SIDES = { sales: "销售", rnd: "研发", product: "产品", support: "支持" } as const;
