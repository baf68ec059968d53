/** One line of what `npm start` does, with the time it took; a line before it where that is long. */

/**
 * @template T
 * @param {string} name what is done, in a word or two
 * @param {() => T | Promise<T>} work returns what happened, in words
 */
export async function step(name, work) {
  const started = performance.now();
  const patience = setTimeout(() => console.log(`  ${name} ...`), 3000);
  const outcome = await Promise.resolve(work()).finally(() => clearTimeout(patience));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`  ${name.padEnd(13)} ${String(outcome).padEnd(46)} ${seconds.padStart(6)} s`);
  return outcome;
}
