import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { partialDateSchema } from "@/domain/dates/partial-date";
import { LEGAL_FORMS } from "@/domain/providers/legal-form";
import { OWNER_CLASSES } from "@/domain/providers/owner-class";
import { SOURCE_KINDS } from "@/domain/sources/source";

const FILE = "db/seed/registers/gp-organisations.json";

const source = z.strictObject({
  kind: z.enum(SOURCE_KINDS),
  publisher: z.string(),
  title: z.string(),
  url: z.url().nullable(),
  /** As exactly as the document gives it; null for a page without a date, which then counts from the first day it can describe. */
  date: partialDateSchema.nullable(),
  describesFrom: partialDateSchema.optional(),
});

const evidence = z.strictObject({ source: z.string(), says: z.string().min(3).max(400) });

const organisation = z.strictObject({
  name: z.string(),
  /** At how many practices it is the latest registration. */
  practices: z.number().int().positive(),
  /** Null is a full answer: no source yet. */
  ownerClass: z.enum(OWNER_CLASSES).nullable(),
  ownerEvidence: evidence.optional(),
  /** In words, where the same source says so; never a person's name. */
  owners: z.string().optional(),
  /** Where it is another than Companies House's type says. */
  legalForm: z.enum(LEGAL_FORMS).optional(),
  legalFormEvidence: evidence.optional(),
  /** Of local practices, whatever its name. */
  isOfLocalPractices: z.boolean().optional(),
});

const schema = z.strictObject({
  sources: z.record(z.string(), source),
  /** Practices of which a document says that somebody else runs them now, by ODS code. */
  takeovers: z.record(z.string(), evidence),
  /** Practices of which a document shows another type of registration than the copy has, by ODS code. */
  otherForms: z.record(z.string(), evidence).default({}),
  /** By the regulator's number. */
  organisations: z.record(z.string(), organisation),
});

export type RegisteredOrganisations = z.infer<typeof schema>;
export type ReviewedOrganisation = RegisteredOrganisations["organisations"][string];

/** As the file stands in the clone. */
export function readOrganisationsText(): string {
  return readFileSync(join(process.cwd(), FILE), "utf8");
}

/**
 * The organisations that are registered for GP practices, reviewed by hand: who owns each, with what says so.
 * @throws ZodError for a file of another shape; Error for a class or form without evidence, or evidence without a source.
 */
export function readOrganisations(text: string = readOrganisationsText()): RegisteredOrganisations {
  const read = schema.parse(JSON.parse(text));
  for (const [id, one] of Object.entries(read.organisations)) {
    if ((one.ownerClass !== null) !== (one.ownerEvidence !== undefined))
      throw new Error(`${id}: a class of owners and its evidence belong together`);
    if ((one.legalForm !== undefined) !== (one.legalFormEvidence !== undefined))
      throw new Error(`${id}: a legal form and its evidence belong together`);
  }
  const all = Object.values(read.organisations).flatMap((one) => [one.ownerEvidence, one.legalFormEvidence]);
  for (const [key, { date, describesFrom }] of Object.entries(read.sources))
    if (!date && !describesFrom) throw new Error(`the source "${key}" has no date`);
  for (const one of [...all, ...Object.values(read.takeovers), ...Object.values(read.otherForms)])
    if (one && !read.sources[one.source]) throw new Error(`no source "${one.source}"`);
  return read;
}
