import { expect, it } from "vitest";
import { SERVICE_STATUSES } from "@/domain/services/service";
import { pinStatusOf } from "./pin";

it("what is no longer listed is none of those that are open, and what is planned or has ended stays that", () => {
  expect(SERVICE_STATUSES.map((status) => pinStatusOf({ status, notCounted: "no-longer-listed" }))).toEqual([
    "no-longer-listed",
    "planned",
    "ended",
  ]);
  expect(SERVICE_STATUSES.map((status) => pinStatusOf({ status }))).toEqual([...SERVICE_STATUSES]);
});
