import type { Language } from "../language.ts";
import { forms } from "./forms.ts";
import { spaced, throughout } from "./spacing.ts";
import { words } from "./words.ts";

export default { locale: "zh", tag: "zh-CN", name: "中文", words: throughout(words, spaced), forms } satisfies Language;
