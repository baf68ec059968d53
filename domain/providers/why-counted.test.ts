import { expect, test } from "vitest";
import { LEGAL_FORMS } from "./legal-form";
import { OWNER_CLASSES } from "./owner-class";
import { reasonField, type WhyCounted, whyCounted } from "./why-counted";

test.each([
  ["company", "others", 3, "others"],
  [null, "others", 9, "others-type-not-known"],
  ["nhs-owned-company", "others", 3, "nhs"],
  ["company", "nhs", 3, "nhs"],
  ["company", "member-practices", 3, "member-practices"],
  ["company", null, 3, "no-source"],
  ["company", null, 0, "form"],
  ["gp-partnership", null, 0, "form-inside"],
  [null, null, 0, "type-not-known"],
] as const)("%s owned by %s with %i practices: %s", (kind, ownerClass, practices, why) => {
  expect(whyCounted({ kind, ownerClass, practices })).toBe(why);
});

test("an organisation whose owners nobody has found is never counted for its practices, and says that there is no source", () => {
  for (const kind of [...LEGAL_FORMS, null]) {
    const why = whyCounted({ kind, ownerClass: null, practices: 1 });
    expect(["no-source", "nhs"]).toContain(why);
    if (why === "no-source") expect(reasonField(why)).toBeNull();
  }
  for (const ownerClass of OWNER_CLASSES)
    expect(reasonField(whyCounted({ kind: "company", ownerClass, practices: 1 }))).toBe("owner-class");
});

test("beside the reason stands the source of the fact that decides it", () => {
  expect(["form", "form-inside", "others", "nhs"].map((why) => reasonField(why as WhyCounted))).toEqual([
    "legal-form",
    "legal-form",
    "owner-class",
    "owner-class",
  ]);
  expect([reasonField("type-not-known"), reasonField("no-source")]).toEqual([null, null]);
});

test("an NHS body is the NHS's, whoever is said to own it", () => {
  for (const ownerClass of [...OWNER_CLASSES, null])
    expect(whyCounted({ kind: "nhs-body", ownerClass, practices: 0 })).toBe("nhs");
});
