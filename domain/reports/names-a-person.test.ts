import { expect, test } from "vitest";
import { namesAPerson } from "@/domain/reports/names-a-person";

test.each([
  "Dr A. Example",
  "dr. patel",
  "DR PATEL & PARTNERS",
  "Practice of Drs Ali and Brown",
  "Mrs O’Neill",
  "Prof. Jane Roe Ltd",
  "J. Patel",
  "A B Brown",
  "Patel, J.",
  "Patel J R",
  "John Taylor",
  "  Sarah   Jane Smith-Jones ",
  "Mohammed Ali Khan",
  "John Taylor and Jane Brown",
  "Taylor & J. Brown",
])("a person is named: %s", (name) => {
  expect(namesAPerson(name)).toBe(true);
});

test.each([
  "Drake Health",
  "Mission Care",
  "Sirona care & health",
  "Practice Plus Group",
  "John Taylor Hospice",
  "Sue Ryder Care",
  "J Smith Ltd",
  "Taylor and Brown",
  "James Paget University Hospitals",
  "SSP Health",
  "BPAS",
  "InHealth",
  "Circle",
  "Weston CDC",
  "Marks Gate",
  "The Newtown Surgery",
  "Dr’s Orders",
  "",
])("an organisation is named: %s", (name) => {
  expect(namesAPerson(name)).toBe(false);
});
