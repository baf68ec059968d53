"use client";

import type { ReactNode } from "react";
import type { Kept } from "@/components/forms/use-kept-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** `messages/en/common.json`, "kept". */
export type KeptWords = { restored: string; discard: string; retry: string; reload: string };

type Props = {
  kept: Kept;
  words: KeptWords;
  className?: string;
  /** For buttons that stand outside of it. */
  id?: string | undefined;
  /** Lets the browser refuse what it can tell is wrong, such as a file that is too large. */
  browserChecks?: boolean;
  /** Called with the field that is typed into; when it is left, with what has the focus then. */
  onTyped?: (field: EventTarget, movedTo?: EventTarget | null) => void;
  children: ReactNode;
};

/** The form of `useKeptForm`, with a word above it when it holds what was typed at an earlier time. */
export function KeptForm({ kept, words, className, id, browserChecks = false, onTyped, children }: Props) {
  return (
    <form
      {...kept.props}
      onInput={(event) => {
        kept.props.onInput();
        onTyped?.(event.target);
      }}
      onBlur={(event) => onTyped?.(event.target, event.relatedTarget)}
      noValidate={!browserChecks}
      className={className}
      id={id}
    >
      {kept.isRestored ? (
        <Notice role="status">
          <p>{words.restored}</p>
          <Button type="button" look="quiet" className="-ml-5" onClick={kept.discard}>
            {words.discard}
          </Button>
        </Notice>
      ) : null}
      {children}
    </form>
  );
}
