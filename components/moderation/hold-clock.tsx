"use client";

import { useEffect, useState } from "react";

type Props = { secondsLeft: number; until: string; holds: string; over: string };

/** Says until when a moderator holds a report, and says so when it is over: the page itself may stand open for longer. */
export function HoldClock({ secondsLeft, until, holds, over }: Props) {
  const [ended, setEnded] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setEnded(until), secondsLeft * 1000);
    return () => clearTimeout(timer);
  }, [secondsLeft, until]);
  return (
    <p className="font-semibold" role="status">
      {ended === until ? over : holds}
    </p>
  );
}
