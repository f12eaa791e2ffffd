/** Parts of Plot that its core calls and no chart of ours draws, with what they give it instead: no map, colours, legends, or tips that follow the pointer. */
const UNUSED = {
  "projection.js": "undefined",
  "scales/schemes.js": "undefined",
  "legends.js": "[]",
  "marks/tip.js": "undefined",
  "interactions/pointer.js": "undefined",
};

const FOLDER = "/@observablehq/plot/src/";
const EXPORTED = /^export (?:function|class|const) (\w+)/gm;

/** Leaves out of a bundle what charts do not use of Plot: its unused parts export the same names, and functions that do nothing. */
export const leanPlot = {
  name: "lean-plot",
  transform(code: string, path: string) {
    const nothing = Object.entries(UNUSED).find(([part]) => path.endsWith(`${FOLDER}${part}`))?.[1];
    if (!nothing) return null;
    const names = [...code.matchAll(EXPORTED)].map(([, name]) => `nothing as ${name}`);
    return { code: `const nothing = () => ${nothing};\nexport { ${names.join(", ")} };`, map: null };
  },
};
