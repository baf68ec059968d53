import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import { answer } from "@/app/[locale]/(moderation)/moderation/records/actions";
import { EraseSent } from "@/app/[locale]/(moderation)/moderation/second/erase-sent";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { ClockLine } from "@/components/complaints/clock-line";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { FlagNotice } from "@/components/moderation/flag-notice";
import { SmallForm } from "@/components/reports/small-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { buttonClasses } from "@/components/ui/button";
import { DoneNotice } from "@/components/ui/done-notice";
import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import { complainedPath, NOTICE_FIELDS, type NoticeField } from "@/domain/complaints/complaint";
import { momentWords } from "@/domain/dates/moment-in-words";
import { NotFoundError } from "@/domain/errors";
import { localPath } from "@/domain/language/locale";
import { isOneOf } from "@/domain/lists/is-one-of";
import { referenceOf } from "@/domain/senders/sender";
import { loadComplaint } from "@/server/complaints/load-complaints";
import { getDb } from "@/server/database";

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Query };

/** Answers to begin with, as far as every complaint has them in common. */
const TEMPLATES = [
  ...(["withheld", "disputed", "corrected", "kept"] as const),
  ...(["personal", "incomplete", "representative"] as const),
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "moderation.brake" });
  return { title: t("complaintsTitle"), robots: { index: false } };
}

