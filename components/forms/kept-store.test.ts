import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { dropAllKept, dropKept, loadKept, saveKept } from "@/components/forms/kept-store";
import { KEPT_FOR_VISITORS, KEPT_HOURS } from "@/domain/forms/kept-text";

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
const [one, other] = ["0123456789abcdef", "fedcba9876543210"];

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
    fc.property(fc.string(), (form) => {
      dropAllKept();
      saveKept(one, form, typed);
      expect(loadKept(other, form)).toBeNull();
      expect(loadKept(KEPT_FOR_VISITORS, form)).toBeNull();
      expect(loadKept(one, form)).toMatchObject(typed);
    }),
  );
});

test("what a visitor typed is put back for nobody who signs in", () => {
  saveKept(KEPT_FOR_VISITORS, FORM, typed);
  expect(loadKept(one, FORM)).toBeNull();
  expect(loadKept(KEPT_FOR_VISITORS, FORM)).toMatchObject(typed);
});

test("one account's form leaves the text of another where it is; signing out leaves nobody's", () => {
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
