import { isUtf8 } from "node:buffer";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { DataError, nearest } from "../../src/core/errors.ts";
import { encodingOf } from "./encoding-of.ts";

/** A text in UTF-8, UTF-16 or GB18030, whichever it is in, without its byte order mark; null where it is in none of them. */
function decoded(bytes: Buffer): string | null {
  const encoding = encodingOf(bytes) ?? (isUtf8(bytes) ? "utf-8" : "gb18030");
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The file beside one that is not there whose name may be a slip of the pen, such as `sources.yml`. */
function meant(file: string): string | undefined {
  const [folder, name] = [dirname(file), basename(file)];
  const there = existsSync(folder) ? readdirSync(folder) : [];
  const stem = (each: string) => basename(each, extname(each)).toLowerCase();
  return there.find((each) => stem(each) === stem(name)) ?? nearest(name, there);
}

/** Where a file should be and is not, with what to do. */
function notThere(file: string): DataError {
  const near = meant(file);
  const [name, folder] = [basename(file), dirname(file)];
  return new DataError(`缺少文件 · a file is missing: ${file}`, [
    {
      file: name,
      found: near === undefined ? { zh: "没有这个文件", en: "no such file" } : { zh: `只有 ${near}`, en: `no such file, but ${near}` },
      expected: { zh: "一个配置文件", en: "a file with settings" },
      remedy: near
        ? { zh: `把 ${near} 改名为 ${name}`, en: `rename ${near} to ${name}` }
        : { zh: `npm run init -- ${folder} 会写出一份`, en: `npm run init -- ${folder} writes one` },
    },
  ]);
}

/** The text of a file with settings, in whichever encoding an editor saved it. Throws a DataError where it is not there, or no text. */
export function readConfigText(file: string): string {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw notThere(file);
  const text = decoded(readFileSync(file));
  if (text !== null && !text.includes("\0")) return text;
  throw new DataError(`文件读不了 · ${file} cannot be read`, [
    {
      file: join(basename(dirname(file)), basename(file)),
      found: { zh: "其他编码的字节", en: "bytes of another encoding" },
      expected: { zh: "UTF-8、UTF-16 或 GB18030 的文字", en: "text in UTF-8, UTF-16 or GB18030" },
      remedy: { zh: "在编辑器中另存为 UTF-8", en: "save it as UTF-8 in an editor" },
    },
  ]);
}
