"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

/**
 * Copies the text of the control with the id `from`. Drawn only where scripts run: without them the text can be
 * selected and copied by hand, and a dead button would be in the way.
 */
export function CopyButton({ from, label, done }: { from: string; label: string; done: string }) {
  const [ready, setReady] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setReady("clipboard" in navigator), []);
  if (!ready) return null;

  async function copy() {
    const control = document.getElementById(from);
    if (!(control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)) return;
    try {
      await navigator.clipboard.writeText(control.value);
      setCopied(true);
    } catch {
      control.focus(); // not allowed to write: leave the text selected, one keystroke from copied
      control.select();
    }
  }

  return (
    <span className="inline-flex flex-wrap items-center gap-3">
      <Button type="button" look="secondary" onClick={copy}>
        {label}
      </Button>
      <span role="status">{copied ? done : ""}</span>
    </span>
  );
}
