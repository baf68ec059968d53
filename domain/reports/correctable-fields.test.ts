import { expect, test } from "vitest";
import { CLAIM_FIELDS } from "@/domain/claims/claim";
import { CORRECTABLE, CORRECTABLE_TYPES } from "@/domain/reports/change-proposals";

/** How each fact that no correction names is put right. */
const OTHERWISE: Readonly<Record<string, string>> = {
  "service.name": "made from its kind of care and its place, whose names are corrected",
  "service.place": "moved, or the address of its place is corrected",
  "service.may-have-ended": "still there, or ended",
  "service.successor": "another organisation runs it now, taken back where that was wrong",
  "service.specialty": "of an extract: a newer one, or its source is dropped",
  "service.waiting-times": "of an extract: a newer one, or its source is dropped",
  "service.paid-for-by": "of an extract: a newer one, or its source is dropped",
  "place.identifier":
    "of a register: a newer edition. A code put in by hand would take over another place's rows",
  "place.operator": "of a register: a newer edition",
  "place.registration-doubt":
    "raised by correcting who is registered; a moderator decides it among the proposals",
  "provider.comment": "the organisation's own words: a newer comment",
  "provider.waiting-times": "of an extract: a newer one, or its source is dropped",
  "provider.paid-for-by": "of an extract: a newer one, or its source is dropped",
};

test("every fact of an entry is corrected by a report, or it is said how else it is put right", () => {
  const facts = CORRECTABLE_TYPES.flatMap((type) =>
    Object.keys(CLAIM_FIELDS[type])
      .filter((field) => !Object.hasOwn(CORRECTABLE[type], field))
      .map((field) => `${type}.${field}`),
  );
  expect(facts.sort()).toEqual(Object.keys(OTHERWISE).sort());
});
