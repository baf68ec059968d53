"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { refreshIfThere } from "./refresh-if-there";

/** Milliseconds between two looks at how an import goes on. */
const EVERY = 2000;

/** Shows the page anew while something goes on; without scripts its link does. */
export function RefreshWhile() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => refreshIfThere(() => router.refresh(), EVERY), EVERY);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
