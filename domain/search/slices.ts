/** Runs what stops every few milliseconds of its work without stopping. */
export function inOneGo<Made>(making: Generator<void, Made>): Made {
  for (;;) {
    const step = making.next();
    if (step.done) return step.value;
  }
}

/** @param turn waits, at every stop, until whatever else there is to do has been done */
export async function bySlices<Made>(
  making: Generator<void, Made>,
  turn: () => Promise<void>,
): Promise<Made> {
  for (;;) {
    const step = making.next();
    if (step.done) return step.value;
    await turn();
  }
}
