import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { partialDateSchema } from "@/domain/dates/partial-date";
import { CHECK_OUTCOMES, CHECKED_FORMS } from "@/domain/registrations/checks";

const FILE = "db/seed/registers/gp-registrations-checked.json";

const page = z.strictObject({
  kind: z.enum(["regulator", "news", "provider-page", "contract-notice", "other"]),
  /** As exactly as the page gives it; null where it gives none. */
  date: partialDateSchema.nullable(),
  url: z.url(),
});

const check = z
  .strictObject({
    form: z.enum(CHECKED_FORMS),
    /** ODS code of the practice. No field could hold the name of a partner or a person. */
    code: z.string().regex(/^[A-Z]\d{5}$/),
    outcome: z.enum(CHECK_OUTCOMES),
    page: page.optional(),
  })
  .refine(({ outcome, page }) => (outcome === "no-page") === (page === undefined), "a page and an outcome");

export type RegistrationCheck = z.infer<typeof check>;

/**
 * The registrations that were checked by hand against pages, in the order of the sample (ingest/build/sample-registrations.ts).
 * @throws ZodError for a file of another shape.
 */
export function readRegistrationChecks(): RegistrationCheck[] {
  return z.array(check).parse(JSON.parse(readFileSync(join(process.cwd(), FILE), "utf8")));
}
