import { z } from "zod";
import { changed, type Step } from "../step.ts";

/** Header → what is put before its cells, so that ids of two systems that count alike stay apart. A cell that says nothing stays as it is. */
export const prefix: Step<Record<string, string>> = {
  setting: z.record(z.string(), z.string().min(1)),
  prepare: async (given, { missing }) => {
    const nothing = new Set(["", ...missing.map((word) => word.trim())]);
    return ({ header, placeOf }) => {
      const before = new Map(Object.entries(given).map(([name, text]) => [placeOf(name), text]));
      const put = (field: string | null, at: number) => {
        const text = before.get(at);
        return text === undefined || field === null || nothing.has(field.trim()) ? field : `${text}${field.trim()}`;
      };
      return { header, take: (entry) => [changed(entry, { fields: entry.fields.map(put) })] };
    };
  },
};
