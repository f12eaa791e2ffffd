import type { Language } from "../language.ts";
import { forms } from "./forms.ts";
import { words } from "./words.ts";

export default { locale: "en", tag: "en", name: "English", words, forms } satisfies Language;
