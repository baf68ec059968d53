"use client";

import type { KeptWords } from "@/components/forms/kept-form";
import { Button } from "@/components/ui/button";
import type { ActionFailure } from "@/domain/action-result";

/** What may well go better the next time. */
const PASSING: ReadonlySet<ActionFailure["code"]> = new Set(["unreachable", "unavailable", "unexpected"]);

type Props = {
  code: ActionFailure["code"];
  /** What stood in the way can be put right beside the form, such as a session that ran out. */
  isPassing?: boolean;
  words: KeptWords;
  onRetry: () => void;
};

/** The button for what can be done about a form that failed: send it again, or load the page of today. */
export function AfterFailure({ code, isPassing = false, words, onRetry }: Props) {
  if (code === "outdated")
    return (
      <Button type="button" look="secondary" onClick={() => window.location.reload()}>
        {words.reload}
      </Button>
    );
  if (!isPassing && !PASSING.has(code)) return null;
  return (
    <Button type="button" look="secondary" onClick={onRetry}>
      {words.retry}
    </Button>
  );
}
