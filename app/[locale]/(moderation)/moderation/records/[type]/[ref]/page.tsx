import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { BrakeForms } from "@/app/[locale]/(moderation)/moderation/records/[type]/[ref]/brake-forms";
import { BrakePreviewed } from "@/app/[locale]/(moderation)/moderation/records/[type]/[ref]/brake-preview";
import { ErasePreviewed } from "@/app/[locale]/(moderation)/moderation/records/[type]/[ref]/erase-record";
import { EraseSource } from "@/app/[locale]/(moderation)/moderation/records/[type]/[ref]/erase-source";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { buttonClasses } from "@/components/ui/button";
import { DoneNotice } from "@/components/ui/done-notice";
import { Section } from "@/components/ui/section";
import { momentWords } from "@/domain/dates/moment-in-words";
import { NotFoundError } from "@/domain/errors";
import { localPath } from "@/domain/language/locale";
import { isOneOf } from "@/domain/lists/is-one-of";
import { BRAKE_MOVES } from "@/domain/records/brake-move";
import { CORRECTABLE_TYPES } from "@/domain/reports/change-proposals";
import { referenceOf } from "@/domain/senders/sender";
import { hasPin, isPublic } from "@/domain/services/service";
import { getDb } from "@/server/database";
import { loadRecord } from "@/server/records/load-record";

type Props = { params: Promise<{ locale: string; type: string; ref: string }>; searchParams: Query };

const DONE = [
  "withheld",
  "restored",
  "withheld-second",
  "restore-asked",
  "dropped",
  "cited",
  "disputed",
  "settled",
  "commented",
  "changed",
  "second",
  "revised",
  "erase-asked",
  "erased",
  "words-erased",
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "moderation.brake" });
  return { title: t("act"), robots: { index: false } };
}

