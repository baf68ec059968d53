import { getMessages, getTranslations } from "next-intl/server";
import { reviewRowAction } from "@/app/[locale]/(admin)/admin/imports/actions";
import { importFormWords } from "@/app/[locale]/(admin)/admin/imports/form-words";
import { CodeAnswerForm } from "@/components/imports/code-answer-form";
import { RowOverview } from "@/components/imports/row-overview";
import { PageTitle } from "@/components/layout/page-title";
import { CODE_ROLES } from "@/domain/imports/code-answer";
import { problemValues } from "@/domain/imports/problem-values";
import { decisionsOf } from "@/domain/imports/row-decisions";
import type { RowQuestion } from "@/domain/imports/row-question";
import type { Locale } from "@/domain/language/locale";
import { LEGAL_FORMS } from "@/domain/providers/legal-form";
import { SOURCE_KINDS } from "@/domain/sources/source";
import type { ImportRead } from "@/server/imports/engine/load-import";
import type { ShownRow } from "@/server/imports/engine/show-rows";

type Question = Extract<RowQuestion, { kind: "code" }>;
type Props = { row: ShownRow; question: Question; read: ImportRead; locale: Locale; path: string };

/**
 * A row of an extract: who is behind the provider code, and what says so. Whoever brought the extract says it here;
 * everybody else who reads imports sees what the row would do.
 */
export async function CodeRow({ row, question, read, locale, path }: Props) {
  const { number, problems } = row;
  const { filed, isAsked, answer } = question;
  const isRepaired = read.refusals.repair === undefined;
  const t = await getTranslations("imports");
  const { imports, services } = await getMessages();
  const { code: text } = imports;
  const sentence = (problem: (typeof problems)[number]) =>
    t(`problems.${problem.code}`, problemValues(problem));
  const intro = filed && {
    code: filed.code,
    completed: filed.completed,
    waiting: filed.waiting,
    specialties: filed.specialties.join(", "),
  };
  return (
    <>
      <PageTitle intro={<p>{intro ? t("code.intro", intro) : text.gone}</p>}>
        {filed ? t("code.title", { number, name: filed.name }) : t("row.title", { number })}
      </PageTitle>
      <RowOverview row={row} isRepaired={isRepaired} />
      {isRepaired ? (
        <CodeAnswerForm
          action={reviewRowAction}
          path={path}
          words={await importFormWords()}
          hidden={{ locale, batchId: read.id, version: String(read.version), number: String(number) }}
          answer={isAsked ? answer : null}
          problems={Object.fromEntries(
            problems.flatMap((problem) =>
              problem.column === null ? [] : [[problem.column, sentence(problem)]],
            ),
          )}
          general={problems.flatMap((problem) => (problem.column === null ? sentence(problem) : []))}
          roles={CODE_ROLES.map((value) => ({ value, label: text.roles[value] }))}
          forms={[
            { value: "", label: text.formNone },
            ...LEGAL_FORMS.map((value) => ({ value, label: services.providerKind[value] })),
            { value: "not-known", label: text.formUnknown },
          ]}
          sourceKinds={[
            { value: "", label: text.sourceNone },
            ...SOURCE_KINDS.map((value) => ({ value, label: services.claim.sourceKind[value] })),
          ]}
          columns={imports.columns}
          decision={row.decision ?? ""}
          decisions={[
            { value: "", label: imports.row.decisionNone },
            ...decisionsOf(row).map((value) => ({ value, label: imports.row.decisions[value] })),
          ]}
          text={{ ...text, decision: imports.row.decision }}
        />
      ) : null}
    </>
  );
}
