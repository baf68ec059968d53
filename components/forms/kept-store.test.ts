import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { dropAllKept, dropKept, loadKept, saveKept } from "@/components/forms/kept-store";
import { KEPT_FOR_VISITORS, KEPT_HOURS } from "@/domain/forms/kept-text";
import { keptOwner } from "@/server/auth/kept-owner";

/** As a browser's: its items are properties of it. */
class FakeStorage {
  getItem(name: string): string | null {
    return Object.hasOwn(this, name) ? String(Reflect.get(this, name)) : null;
  }
  setItem(name: string, value: string): void {
    Reflect.set(this, name, value);
  }
  removeItem(name: string): void {
    Reflect.deleteProperty(this, name);
  }
}

const FORM = "/reports/new#report";
const typed = { submissionKey: "", values: { placeName: ["A private matter"] } };
const campaigner = (id: string) => keptOwner({ kind: "campaigner", id, role: "campaigner" });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", { localStorage: new FakeStorage() });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("what one account typed is put back for that account alone, and for no visitor", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), fc.string(), (one, other, form) => {
      fc.pre(one !== other);
      dropAllKept();
      saveKept(campaigner(one), form, typed);
      expect(loadKept(campaigner(other), form)).toBeNull();
      expect(loadKept(KEPT_FOR_VISITORS, form)).toBeNull();
      expect(loadKept(campaigner(one), form)).toMatchObject(typed);
    }),
  );
});

test("what a visitor typed is put back for nobody who signs in", () => {
  saveKept(KEPT_FOR_VISITORS, FORM, typed);
  expect(loadKept(campaigner("5f1f8f8e-1111-4111-8111-111111111111"), FORM)).toBeNull();
  expect(loadKept(KEPT_FOR_VISITORS, FORM)).toMatchObject(typed);
});

test("one account's form leaves the text of another where it is; signing out leaves nobody's", () => {
  const [one, other] = [campaigner("a"), campaigner("b")];
  saveKept(one, FORM, typed);
  saveKept(other, FORM, { ...typed, values: { placeName: ["Another"] } });
  dropKept(other, FORM);
  expect(loadKept(one, FORM)).toMatchObject(typed);
  dropAllKept();
  for (const owner of [one, other, KEPT_FOR_VISITORS]) expect(loadKept(owner, FORM)).toBeNull();
});

test("what nobody is named in, as it was kept before, is shown to nobody and goes when its time is over", () => {
  window.localStorage.setItem(`nhs-map.kept:${FORM}`, JSON.stringify({ ...typed, at: Date.now() }));
  expect(loadKept(KEPT_FOR_VISITORS, FORM)).toBeNull();
  vi.advanceTimersByTime(KEPT_HOURS * 3_600_000 + 1);
  loadKept(KEPT_FOR_VISITORS, FORM);
  expect(Object.keys(window.localStorage)).toEqual([]);
});

test("the tag says nothing about the account, and no account has the one of visitors", () => {
  const id = "5f1f8f8e-1111-4111-8111-111111111111";
  expect(campaigner(id)).toMatch(/^[0-9a-f]{16}$/);
  expect(campaigner(id)).not.toContain(id.slice(0, 4));
  expect(keptOwner({ kind: "visitor", id: null, role: "visitor" })).toBe(KEPT_FOR_VISITORS);
});
