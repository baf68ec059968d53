import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AREA_KINDS } from "@/domain/areas/area";
import { partialDateSchema } from "@/domain/dates/partial-date";
import { LEGAL_FORMS } from "@/domain/providers/legal-form";
import { SOURCE_KINDS } from "@/domain/sources/source";

/** What a source says, in a sentence of ours. `source` is a key of the file's sources. */
const evidenceSchema = z.strictObject({ source: z.string().min(1), says: z.string().min(1).max(400) });

/** An organisation can bear a group's name and belong to those who work there: a filed name puts nothing in a group. */
const groupEvidenceSchema = evidenceSchema.refine(
  ({ says }) => !/^Filed (as|under)\b/.test(says),
  "a name as filed does not say that it belongs to a group",
);

const sourceSchema = z.strictObject({
  kind: z.enum(SOURCE_KINDS),
  publisher: z.string().min(1),
  title: z.string().min(1),
  url: z.url().nullable(),
  date: partialDateSchema.nullable(),
  /** For a document without a date: the first day it can describe, so that nothing looks fresher than it is. */
  describesFrom: partialDateSchema.optional(),
});

const providerSchema = z.strictObject({
  name: z.string().min(1),
  /** Null: no source that we have seen says what it is. */
  legalForm: z.enum(LEGAL_FORMS).nullable(),
  legalFormEvidence: evidenceSchema.optional(),
  owners: z.string().max(400).nullable(),
  ownersEvidence: evidenceSchema.optional(),
  /** The organisation to whose group it belongs, by its key: not who owns it, which `owners` says. */
  parent: z.string().optional(),
  parentEvidence: groupEvidenceSchema.optional(),
  about: z.string().max(400).optional(),
  aboutEvidence: evidenceSchema.optional(),
});

const siteSchema = z.strictObject({
  name: z.string().min(1),
  /** The town in its name, or of its address where a source gives one; null where neither does. */
  town: z.string().min(1).nullable(),
  /** The code under which the register of hospitals has the place: its own, or another that we matched by hand. */
  registerCode: z.string().optional(),
  registerWhy: z.string().optional(),
  /** The register calls it by a former owner's brand (BMI, Aspen): the name as filed is the newer one. */
  renamed: z.literal(true).optional(),
  lines: z.string().optional(),
  postcode: z.string().optional(),
  addressSource: z.string().optional(),
  /** Which entry of the source it is, where the source calls it by another name or a code. */
  addressWhy: z.string().optional(),
  /** An area that surely holds the site although its position is not known well enough to tell. */
  inArea: z
    .strictObject({ kind: z.enum(AREA_KINDS), code: z.string(), source: z.string(), says: z.string() })
    .optional(),
});

const codeSchema = z
  .strictObject({
    code: z.string().regex(/^[A-Z0-9]{3,8}$/),
    /** As filed in the extract. */
    name: z.string().min(1),
    provider: z.string().min(1),
    /** A place where patients go; the seat of an organisation; or a name that tells no place. */
    role: z.enum(["site", "head-office", "no-site"]),
    operatorEvidence: evidenceSchema,
    site: siteSchema.optional(),
  })
  .refine(
    ({ role, site }) => (role === "site") === (site !== undefined),
    "a site, and only a site, has a name",
  );

const classificationSchema = z.strictObject({
  reviewedOn: z.iso.date(),
  sources: z.record(z.string(), sourceSchema),
  providers: z.record(z.string(), providerSchema),
  codes: z.array(codeSchema),
});

export type Classification = z.infer<typeof classificationSchema>;
export type ClassifiedCode = Classification["codes"][number];
export type ClassifiedProvider = Classification["providers"][string];
export type ClassificationSource = Classification["sources"][string];

const CLASSIFICATION_FILE = "db/seed/registers/provider-classification.json";

export function readClassificationText(): string {
  return readFileSync(join(process.cwd(), CLASSIFICATION_FILE), "utf8");
}

/**
 * The reviewed table of who is behind each provider code of the waiting-times extract that the register of trusts does
 * not have.
 * @throws ZodError when the file breaks its own rules.
 */
export function readClassification(text = readClassificationText()): Classification {
  return classificationSchema.parse(JSON.parse(text));
}

/** The provider behind a code. @throws Error for a code or a provider that is not in the table. */
export function providerOf(classification: Classification, code: ClassifiedCode): ClassifiedProvider {
  const provider = classification.providers[code.provider];
  if (provider === undefined) throw new Error(`${code.code}: no provider "${code.provider}"`);
  return provider;
}

/** True for a body of the NHS, and for a company that the NHS owns: what they do is not outsourced. */
export function isNhs({ legalForm }: Pick<ClassifiedProvider, "legalForm">): boolean {
  return legalForm === "nhs-body" || legalForm === "nhs-owned-company";
}
