import { expect, it } from "vitest";
import { before, RETENTION } from "@/domain/privacy/retention";
import { ATTEMPT_LIMITS, keptAs, type Limit } from "./limit-attempts";

const NOW = new Date("2026-06-15T12:00:00Z");
const secondsTold = (limit: Limit) =>
  (NOW.getTime() - before(NOW, RETENTION[keptAs(limit)]).getTime()) / 1000;

it.each(Object.keys(ATTEMPT_LIMITS) as Limit[])(
  "%s keeps a pseudonym no longer than the privacy page says",
  (limit) => {
    expect(ATTEMPT_LIMITS[limit].duration).toBeLessThanOrEqual(secondsTold(limit));
  },
);
