/** Milliseconds of rest after which the number in view is said: a reader who moves on hears no number of the way. */
const SAID_AFTER = 700;

/**
 * Says something once nothing has moved for a while, and then only what is so by then.
 * @param say called with what there is to say; null says nothing
 */
export function sayAfterRest(now: () => string | null, say: (text: string) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  return {
    /** Something moved. */
    moved: () => {
      stop();
      timer = setTimeout(() => {
        const text = now();
        if (text !== null) say(text);
      }, SAID_AFTER);
    },
    stop,
  };
}
