import { type ParseArgsConfig, parseArgs } from "node:util";
import { unknownName } from "../../src/core/errors.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** The options of a command line. Throws at one that is not known, with the nearest that is, and at any other word. */
export function readOptions<T extends Options>(options: T) {
  const { tokens } = parseArgs({ options, strict: false, tokens: true, allowPositionals: true });
  for (const token of tokens) {
    if (token.kind === "positional") throw new Error(`unknown word on the command line: ${token.value}; expected options only`);
    if (token.kind === "option" && !Object.hasOwn(options, token.name))
      throw unknownName(
        "option",
        token.rawName,
        Object.keys(options).map((name) => `--${name}`),
      );
  }
  return parseArgs({ options }).values;
}
