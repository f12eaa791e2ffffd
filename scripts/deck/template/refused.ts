import { DataError } from "../../../src/core/errors.ts";
import type { Text } from "../../../src/core/text.ts";

export const POWERPOINT: Text = {
  zh: "PowerPoint 模板（.potx）或演示文稿（.pptx）",
  en: "a PowerPoint template (.potx) or presentation (.pptx)",
};
export const SAVE: Text = { zh: "用 PowerPoint 或 WPS 打开，另存为 .potx", en: "open the file in PowerPoint or WPS and save it as .potx" };

/** Why a file is no template for a deck, and what to do. */
export function refused(file: string, found: Text, expected = POWERPOINT, remedy = SAVE): DataError {
  return new DataError(`模板不能用 · the template cannot be used: ${file}`, [{ file, found, expected, remedy }]);
}
