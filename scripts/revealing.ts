import { databaseUrls, openDb } from "@/db/client";
import { warmReference } from "@/server/look-up/warm-reference";
import { listRevealing, revealingInWords } from "@/server/revealing/list-revealing";

/** `npm run revealing`: lists what is public and tells where care is that is shown by area only. Ends with 1 where something does. */
const DEADLINE = 5 * 60_000;

async function main(): Promise<number> {
  const { url, role } = databaseUrls();
  await warmReference();
  const { db, close } = openDb({ url, role, deadlineMs: DEADLINE, size: 1 });
  try {
    const revealing = await listRevealing(db);
    for (const line of revealingInWords(revealing)) console.log(line);
    for (const { type, id, category, pages, found } of revealing) {
      const what = found.map(({ field, reason }) => `${field} (${reason})`).join(", ");
      console.log(`  ${category ?? type} ${id}: ${what}; ${pages.join(" ")}`);
    }
    return revealing.length === 0 ? 0 : 1;
  } finally {
    await close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
