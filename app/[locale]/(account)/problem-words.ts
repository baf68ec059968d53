import { getMessages, getTranslations } from "next-intl/server";
import type { ProblemWords } from "@/components/account/form-words";

/** The words for what can go wrong in the forms of this folder. */
export async function problemWords(): Promise<ProblemWords> {
  const t = await getTranslations("account");
  const common = await getTranslations("common.errors");
  const errorKeys = ["email-missing", "email-invalid", "code-missing", "code-shape", "code-wrong"] as const;
  const failureKeys = [
    "too-many",
    "unavailable",
    "busy",
    "not-allowed",
    "unexpected",
    "unreachable",
    "outdated",
  ] as const;
  return {
    errorPrefix: common("prefix"),
    summaryTitle: common("summaryTitle"),
    errors: Object.fromEntries(errorKeys.map((key) => [key, t(`errors.${key}`)])),
    failures: Object.fromEntries(failureKeys.map((key) => [key, t(`failures.${key}`)])),
    kept: (await getMessages()).common.kept,
  };
}
