import { type ParseArgsConfig, parseArgs } from "node:util";
import { unknownName } from "../../src/core/errors.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** The options of a command line. Throws at one that is not known, with the nearest that is, and at any other word. */
export function readOptions<T extends Options>(options: T) {
  const { values, words } = readOptionsAndWords(options);
  if (words[0] !== undefined)
    throw new Error(`命令行中有不认识的词 · unknown word on the command line: ${words[0]}; expected options only`);
  return values;
}

/** The options of a command line, and its other words. Throws at an option that is not known, with the nearest that is. */
export function readOptionsAndWords<T extends Options>(options: T) {
  const { tokens } = parseArgs({ options, strict: false, tokens: true, allowPositionals: true });
  for (const token of tokens) {
    if (token.kind === "option" && !Object.hasOwn(options, token.name))
      throw unknownName(
        "option",
        token.rawName,
        Object.keys(options).map((name) => `--${name}`),
      );
  }
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  return { values, words: positionals };
}
