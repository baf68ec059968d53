import type { Metadata } from "next";
import { getMessages, getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import {
  decideProposalAction,
  decideProposalsAction,
} from "@/app/[locale]/(moderation)/moderation/proposals/actions";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { ProposalList } from "@/components/proposals/proposal-list";
import { SeveralForm } from "@/components/reports/several-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { localPath } from "@/domain/language/locale";
import { getDb } from "@/server/database";
import { loadProposals, PROPOSALS_A_PAGE } from "@/server/imports/cqc/load-proposals";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "moderation.proposals" });
  return { title: t("title"), robots: { index: false } };
}

export default async function ProposalsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const path = localPath(locale, "/moderation/proposals");
  const actor = await requireRole("moderator", path);
  const t = await getTranslations("moderation.proposals");
  const { moderation } = await getMessages();
  const common = await getTranslations("common");
  const page = Math.max(1, Number(await queryValue(searchParams, "page")) || 1);
  const done = await queryValue(searchParams, "done");
  const count = Number(await queryValue(searchParams, "count")) || 1;
  const { proposals, total } = await loadProposals(getDb(), actor, page);
  const { failures, ...text } = moderation.proposals;
  const own = await smallFormWords();
  const words = {
    ...own,
    failures: {
      ...own.failures,
      "own-import": failures.own,
      "proposal.over": failures.over,
      "proposal.changed": failures.over,
      "proposal.decided": failures.decided,
    },
  };
  const open = proposals.filter(({ isOwn }) => !isOwn);
  return (
    <>
      <Breadcrumbs
        label={common("breadcrumbs")}
        trail={[{ href: localPath(locale, "/moderation"), text: moderation.queue.title }]}
      />
      <PageTitle intro={<p>{t("intro")}</p>}>{t("title")}</PageTitle>
      {done === "accept" || done === "dismiss" ? (
        <Notice tone="good" role="status">
          <p>{t(`done.${done}`, { count })}</p>
        </Notice>
      ) : null}
      <p className="my-4 font-semibold">{t("count", { count: total })}</p>
      <ProposalList
        proposals={proposals}
        action={decideProposalAction}
        locale={locale}
        path={path}
        words={words}
      />
      {open.length > 1 ? (
        <Section id="several" title={text.several.title} note={text.several.intro}>
          <SeveralForm
            action={decideProposalsAction}
            path={path}
            name="several"
            look="secondary"
            hidden={{ locale }}
            words={words}
            text={{ ...text, ...text.several }}
            decisions={[
              { value: "accept", label: text.accept },
              { value: "dismiss", label: text.dismiss },
            ]}
            choices={open.map(({ id, version, place }) => ({
              value: `${id}:${version}`,
              label: place.name,
            }))}
          />
        </Section>
      ) : null}
      {page * PROPOSALS_A_PAGE < total ? (
        <p className="my-4">
          <LocalLink href={`/moderation/proposals?page=${page + 1}`}>{t("next")}</LocalLink>
        </p>
      ) : null}
    </>
  );
}
