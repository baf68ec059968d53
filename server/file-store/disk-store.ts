import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { assertKey, type FileStore } from "@/server/file-store/file-store";

/** Files in a folder of this machine, a few hundred to a folder. A file is there whole or not at all, also after the power went. */
export function diskStore(folder: string): FileStore {
  const placeOf = (key: string) => {
    assertKey(key);
    return join(folder, key.slice(0, 2), key);
  };
  return {
    put: async (key, bytes) => {
      const place = placeOf(key);
      await mkdir(join(folder, key.slice(0, 2)), { recursive: true, mode: 0o700 });
      const beside = `${place}.${randomUUID()}`;
      const file = await open(/* turbopackIgnore: true */ beside, "wx", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, place);
    },
    get: (key) => readFile(placeOf(key)).catch(absent),
    remove: (key) => rm(placeOf(key), { force: true }),
  };
}

function absent(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  throw error;
}
