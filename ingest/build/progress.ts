const EVERY_ROWS = 250_000;

/**
 * Says how far a reading is, at every 250,000 rows: rows, rate and time left.
 * @param shareDone how much of the file has been read, from 0 to 1, when so many rows have been
 * @returns to be called at every row; gives the rows so far
 */
export function progress(say: (line: string) => void, shareDone: (rows: number) => number): () => number {
  const started = performance.now();
  let rows = 0;
  return () => {
    if (++rows % EVERY_ROWS === 0) {
      const seconds = (performance.now() - started) / 1000;
      const share = Math.min(1, Math.max(0.001, shareDone(rows)));
      const left = seconds / share - seconds;
      say(`${rows} read, ${Math.round(rows / seconds)} a second, about ${Math.round(left)} s left`);
    }
    return rows;
  };
}
