import { FileRefusal } from "@/ingest/spreadsheet-refusal";

/** Processes that read workbooks at one time, however many people send some: each may take 400 MB. */
const AT_ONCE = 1;
/** Milliseconds that one waits for its turn. */
const PATIENCE = 60_000;

type Turns = { running: number; waiting: (() => void)[] };
// Next bundles this module more than once in one process, and there is one machine.
const key = Symbol.for("nhs-map.workbook-turns");

/**
 * Reads when it is its turn.
 * @throws FileRefusal "workbook-busy" where it does not come in time
 */
export async function readInTurn<T>(read: () => Promise<T>, patience: number = PATIENCE): Promise<T> {
  const known: Turns | undefined = Reflect.get(globalThis, key);
  const turns = known ?? { running: 0, waiting: [] };
  Reflect.set(globalThis, key, turns);
  if (turns.running >= AT_ONCE) await turn(turns, patience);
  else turns.running += 1;
  try {
    return await read();
  } finally {
    // The place is handed to the next one, or is free.
    const next = turns.waiting.shift();
    if (next) next();
    else turns.running -= 1;
  }
}

function turn(turns: Turns, patience: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const take = () => {
      clearTimeout(late);
      resolve();
    };
    const late = setTimeout(() => {
      turns.waiting.splice(turns.waiting.indexOf(take), 1);
      reject(new FileRefusal("workbook-busy"));
    }, patience);
    turns.waiting.push(take);
  });
}
