import { getTranslations } from "next-intl/server";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import { sameAsAction } from "@/app/[locale]/(moderation)/moderation/[id]/actions";
import type { TwinButtons } from "@/components/moderation/twin-list";
import { SmallForm } from "@/components/reports/small-form";
import type { ModerationRead } from "@/server/reports/pages/load-moderation-report";

type Props = {
  read: ModerationRead;
  /** What every form of the page sends along. */
  hidden: Readonly<Record<string, string>>;
  path: string;
};

/** "Same as this" beside each likely twin, for whoever holds the report: one press, with a reason that its author understands. */
export async function twinButtons({ read, hidden, path }: Props): Promise<TwinButtons> {
  if (read.refusals["mark-duplicate"] !== undefined) return {};
  const t = await getTranslations("moderation.one");
  const words = await smallFormWords();
  const entries = read.twins
    .filter(({ confirms }) => confirms)
    .map(({ id, name }) => ({
      id,
      sent: { ...hidden, sameAs: id, reason: t("sameEntryReason", { name }) },
      button: t("sameEntry"),
      label: t("sameEntryLabel", { name }),
    }));
  const reports = read.waitingTwins.map(({ id, title }) => ({
    id,
    sent: { ...hidden, other: id, reason: t("sameReportReason") },
    button: t("sameReport"),
    label: t("sameReportLabel", { title }),
  }));
  return Object.fromEntries(
    [...entries, ...reports].map(({ id, sent, button, label }) => [
      id,
      <SmallForm
        key={id}
        action={sameAsAction}
        path={path}
        words={words}
        hidden={sent}
        button={button}
        buttonLabel={label}
      />,
    ]),
  );
}
