import fc from "fast-check";
import { expect, it, test } from "vitest";
import {
  findKey,
  QUEUE_KEYS,
  type QueueKey,
  readKey,
  readKeyChoice,
  sharedKeys,
  USUAL_KEYS,
} from "./queue-keys";

const kept = (keys: Record<string, string>, isOn = true) => JSON.stringify({ isOn, keys });

test("keys are off until they are switched on, and no two things have the same", () => {
  expect(USUAL_KEYS.isOn).toBe(false);
  expect(sharedKeys(USUAL_KEYS.keys)).toEqual([]);
});

it("keeps a key that was chosen, and the usual one for what cannot be a key", () => {
  expect(readKeyChoice(kept({ approve: "Y" })).keys).toEqual({ ...QUEUE_KEYS, approve: "y" });
  expect(readKeyChoice(kept({ approve: "", reject: "xx", hold: " " })).keys).toEqual(QUEUE_KEYS);
  expect(readKeyChoice(kept({ approve: "x" })).keys, "the key for “Do not accept”").toEqual(QUEUE_KEYS);
  expect(readKeyChoice(kept({}, false)).isOn).toBe(false);
});

it("is never on because of something that somebody else wrote there", () => {
  fc.assert(
    fc.property(fc.option(fc.oneof(fc.string(), fc.json()), { nil: null }), (text) => {
      const choice = readKeyChoice(text);
      expect(sharedKeys(choice.keys)).toEqual([]);
      expect(choice.isOn && !text?.includes('"isOn"')).toBe(false);
    }),
  );
});

test.each([
  ["a", "a"],
  ["É", "é"],
  [" b ", "b"],
  ["", null],
  ["ab", null],
  ["\u200b", null],
])("%j is the key %j", (typed, key) => {
  expect(readKey(typed)).toBe(key);
});

test.each<[string, QueueKey | null]>([
  ["a", "approve"],
  ["A", "approve"],
  ["?", "help"],
  ["Enter", null],
  ["b", null],
])("pressing %s is for %s", (pressed, name) => {
  expect(findKey(USUAL_KEYS.keys, pressed)).toBe(name);
});
