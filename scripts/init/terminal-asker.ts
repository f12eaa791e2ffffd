import { isCancel, select, text } from "@clack/prompts";
import type { Asker } from "./asker.ts";

/** Asks on the terminal. Throws when a question is turned down (Ctrl+C); what is to be written waits for all answers. */
export const terminalAsker: Asker = {
  isThere: true,
  choose: async ({ zh, en }, answers) => {
    const options = answers.map(({ label }, at) => ({ value: at, label }));
    const chosen = await select({ message: `${zh} · ${en}`, options, initialValue: 0 });
    if (isCancel(chosen)) throw turnedDown();
    return (answers[chosen] ?? answers[0]).value;
  },
  write: async ({ zh, en }, usual) => {
    const written = await text({ message: `${zh} · ${en}`, defaultValue: usual, placeholder: usual });
    if (isCancel(written)) throw turnedDown();
    return written;
  },
};

const turnedDown = () =>
  new Error(
    "没有回答提问；请再运行一次，或加 --yes 取最可能的 · a question was turned down; run it again, or with --yes to take what is likeliest",
  );