/** One entry or source, shown or not, with what a moderator can do about it now. */
export default async function RecordForModeratorsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { type, ref } = await params;
  const base = `/moderation/records/${type}/${ref}`;
  const path = localPath(locale, base);
  const complaintId = (await queryValue(searchParams, "complaint")) ?? "";
  const askedMove = await queryValue(searchParams, "do");
  const move = BRAKE_MOVES.find((known) => known === askedMove);
  const sourceId = (await queryValue(searchParams, "source")) ?? "";
  const query = new URLSearchParams({ do: move ?? "", complaint: complaintId, source: sourceId });
  for (const [name, value] of [...query]) if (value === "") query.delete(name);
  const here = query.size === 0 ? path : `${path}?${query}`;
  const actor = await requireRole("moderator", here);
  const read = await loadRecord(getDb(), actor, type, decodeURIComponent(ref)).catch((error: unknown) => {
    if (error instanceof NotFoundError) notFound();
    throw error;
  });
  const t = await getTranslations("moderation.brake");
  const change = await getTranslations("moderation.change");
  const history = await getTranslations("moderation.history");
  const queue = await getTranslations("moderation.queue");
  const look = await getTranslations("moderation.secondLook");
  const erase = await getTranslations("moderation.eraseRecord");
  const eraseSource = await getTranslations("moderation.eraseSource");
  const common = await getTranslations("common");
  const format = momentWords(common("dateLanguage"));
  const asked = await queryValue(searchParams, "done");
  const done = DONE.find((known) => known === asked);
  const { record, withheld, sources, dropped } = read;
  const called = record.name || referenceOf(record.id);
  const state = withheld ? "withheld" : (record.visibility ?? "source");
  if (move)
    return (
      <>
        <Breadcrumbs
          label={common("breadcrumbs")}
          trail={[
            { href: localPath(locale, "/moderation"), text: queue("title") },
            { href: path, text: called },
          ]}
        />
        <PageTitle over={called}>{t(`preview.do.${move}`)}</PageTitle>
        <BrakePreviewed
          actor={actor}
          move={move}
          sourceId={sourceId}
          read={read}
          complaintId={complaintId}
          locale={locale}
          base={base}
          path={here}
        />
      </>
    );
  if (askedMove === "erase")
    return (
      <>
        <Breadcrumbs
          label={common("breadcrumbs")}
          trail={[
            { href: localPath(locale, "/moderation"), text: queue("title") },
            { href: path, text: called },
          ]}
        />
        {record.type === "source" ? (
          <EraseSource actor={actor} record={record} locale={locale} base={base} />
        ) : (
          <ErasePreviewed actor={actor} record={record} locale={locale} base={base} />
        )}
      </>
    );
  const isOnSite = record.visibility !== null && hasPin(record.visibility);
  return (
    <>
      <Breadcrumbs
        label={common("breadcrumbs")}
        trail={[
          { href: localPath(locale, "/moderation"), text: queue("title") },
          { href: localPath(locale, "/moderation/records"), text: t("recordsTitle") },
        ]}
      />
      <PageTitle over={t("recordOver", { type: t(`types.${record.type}`), state: t(`states.${state}`) })}>
        {called}
      </PageTitle>
      {done ? (
        <DoneNotice>
          <p>{t(`done.${done}`)}</p>
        </DoneNotice>
      ) : null}
      {isOnSite ? (
        <p className="my-4">
          <LocalLink href={`/${record.type}s/${record.slug}`}>{t("page")}</LocalLink>
        </p>
      ) : null}
      {record.type === "provider" && isOnSite ? (
        <p className="my-4">
          <a href={`${path}/rows`} download>
            {t("rows")}
          </a>
        </p>
      ) : null}
      {isOneOf(CORRECTABLE_TYPES, record.type) &&
      record.visibility !== null &&
      isPublic(record.visibility) ? (
        <p className="my-4">
          <LocalLink
            href={`/moderation/records/${type}/${ref}/change`}
            className={buttonClasses("secondary")}
          >
            {change("link")}
          </LocalLink>
        </p>
      ) : null}
      {record.type === "source" ? null : (
        <p className="my-4">
          <LocalLink href={`/moderation/records/${type}/${ref}/history`}>{history("link")}</LocalLink>
        </p>
      )}
      {record.visibility === "erased" ? <p className="my-4 max-w-line">{erase("erased")}</p> : null}
      <BrakeForms read={read} complaintId={complaintId} locale={locale} base={base} path={path} />
      {record.visibility === "withheld" && actor.role === "admin" ? (
        <Section id="erase" title={erase("title")} note={erase("note")}>
          <p>
            <LocalLink href={`${base}?do=erase`} className={buttonClasses("secondary")}>
              {erase("see")}
            </LocalLink>
          </p>
        </Section>
      ) : null}
      {record.type === "source" && actor.role === "admin" ? (
        <Section id="erase" title={eraseSource("title")} note={eraseSource("note")}>
          <p>
            <LocalLink href={`${base}?do=erase`} className={buttonClasses("secondary")}>
              {eraseSource("see")}
            </LocalLink>
          </p>
        </Section>
      ) : null}
      {sources.length > 0 ? (
        <Section id="sources" title={t("sourcesTitle")}>
          <ul>
            {sources.map(({ id, title }) => (
              <li key={id} className="py-1">
                <LocalLink href={`/moderation/records/source/${id}`}>{title}</LocalLink>{" "}
                <LocalLink
                  href={`${base}?do=drop&source=${id}`}
                  className="inline-flex min-h-11 items-center"
                >
                  {t("dropLink")} <span className="sr-only">{title}</span>
                </LocalLink>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {dropped.length > 0 ? (
        <Section id="dropped" title={t("droppedTitle")}>
          <ul>
            {dropped.map(({ id, title, reason, who, since }) => (
              <li key={id} className="border-rule border-b py-3">
                <LocalLink href={`/moderation/records/source/${id}`}>{title}</LocalLink>
                <p>
                  {t("droppedLine", { date: format.moment(since), who: who ?? look("commandLine"), reason })}
                </p>
                <LocalLink
                  href={`${base}?do=cite&source=${id}`}
                  className="inline-flex min-h-11 items-center"
                >
                  {t("citeLink")} <span className="sr-only">{title}</span>
                </LocalLink>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
