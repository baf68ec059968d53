import { loadShipped } from "./shipped";

/**
 * A first load, for scripts/run.ts, in a process of its own: its garbage is several times what a server ever makes, and with a server's
 * room for young objects a quarter of the work would be looking through it. Says how it went over its channel.
 */
process.on("disconnect", () => process.exit(1)); // whoever waits for it is gone
loadShipped().then(
  (outcome) => process.send?.(outcome, () => process.exit(0)),
  (error: unknown) => {
    console.error(error instanceof Error ? `  ${error.message}` : error);
    process.exit(1);
  },
);
