import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { stepHref } from "@/app/[locale]/(account)/reports/new/step-href";
import { pageLocale } from "@/app/i18n/page-locale";
import { ukToday } from "@/domain/dates/partial-date";
import { localPath } from "@/domain/language/locale";
import { firstOpenStep } from "@/domain/reports/new-service-steps";
import { isUuid } from "@/domain/uuid";
import { currentActor } from "@/server/auth/current-actor";
import { getDb } from "@/server/database";
import { findMadeOf } from "@/server/reports/moves/keep-step";
import { loadNewReport } from "@/server/reports/pages/load-new-report";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

/**
 * Where a report of a new service begins, or goes on: this page leads to the one that is next. It gives a new report its id, which stands
 * in the address from the first page on, so that going back, loading anew and a second tab are about the same report.
 */
export default async function NewReportPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const ask = (name: string) => queryValue(searchParams, name);
  const draft = await ask("draft");
  const from = {
    place: await ask("place"),
    provider: await ask("provider"),
    area: await ask("area"),
    link: await ask("link"),
    point: await ask("point"),
    name: await ask("name"),
  };
  const tip = await ask("tip");
  const start = await loadNewReport(getDb(), { draft, ...from });
  if (start.isKept) redirect(stepHref(locale, firstOpenStep(start.form, ukToday()), { draft, tip }));
  const made = isUuid(draft) ? await findMadeOf(getDb(), await currentActor(), draft) : null;
  if (made) redirect(localPath(locale, `/reports/${made.reportId}`));
  const gone = draft === "" ? "" : "yes";
  const about = await ask("about");
  redirect(
    stepHref(locale, start.place ? "what" : "where", { draft: randomUUID(), ...from, gone, about, tip }),
  );
}
