import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const FILE = "db/seed/registers/same-hospitals.json";

const code = z.string().regex(/^[A-Z0-9]{5}$/);
const schema = z.strictObject({
  reviewedOn: z.iso.date(),
  pairs: z.array(z.strictObject({ code, also: code, why: z.string().min(1).max(300) })),
});

/** Two entries of the register of hospitals that are one hospital: it is known by `code`, and `also` is a code of it too. */
export type SameHospital = z.infer<typeof schema>["pairs"][number];

let pairs: readonly SameHospital[] | undefined;

/**
 * The reviewed list of hospitals that the register has twice under names that a rule cannot tell to be one: a trust that
 * sends patients there has an entry of its own. Each pair has what speaks for it.
 * @throws ZodError when the file breaks its own rules.
 */
export function sameHospitals(): readonly SameHospital[] {
  pairs ??= schema.parse(JSON.parse(readFileSync(join(process.cwd(), FILE), "utf8"))).pairs;
  return pairs;
}

/** What speaks for a second code of a hospital; undefined for a code that needs no such word. */
export function whySameHospital(also: string): string | undefined {
  return sameHospitals().find((pair) => pair.also === also)?.why;
}
