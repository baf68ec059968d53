import { getTranslations } from "next-intl/server";
import { DECIDE_FORM } from "@/components/moderation/decide-form-id";
import type { TwinButtons } from "@/components/moderation/twin-list";
import { Button } from "@/components/ui/button";
import { SAME_AS_BUTTONS, sameAsReason } from "@/domain/reports/decision-form";
import type { ModerationRead } from "@/server/reports/pages/load-moderation-report";

/**
 * "Same as this" beside each likely twin, for whoever decides the report: one press. They are buttons of the decision form, so that
 * comments and a reason that were typed there go to the author.
 */
export async function twinButtons({ read }: { read: ModerationRead }): Promise<TwinButtons> {
  const { approve, "mark-duplicate": mark } = read.refusals;
  if (approve !== undefined || mark !== undefined) return {};
  const t = await getTranslations("moderation.one");
  const button = (name: keyof typeof SAME_AS_BUTTONS, id: string, text: string, label: string) => (
    <Button
      key={id}
      form={DECIDE_FORM}
      name={SAME_AS_BUTTONS[name]}
      value={id}
      look="secondary"
      className="mt-2 block"
      aria-label={label}
    >
      {text}
    </Button>
  );
  return Object.fromEntries([
    ...read.twins
      .filter(({ confirms }) => confirms)
      .map(({ id, name }) => [id, button("entry", id, t("sameEntry"), t("sameEntryLabel", { name }))]),
    ...read.waitingTwins.map(({ id, title }) => [
      id,
      button("report", id, t("sameReport"), t("sameReportLabel", { title })),
    ]),
  ]);
}

/** By the id of a twin, what its author is told where no reason was typed: the form sends them along. */
export async function sameAsReasons(read: ModerationRead): Promise<Record<string, string>> {
  const t = await getTranslations("moderation.one");
  return Object.fromEntries([
    ...read.twins.map(({ id, name }) => [sameAsReason(id), t("sameEntryReason", { name })]),
    ...read.waitingTwins.map(({ id }) => [sameAsReason(id), t("sameReportReason")]),
  ]);
}
