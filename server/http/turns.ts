/** How many may be inside at once, of one and of all; how many may wait, and for how long. */
export type TurnLimits = { each: number; all: number; waiting: number; waitMs: number };

type Waiting = { who: string; enter: () => void };

/** Lets a few in at a time, in the order in which they came, and sends away who has waited too long. */
export function takeTurns({ each, all, waiting, waitMs }: TurnLimits) {
  const inside = new Map<string, number>();
  let total = 0;
  let queue: Waiting[] = [];

  const hasRoom = (who: string) => total < all && (inside.get(who) ?? 0) < each;

  function admit(who: string): () => void {
    inside.set(who, (inside.get(who) ?? 0) + 1);
    total++;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const others = (inside.get(who) ?? 1) - 1;
      if (others === 0) inside.delete(who);
      else inside.set(who, others);
      total--;
      const next = queue.find((one) => hasRoom(one.who));
      if (!next) return;
      queue = queue.filter((one) => one !== next);
      next.enter();
    };
  }

  /** @returns what to call when done, or null when there was no room in time. */
  return (who: string): Promise<(() => void) | null> => {
    if (hasRoom(who)) return Promise.resolve(admit(who));
    if (waitMs === 0 || queue.length >= waiting) return Promise.resolve(null);
    return new Promise((done) => {
      const one = {
        who,
        enter: () => {
          clearTimeout(tooLong);
          done(admit(who));
        },
      };
      const tooLong = setTimeout(() => {
        queue = queue.filter((other) => other !== one);
        done(null);
      }, waitMs);
      queue.push(one);
    });
  };
}
