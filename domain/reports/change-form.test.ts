import { expect, test } from "vitest";
import { parseChangeForm } from "@/domain/reports/change-form";

const id = "11111111-1111-4111-8111-111111111111";
const fieldsOf = (parsed: ReturnType<typeof parseChangeForm>) => (parsed.ok ? {} : parsed.fields);

test("an empty form names everything that is missing at once", () => {
  const wrong = fieldsOf(parseChangeForm({ field: "status" }, { type: "service", id }, "wrong"));
  expect(wrong).toMatchObject({ proposed: "choice", "sources.0.title": "required" });
  const moved = fieldsOf(parseChangeForm({}, { type: "service", id }, "moved"));
  expect(moved).toMatchObject({ placeName: "required", postcode: "postcode-or-town" });
  const address = fieldsOf(parseChangeForm({ field: "address" }, { type: "place", id }, "wrong"));
  expect(address).toMatchObject({ postcode: "postcode-or-town", "sources.0.title": "required" });
});

test("a check asks for a day, not for a month", () => {
  const form = { checkedOn: "2026-11", proof: "regulator" };
  const fields = fieldsOf(parseChangeForm(form, { type: "place", id }, "not-outsourced"));
  expect(fields).toMatchObject({ checkedOn: "day" });
});
