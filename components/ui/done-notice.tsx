"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";

/**
 * What a button has done, on the page that it leads to. The button is gone, and the focus with it: unless the reader has gone on, it lands here,
 * where the message is, and not at the top of the page.
 */
export function DoneNotice({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus();
  }, []);
  return (
    <div ref={place} tabIndex={-1} className="max-w-line">
      <Notice tone="good" role="status">
        {children}
      </Notice>
    </div>
  );
}
