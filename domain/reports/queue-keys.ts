import { z } from "zod";
import { keysOf } from "@/domain/lists/keys-of";

/** What can be done with the queue and with one report by a single key, and the key unless another is chosen. */
export const QUEUE_KEYS = {
  help: "?",
  next: "n",
  down: "j",
  up: "k",
  search: "/",
  hold: "t",
  approve: "a",
  "request-changes": "c",
  reject: "x",
  duplicate: "s",
  renew: "l",
  skip: "z",
  release: "g",
  message: "m",
  queue: "q",
} as const;
export type QueueKey = keyof typeof QUEUE_KEYS;
export type KeyChoice = { isOn: boolean; keys: Record<QueueKey, string> };

/** Off until somebody switches them on: a stray key of a voice, or of a hand that trembles, must do nothing (WCAG 2.1.4). */
export const USUAL_KEYS: KeyChoice = { isOn: false, keys: { ...QUEUE_KEYS } };

const keptSchema = z.object({ isOn: z.boolean(), keys: z.record(z.string(), z.string()) });

/** One sign that can be seen, in lower case; null for anything else. */
export function readKey(typed: string): string | null {
  const key = typed.trim().toLowerCase();
  return /^[^\s\p{C}\p{M}]$/u.test(key) ? key : null;
}

/** Reads what a browser kept; what makes no sense, or is another's key already, is the usual one. */
export function readKeyChoice(kept: string | null): KeyChoice {
  const parsed = keptSchema.safeParse(asJson(kept));
  if (!parsed.success) return USUAL_KEYS;
  const keys: KeyChoice["keys"] = { ...QUEUE_KEYS };
  for (const name of keysOf(QUEUE_KEYS))
    keys[name] = readKey(parsed.data.keys[name] ?? "") ?? QUEUE_KEYS[name];
  return { isOn: parsed.data.isOn, keys: sharedKeys(keys).length === 0 ? keys : { ...QUEUE_KEYS } };
}

function asJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

/** The keys that more than one thing would have. */
export function sharedKeys(keys: KeyChoice["keys"]): string[] {
  const all = Object.values(keys);
  return [...new Set(all.filter((key, index) => all.indexOf(key) !== index))];
}

/** What a key is for; null for a key that is for nothing. */
export function findKey(keys: KeyChoice["keys"], pressed: string): QueueKey | null {
  return keysOf(QUEUE_KEYS).find((name) => keys[name] === pressed.toLowerCase()) ?? null;
}
