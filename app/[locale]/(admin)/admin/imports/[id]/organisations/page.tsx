import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import { commentImportAction } from "@/app/[locale]/(admin)/admin/imports/actions";
import { importFormWords } from "@/app/[locale]/(admin)/admin/imports/form-words";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { ConcerningRows } from "@/components/imports/concerning-rows";
import { ImportComment } from "@/components/imports/import-comment";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { commentFields } from "@/components/reports/comment-fields";
import { SmallForm } from "@/components/reports/small-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { NotFoundError } from "@/domain/errors";
import { localPath } from "@/domain/language/locale";
import { getDb } from "@/server/database";
import { loadOrganisations } from "@/server/imports/engine/load-organisations";

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "imports.organisations" });
  return { title: t("title"), robots: { index: false } };
}

/** Whom an import that waits names: a file of rows for each, to be sent to it, and what it wrote about them. */
export default async function ImportOrganisationsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const here = `/admin/imports/${id}/organisations`;
  const actor = await requireRole("moderator", localPath(locale, here));
  const { read, organisations } = await loadOrganisations(getDb(), actor, id).catch((error: unknown) => {
    if (error instanceof NotFoundError) notFound();
    throw error;
  });
  const t = await getTranslations("imports");
  const common = await getTranslations("common");
  const of = await queryValue(searchParams, "of");
  const chosen = organisations.find(({ providerId }) => providerId === of);
  if (of !== "" && !chosen) notFound();
  const trail = [
    { href: localPath(locale, "/admin/imports"), text: t("list.title") },
    { href: localPath(locale, `/admin/imports/${id}`), text: read.title },
    ...(chosen ? [{ href: localPath(locale, here), text: t("organisations.title") }] : []),
  ];
  const title = chosen?.name ?? t("organisations.title");
  return (
    <>
      <Breadcrumbs label={common("breadcrumbs")} trail={trail} />
      <PageTitle intro={chosen ? undefined : <p>{t("organisations.intro")}</p>}>{title}</PageTitle>
      {chosen ? (
        <div className="space-y-6">
          {(await queryValue(searchParams, "done")) === "yes" ? (
            <Notice tone="good" role="status">
              <p>{t("organisations.kept")}</p>
            </Notice>
          ) : null}
          <p>
            <a href={localPath(locale, `${here}/rows?of=${chosen.providerId}`)} download>
              {t("organisations.file")}
            </a>
          </p>
          <ConcerningRows rows={chosen.rows} source={read.source} />
          <Section id="comment" title={t("organisations.commentTitle")} note={t("organisations.commentNote")}>
            {chosen.comment ? <ImportComment comment={chosen.comment} /> : null}
            {read.refusals.comment === undefined ? (
              <SmallForm
                action={commentImportAction}
                path={localPath(locale, `${here}?of=${chosen.providerId}`)}
                words={await commentWords()}
                hidden={{ locale, batchId: id, version: String(read.version), providerId: chosen.providerId }}
                fields={commentFields(await getTranslations("moderation.brake"))}
                button={t("organisations.send")}
              />
            ) : null}
          </Section>
        </div>
      ) : organisations.length === 0 ? (
        <p>{t("organisations.none")}</p>
      ) : (
        <ul className="border-ink border-t-2">
          {organisations.map(({ providerId, name, rows, comment }) => (
            <li key={providerId} className="border-rule border-b py-2">
              <LocalLink href={`${here}?of=${providerId}`} className="inline-block py-1 font-semibold">
                {name}
              </LocalLink>
              <p className="text-ink-soft">
                {t("organisations.rows", { count: rows.length })}
                {comment ? ` · ${t("organisations.commented")}` : null}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What can go wrong is worded as of an import; the fields are those of a comment on an entry. */
async function commentWords() {
  const [imports, { errors }] = await Promise.all([importFormWords(), smallFormWords()]);
  return { ...imports, errors: { ...errors, ...imports.errors }, text: {} };
}
