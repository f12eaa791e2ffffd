import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from "yauzl";
import { asBroken, brokenWorkbook } from "./broken.ts";
import { inflate } from "./inflate.ts";

/** The files within a workbook. Their names are compared without regard to case, as the packaging standard has it. */
export interface Parts {
  /** Path of the workbook. */
  path: string;
  names: readonly string[];
  has: (name: string) => boolean;
  /** The text of a part, piece by piece. Throws a DataError when there is none of that name, or it cannot be inflated in full. */
  textsOf: (name: string) => AsyncGenerator<string, void, undefined>;
  close: () => void;
}

/** Lists the parts of a zip. Throws a DataError when it cannot be. */
export async function openParts(path: string): Promise<Parts> {
  const zip = await openZip(path);
  const entries = await entriesOf(zip, path).catch((cause: unknown) => {
    zip.close();
    throw cause;
  });
  return {
    path,
    names: [...entries.values()].map(nameOf),
    has: (name) => entries.has(name.toLowerCase()),
    textsOf: (name) => {
      const entry = entries.get(name.toLowerCase());
      if (!entry) throw brokenWorkbook(path, `no part ${name}`);
      return decode(inflate(zip, entry, { path, name }), path, name);
    },
    close: () => zip.close(),
  };
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false, decodeStrings: false, validateEntrySizes: false });
  } catch {
    throw brokenWorkbook(
      path,
      { zh: "文件不完整", en: "a zip that ends too early" },
      { zh: "整个文件：重新复制或下载", en: "the whole file: copy or download it again" },
    );
  }
}

async function entriesOf(zip: ZipFile, path: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) entries.set(nameOf(entry).toLowerCase(), entry);
  } catch (cause) {
    throw asBroken(path, "the list of its parts", cause);
  }
  return entries;
}

/** Some writers put a backslash between folders, or a slash before the first. */
const nameOf = ({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string =>
  getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false).replace(/^\/+/, "");

async function* decode(chunks: AsyncIterable<Buffer>, path: string, name: string): AsyncGenerator<string, void, undefined> {
  let decoder: TextDecoder | null = null;
  try {
    for await (const chunk of chunks) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder?.decode() ?? "";
  } catch (cause) {
    throw asBroken(path, name, cause);
  }
}

/** Parts are in UTF-8 or UTF-16, the latter with a byte order mark. */
function encodingOf(chunk: Buffer): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return "utf-16le";
  return chunk[0] === 0xfe && chunk[1] === 0xff ? "utf-16be" : "utf-8";
}
