import { createHash } from "node:crypto";
import type {
  Classification,
  ClassificationSource,
  ClassifiedCode,
  ClassifiedProvider,
} from "@/db/reference/provider-classification";
import { ukToday } from "@/domain/dates/partial-date";
import { type CodeAnswer, readAnswer, type TypedAnswer } from "@/domain/imports/code-answer";
import type { ProblemCode, RowDecision, RowProblem } from "@/domain/imports/outcome";
import { postcodeProblem } from "@/domain/imports/problem-values";
import type { ProviderMatch } from "@/domain/imports/provider-match";
import { plainName } from "@/domain/names/plain-name";
import { LEGAL_FORMS, type LegalForm } from "@/domain/providers/legal-form";
import type { FiledCode } from "@/server/imports/extracts/filed-code";
import { findPostcodeProblem } from "@/server/look-up/problem-of-postcode";
import { findPostcode } from "@/server/reference/find-postcode";

/** Who is behind a code, as parts of a classification. */
export type ReviewedCode = {
  code: ClassifiedCode;
  /** The key of the organisation, and the organisation where an answer told of it. */
  provider: { key: string; entry: ClassifiedProvider };
  sources: Record<string, ClassificationSource>;
};

/** What an answer's organisation is looked up in. */
export type KnownProviders = {
  match: (name: string) => ProviderMatch;
  isHeld: (name: string) => boolean;
  formOf: (id: string) => LegalForm | null;
};

type Base = Pick<Classification, "codes" | "providers">;

/** What the classification in force says of a code, or why it says nothing. */
export function classified(filed: FiledCode, { codes, providers }: Base): ReviewedCode | RowProblem[] {
  const code = codes.find((one) => one.code === filed.code);
  if (code === undefined) return [problem(null, "code-not-reviewed", filed.name)];
  if (code.name !== filed.name) return [problem(null, "code-renamed", code.name)];
  const entry = providers[code.provider];
  if (entry === undefined) throw new Error(`${code.code}: no provider "${code.provider}"`);
  return { code, provider: { key: code.provider, entry }, sources: {} };
}

/** What somebody said of a code, checked against the organisations that we have. */
export function answered(
  filed: FiledCode,
  { answer: typed, decision }: { answer: TypedAnswer; decision: RowDecision },
  { base, known }: { base: Base; known: KnownProviders },
): ReviewedCode | RowProblem[] {
  const { answer, problems } = readAnswer(typed, ukToday());
  const listed = Object.entries(problems).map(([column, code]) =>
    problem(column as RowProblem["column"], code as ProblemCode, code === "too-long" ? "200" : ""),
  );
  if (answer === null) return listed;
  const postcode = checkPostcode(answer.postcode);
  if (typeof postcode !== "string") return [postcode];
  const { says, ...document } = answer.source;
  const sourceKey = `answer/${createHash("sha256").update(JSON.stringify(document)).digest("hex").slice(0, 24)}`;
  const evidence = { source: sourceKey, says: says.slice(0, 400) };
  const provider = providerOf(answer, decision, evidence, { base, known });
  if ("column" in provider) return [provider];
  const { kind, publisher, title, url, publishedOn: date } = document;
  return {
    provider,
    sources: { [sourceKey]: { kind, publisher, title, url: url === "" ? null : url, date } },
    code: {
      code: filed.code,
      name: filed.name,
      provider: provider.key,
      role: answer["code-role"],
      operatorEvidence: evidence,
      ...(answer["code-role"] === "site" ? { site: siteOf(answer, postcode, sourceKey) } : {}),
    },
  };
}

function problem(column: RowProblem["column"], code: ProblemCode, detail = ""): RowProblem {
  return { column, code, detail };
}

/** As it is stored, or what is wrong with it. */
function checkPostcode(typed: string): string | RowProblem {
  if (typed === "") return "";
  const found = findPostcode(typed);
  if (found.status === "found" || found.status === "no-position") return found.postcode;
  const wrong = findPostcodeProblem(typed);
  if (wrong && (found.status === "ended" || found.status === "unknown"))
    return postcodeProblem(found.postcode, wrong);
  return problem("postcode", "postcode-shape", typed);
}

function siteOf(answer: CodeAnswer, postcode: string, source: string): ClassifiedCode["site"] {
  const { address, town } = answer;
  const isPlaced = [address, town, postcode].some((part) => part !== "");
  return {
    name: answer["site-name"],
    town: town === "" ? null : town,
    ...(address === "" ? {} : { lines: address }),
    ...(postcode === "" ? {} : { postcode }),
    ...(isPlaced ? { addressSource: source } : {}),
  };
}

function providerOf(
  answer: CodeAnswer,
  decision: RowDecision,
  evidence: ClassifiedCode["operatorEvidence"],
  { base, known }: { base: Base; known: KnownProviders },
): ReviewedCode["provider"] | RowProblem {
  const form = LEGAL_FORMS.find((one) => one === answer["legal-form"]) ?? null;
  const withForm = (entry: ClassifiedProvider): ClassifiedProvider =>
    entry.legalForm === null && form !== null
      ? { ...entry, legalForm: form, legalFormEvidence: evidence }
      : entry;
  const classifiedAs = (name: string) =>
    Object.entries(base.providers).find(([, entry]) => plainName(entry.name) === plainName(name));

  const match = known.match(answer.provider);
  const isNew = decision === "new-provider" && match.kind !== "same";
  if (match.kind === "which" && !isNew) return problem("provider", "provider-which", match.names.join("; "));
  if ("provider" in match && !isNew) {
    const { id, name } = match.provider;
    const [key, entry] = classifiedAs(name) ?? [
      `named/${plainName(name)}`,
      { name, legalForm: known.formOf(id), owners: null },
    ];
    return { key, entry: withForm(entry) };
  }
  if (known.isHeld(answer.provider)) return problem("provider", "held-back", answer.provider);
  const own = classifiedAs(answer.provider);
  if (own) return { key: own[0], entry: withForm(own[1]) };
  if (answer["legal-form"] === "") return problem("legal-form", "legal-form-needed", answer.provider);
  const entry = { name: answer.provider, legalForm: null, owners: null };
  return { key: `named/${plainName(answer.provider)}`, entry: withForm(entry) };
}
