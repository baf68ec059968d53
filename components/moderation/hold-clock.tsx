"use client";

import { useEffect, useState } from "react";

type Props = { secondsLeft: number; until: string; holds: string; soon: string; over: string };

const SOON_SECONDS = 5 * 60;

/**
 * Says until when a moderator holds a report, when that is soon, and when it is over: the page itself may stand open for longer. It
 * asks the time and counts nothing, because a computer that slept, or a tab that was put away, counts wrong.
 */
export function HoldClock({ secondsLeft, until, holds, soon, over }: Props) {
  const [left, setLeft] = useState({ until, seconds: secondsLeft });
  useEffect(() => {
    // From the seconds that the server says are left: whoever set this computer's clock wrong still has as many.
    const ends = Date.now() + secondsLeft * 1000;
    const look = () => setLeft({ until, seconds: (ends - Date.now()) / 1000 });
    const timer = setInterval(look, 1000);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [secondsLeft, until]);
  // Held for longer since: what was counted of the hold before says nothing of this one.
  const seconds = left.until === until ? left.seconds : secondsLeft;
  return (
    <p className="font-semibold" role="status">
      {seconds <= 0 ? over : seconds <= SOON_SECONDS ? soon : holds}
    </p>
  );
}
