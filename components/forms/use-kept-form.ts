"use client";

import { type FormEvent, useActionState, useEffect, useRef, useState, useTransition } from "react";
import { changedTexts, putBack } from "@/components/forms/form-values";
import { useKeptOwner } from "@/components/forms/kept-for";
import { dropKept, loadKept, saveKept } from "@/components/forms/kept-store";
import { type FormAction, sendForm } from "@/components/forms/send-form";
import type { ActionState } from "@/domain/action-result";

type Options = {
  action: FormAction;
  /** The page's own path: without scripts it ties the answer to the form, wherever on the page it stands. */
  path?: string | undefined;
  /** Tells the form from every other of the site, such as "/reports/new#report". Without one the browser keeps nothing. */
  name?: string;
  /** Adds to what is sent, before it is; the form waits for it as for the answer. */
  prepare?: (data: FormData) => Promise<void>;
  /** For a form that stays on the page and is empty once it was sent, such as a message. */
  emptiesWhenSent?: boolean;
};

/** The field whose value makes two sends of a form one; the page puts it among the hidden ones. */
const SUBMISSION_KEY = "submissionKey";

/**
 * A form that loses nothing: whatever becomes of what was sent, it stays as it was and says so; what is typed is kept in
 * the browser until it is stored, and put back when whoever typed it opens the page again. Without scripts it is a plain form.
 * Draw it with `KeptForm`.
 */
export function useKeptForm({ action, path, name, prepare, emptiesWhenSent = false }: Options) {
  const [posted, post] = useActionState(action, null, path);
  const [sent, setSent] = useState<ActionState<never>>(null);
  const [isPending, startSending] = useTransition();
  const [isRestored, setRestored] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const button = useRef<HTMLElement | null>(null);
  // The key of the text that stands in the form, until that text is stored.
  const key = useRef("");
  const isFresh = posted === null;
  const owner = useKeptOwner();
  const place = owner === null || name === undefined ? null : ([owner, name] as const);
  const drop = () => place && dropKept(...place);

  useEffect(() => {
    if (!form.current || owner === null || name === undefined) return;
    const kept = isFresh ? loadKept(owner, name) : null;
    if (kept && putBack(form.current, kept.values)) {
      key.current = kept.submissionKey;
      setRestored(true);
    }
    // Somebody may have typed before the page's scripts were there to hear it.
    const values = changedTexts(form.current);
    if (!values) return;
    key.current ||= keyIn(form.current);
    saveKept(owner, name, { submissionKey: key.current, values });
  }, [owner, name, isFresh]);

  function keep() {
    if (!form.current) return;
    const values = changedTexts(form.current);
    if (values === null) return drop();
    key.current ||= keyIn(form.current);
    if (place) saveKept(...place, { submissionKey: key.current, values });
  }

  function stored() {
    drop();
    key.current = "";
    setSent(null);
    setRestored(false);
    if (emptiesWhenSent) form.current?.reset();
  }

  function send(event: FormEvent<HTMLFormElement>) {
    // React would empty the form after its action, and throw away the page when the network fails.
    event.preventDefault();
    if (isPending) return;
    const pressed = (event.nativeEvent as SubmitEvent).submitter;
    button.current = pressed;
    keep();
    const data = new FormData(event.currentTarget);
    if (pressed instanceof HTMLButtonElement && pressed.name !== "") data.append(pressed.name, pressed.value);
    key.current ||= keyIn(event.currentTarget);
    if (key.current !== "") data.set(SUBMISSION_KEY, key.current);
    startSending(async () => {
      await prepare?.(data);
      const failed = await sendForm(action, data);
      startSending(() => (failed ? setSent(failed) : stored()));
    });
  }

  return {
    /** What went wrong last. */
    state: sent ?? posted,
    /** What was typed when the page itself was posted, for the fields' first values; else they stand as they are. */
    typed: posted,
    isPending,
    isRestored,
    /** Sends it once more, as by the button that was pressed. */
    retry: () => form.current?.requestSubmit(button.current),
    /** Drops what was put back: the form is as the page gave it. */
    discard: () => {
      drop();
      key.current = "";
      form.current?.reset();
      setRestored(false);
    },
    props: { ref: form, action: post, onSubmit: send, onInput: keep } as const,
  };
}

export type Kept = ReturnType<typeof useKeptForm>;

function keyIn(form: HTMLFormElement): string {
  const field = form.elements.namedItem(SUBMISSION_KEY);
  return field instanceof HTMLInputElement ? field.value : "";
}
