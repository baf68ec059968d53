import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { PACKED_FOLDER } from "@/server/http/packed-files";

const { BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT, BROTLI_PARAM_QUALITY } = constants;
/** Eleven is a fiftieth smaller and takes twice the time, which is time of a first start. */
const QUALITY = 10;
/** What is sent as text, and is large enough to be worth a file of its own. What the bundler copies of a library beside its worker is asked for by nobody. */
const TEXT = /\.(?:js|mjs|css|json|svg)$/;
const UNUSED = /maplibre-gl(?!-worker\.)[\w-]*\.[\w-]+\.mjs$/;
const WORTH_IT = 1024;

/** Packs the files of a build and of the public folder, each once, nearly as small as brotli can. @returns how many */
export async function packFiles(root: string): Promise<number> {
  const folder = join(root, PACKED_FOLDER);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = [
    ...textFiles(join(root, ".next/static"), "_next/static"),
    ...textFiles(join(root, "public"), ""),
  ];
  // The library's own threads take one each; what is packed waits for nothing.
  await Promise.all(files.map(({ path, address }) => pack(path, join(folder, `${address}.br`))));
  return files.length;
}

function textFiles(folder: string, address: string): { path: string; address: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => ({ path: join(folder, name), address: join(address, name) }))
    .filter(({ path }) => TEXT.test(path) && !UNUSED.test(path) && statSync(path).size >= WORTH_IT);
}

async function pack(from: string, to: string): Promise<void> {
  const plain = await readFile(from);
  const packed = await promisify(brotliCompress)(plain, {
    params: {
      [BROTLI_PARAM_QUALITY]: QUALITY,
      [BROTLI_PARAM_SIZE_HINT]: plain.length,
      [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
    },
  });
  mkdirSync(dirname(to), { recursive: true });
  await writeFile(to, packed);
}
