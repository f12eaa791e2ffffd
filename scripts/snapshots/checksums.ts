/** Hashes by path, as a text that `sha256sum -c` reads. */
export const printChecksums = (hashes: Readonly<Record<string, string>>): string =>
  Object.entries(hashes)
    .map(([path, hash]) => `${hash}  ${path}\n`)
    .join("");

/** Reads what `printChecksums` writes. Throws at a line of another form. */
export function parseChecksums(text: string): Record<string, string> {
  const lines = text.split("\n").filter((line) => line !== "");
  return Object.fromEntries(
    lines.map((line) => {
      const [, hash, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      if (hash === undefined || path === undefined)
        throw new Error(`no checksum: ${line}; expected 64 hexadecimal digits, two spaces, a path`);
      return [path, hash];
    }),
  );
}
