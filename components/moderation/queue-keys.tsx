"use client";

import { type KeyboardEvent as Typed, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { pressQueueKey } from "@/components/moderation/press-queue-key";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choices";
import { FieldError } from "@/components/ui/field";
import { keysOf } from "@/domain/lists/keys-of";
import {
  findKey,
  type KeyChoice,
  QUEUE_KEYS,
  type QueueKey,
  readKey,
  readKeyChoice,
  sharedKeys,
  USUAL_KEYS,
} from "@/domain/reports/queue-keys";

export type QueueKeyWords = {
  title: string;
  note: string;
  switchOn: string;
  usual: string;
  /** Names "{key}". */
  shared: string;
  errorPrefix: string;
  /** What each key does. */
  does: Record<QueueKey, string>;
  /** Put where no reason stands yet when the key for approval is pressed. */
  readyReason: string;
};

const ITEM = "moderation-keys";
/** Other tabs are told by the browser, this one by us. */
const CHANGED = "moderation-keys-changed";

function subscribe(changed: () => void): () => void {
  window.addEventListener("storage", changed);
  window.addEventListener(CHANGED, changed);
  return () => {
    window.removeEventListener("storage", changed);
    window.removeEventListener(CHANGED, changed);
  };
}

function keptText(): string {
  try {
    return window.localStorage.getItem(ITEM) ?? "";
  } catch {
    return "";
  }
}

function keep(choice: KeyChoice): void {
  try {
    window.localStorage.setItem(ITEM, JSON.stringify(choice));
  } catch {
    // Forbidden or full: the keys stay as they were.
  }
  window.dispatchEvent(new Event(CHANGED));
}

/**
 * Single keys for the queue and its reports: a list of them, a switch, and a box for each in which another is chosen. Nothing is
 * listened to while they are off, or while somebody types. Without scripts there are none, and everything is reached by Tab.
 */
export function QueueKeys({ words }: { words: QueueKeyWords }) {
  const kept = useSyncExternalStore(subscribe, keptText, () => null);
  const panel = useRef<HTMLDetailsElement>(null);
  const [shared, setShared] = useState("");
  const choice = kept === null ? USUAL_KEYS : readKeyChoice(kept);
  const { readyReason } = words;

  useEffect(() => {
    const { isOn, keys } = readKeyChoice(kept);
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isTyping(event.target)) return;
      const key = findKey(keys, event.key);
      if (key === null) return;
      if (key === "help") openPanel(panel.current);
      else if (!pressQueueKey(key, readyReason)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [kept, readyReason]);

  if (kept === null) return null;

  function change(name: QueueKey, typed: string) {
    const key = readKey(typed);
    if (key === null) return;
    const keys = { ...choice.keys, [name]: key };
    const [twice] = sharedKeys(keys);
    setShared(twice ?? "");
    if (twice === undefined) keep({ ...choice, keys });
  }

  return (
    <details ref={panel} className="my-6">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">{words.title}</summary>
      <div className="max-w-line space-y-4 border-field border-l-4 pl-4">
        <p>{words.note}</p>
        <Choice
          id="keys-on"
          label={words.switchOn}
          checked={choice.isOn}
          onChange={(event) => keep({ ...choice, isOn: event.target.checked })}
        />
        {shared ? (
          <FieldError id="keys" error={words.shared.replace("{key}", shared)} prefix={words.errorPrefix} />
        ) : null}
        <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {keysOf(QUEUE_KEYS).map((name) => (
            <li key={name} className="flex items-center gap-3">
              <input
                id={`key-${name}`}
                type="text"
                maxLength={1}
                autoComplete="off"
                defaultValue={choice.keys[name]}
                key={choice.keys[name]}
                aria-invalid={shared === "" ? undefined : shared === choice.keys[name]}
                className="min-h-11 w-11 border-2 border-field bg-sheet text-center"
                onKeyDown={(event: Typed) => event.stopPropagation()}
                onFocus={(event) => event.target.select()}
                onChange={(event) => change(name, event.target.value)}
              />
              <label htmlFor={`key-${name}`}>{words.does[name]}</label>
            </li>
          ))}
        </ul>
        <Button
          type="button"
          look="quiet"
          className="-ml-5"
          onClick={() => {
            setShared("");
            keep({ isOn: choice.isOn, keys: { ...QUEUE_KEYS } });
          }}
        >
          {words.usual}
        </Button>
      </div>
    </details>
  );
}

function openPanel(panel: HTMLDetailsElement | null): void {
  if (!panel) return;
  panel.open = true;
  panel.querySelector("summary")?.focus();
}

/** Letters that are meant for a box. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !["radio", "checkbox", "button", "submit"].includes(target.type);
  return (
    target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}