export default async function ComplaintForModeratorsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const path = localPath(locale, `/moderation/complaints/${id}`);
  const actor = await requireRole("moderator", path);
  const complaint = await loadComplaint(getDb(), actor, id).catch((error: unknown) => {
    if (error instanceof NotFoundError) notFound();
    throw error;
  });
  const t = await getTranslations("moderation");
  const kinds = await getTranslations("complaints.form.kinds");
  const common = await getTranslations("common");
  const format = momentWords(common("dateLanguage"));
  const done = await queryValue(searchParams, "done");
  const asked = await queryValue(searchParams, "template");
  const { recordType: type, slug, name, kind, why, createdAt, answeredAt, erasedAt, hasAddress } = complaint;
  const notices = await getTranslations("complaints.form.notice");
  const { notice, clocks, posterBy, acknowledgedAt } = complaint;
  const law = notice?.law;
  const lastDay = (end: Date) => format.day(new Date(end.getTime() - 1));
  const said = (field: NoticeField) => {
    if (field === "law") return law && notices(`laws.${law}`);
    if (field === "knows" || field === "consents") return notice?.[field] && notices(notice[field]);
    return notice?.[field];
  };
  const noticeFacts = NOTICE_FIELDS.flatMap((field) => {
    const value = said(field);
    return value === undefined
      ? []
      : [{ name: t(`brake.notice.${field}`), value: <span className="whitespace-pre-line">{value}</span> }];
  });
  const due = [
    { name: t("brake.due.reply"), value: t("brake.dueReply", { date: lastDay(clocks.replyBy) }) },
    ...(clocks.acknowledgeBy
      ? [
          {
            name: t("brake.due.acknowledge"),
            value: acknowledgedAt
              ? t("brake.acknowledged", { date: format.moment(acknowledgedAt) })
              : t("brake.dueAcknowledge", { date: lastDay(clocks.acknowledgeBy) }),
          },
        ]
      : []),
    ...(posterBy
      ? [{ name: t("brake.due.poster"), value: t("brake.duePoster", { date: lastDay(posterBy) }) }]
      : []),
  ];
  const template = isOneOf(TEMPLATES, asked) ? asked : null;
  return (
    <>
      <Breadcrumbs
        label={common("breadcrumbs")}
        trail={[{ href: localPath(locale, "/moderation"), text: t("queue.title") }]}
      />
      <PageTitle over={t("brake.complaintOver", { number: referenceOf(id) })}>{name}</PageTitle>
      {done === "answered" || done === "closed" ? (
        <DoneNotice>
          <p>{t(`brake.done.${done}`)}</p>
        </DoneNotice>
      ) : null}
      {done === "erase-asked" || done === "erased" ? (
        <DoneNotice>
          <p>{t(`eraseSent.done.${done}`)}</p>
        </DoneNotice>
      ) : null}
      <FlagNotice flags={complaint.flags} />
      <Facts
        facts={[
          { name: t("brake.entry"), value: t(`brake.types.${type}`) },
          { name: t("brake.kind"), value: kinds(kind) },
          {
            name: t("brake.why"),
            value: (
              <span className="whitespace-pre-line">
                {why || t(erasedAt ? "eraseSent.gone" : "brake.whyGone")}
              </span>
            ),
          },
          ...(complaint.link
            ? [
                {
                  name: t("brake.link"),
                  value: (
                    <a href={complaint.link} rel="nofollow noopener ugc">
                      {complaint.link}
                    </a>
                  ),
                },
              ]
            : []),
          ...noticeFacts,
          { name: t("brake.sentOn"), value: format.moment(createdAt) },
        ]}
      />
      {answeredAt ? null : (
        <Section id="clocks" title={t("brake.clocksTitle")}>
          <ClockLine clocks={complaint.clocks} left={complaint.left} decidedAt={complaint.decidedAt} />
          <Facts facts={due} />
          {law === undefined || law === "england-wales" ? null : <p>{t(`brake.lawNone.${law}`)}</p>}
        </Section>
      )}
      <p className="mt-6">
        <LocalLink
          href={
            type === "area"
              ? complainedPath(type, slug)
              : `/moderation/records/${type}/${slug}?complaint=${id}`
          }
          className={buttonClasses("primary")}
        >
          {t(type === "area" ? "brake.area" : "brake.act")}
        </LocalLink>
      </p>
      {type === "area" || answeredAt || complaint.isNameless ? null : (
        <p className="mt-3">
          <LocalLink href={`/reports/change?${new URLSearchParams({ [type]: slug, complaint: id })}`}>
            {t("brake.report")}
          </LocalLink>
        </p>
      )}
      <Section id="answer" title={t("brake.answerTitle")}>
        {erasedAt ? (
          <p>{t("eraseSent.erasedOn", { date: format.moment(erasedAt) })}</p>
        ) : answeredAt ? (
          <p className="whitespace-pre-line">
            {t("brake.answered", {
              date: format.moment(answeredAt),
              who: complaint.answeredByName ?? t("secondLook.commandLine"),
              answer: complaint.answer ?? "",
            })}
          </p>
        ) : complaint.isOwnWork ? (
          <p>{t("refusals.own-work")}</p>
        ) : (
          <>
            <p>{t("brake.templatesTitle")}</p>
            <ul className="mb-4 flex flex-wrap gap-x-6">
              {TEMPLATES.map((key) => (
                <li key={key}>
                  <LocalLink
                    href={`/moderation/complaints/${id}?template=${key}#answer`}
                    className="inline-flex min-h-11 items-center"
                  >
                    {t(`brake.templates.${key}.name`)}
                  </LocalLink>
                </li>
              ))}
            </ul>
            <SmallForm
              key={template}
              action={answer}
              path={path}
              words={await smallFormWords()}
              hidden={{ locale, complaintId: id, version: String(complaint.version) }}
              fields={[
                {
                  id: "answer-text",
                  name: "answer",
                  kind: "text",
                  ...(template ? { value: t(`brake.templates.${template}.text`) } : {}),
                  label: t(hasAddress ? "brake.answer" : "brake.answerNote"),
                  hint: t(
                    !hasAddress
                      ? "brake.noAddress"
                      : complaint.isNameless
                        ? "brake.answerNameless"
                        : "brake.answerHint",
                  ),
                },
              ]}
              button={t(hasAddress ? "brake.answerButton" : "brake.closeButton")}
            />
          </>
        )}
      </Section>
      {complaint.others.length > 0 ? (
        <Section id="others" title={t("brake.othersTitle")}>
          <ul className="list-disc pl-6">
            {complaint.others.map((other) => (
              <li key={other.id}>
                <LocalLink href={`/moderation/complaints/${other.id}`}>{kinds(other.kind)}</LocalLink>,{" "}
                {format.moment(other.createdAt)}
              </li>
            ))}
          </ul>
          {complaint.hasMoreOthers ? (
            <p className="mt-2">{t("brake.othersFirst", { count: complaint.others.length })}</p>
          ) : null}
        </Section>
      ) : null}
      <EraseSent actor={actor} kind="complaint" id={id} locale={locale} path={path} />
    </>
  );
}
