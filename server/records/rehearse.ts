import type { Db } from "@/db/client";

const REHEARSED = new Error("rehearsed");

/** Does it and takes all of it back, for what it would throw or would have made. */
export async function rehearse<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  const done: T[] = [];
  await db
    .transaction(async (inner) => {
      done.push(await work(inner));
      throw REHEARSED;
    })
    .catch((error: unknown) => {
      if (error !== REHEARSED) throw error;
    });
  for (const made of done) return made;
  throw new Error("nothing was rehearsed");
}
