import { getTranslations } from "next-intl/server";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import { hold, pass, release, renew, skip, take } from "@/app/[locale]/(moderation)/moderation/[id]/actions";
import { HoldClock } from "@/components/moderation/hold-clock";
import { SmallForm } from "@/components/reports/small-form";
import { momentWords } from "@/domain/dates/moment-in-words";
import type { Sitting } from "@/domain/reports/sitting";
import type { ModerationBase } from "@/server/reports/pages/load-moderation-report";

type Props = {
  read: ModerationBase;
  hidden: Readonly<Record<string, string>>;
  path: string;
  sitting: Sitting | null;
};

/** Who holds the report and until when, and what this moderator can do about that. */
export async function HoldForms({ read, hidden, path, sitting }: Props) {
  const t = await getTranslations("moderation");
  const format = momentWords((await getTranslations("common"))("dateLanguage"));
  const words = await smallFormWords();
  const form = { words, hidden, path };
  const may = (move: keyof ModerationBase["refusals"]) => read.refusals[move] === undefined;
  const time = read.hold && format.time(read.hold.until);
  return (
    <div className="space-y-4">
      {read.hold?.byMe && time ? (
        <HoldClock
          secondsLeft={read.hold.secondsLeft}
          until={read.hold.until.toISOString()}
          holds={t("one.holdYours", { time })}
          soon={t("one.holdSoon", { time })}
          over={t("one.holdOver", { time })}
        />
      ) : (
        <p className="font-semibold">
          {read.hold && time
            ? t("one.holdOther", { who: t("one.moderator", { handle: read.hold.handle }), time })
            : read.ranOut
              ? t(read.ranOut.wasMine ? "one.holdRanOutYours" : "one.holdRanOut", {
                  time: format.moment(read.ranOut.at),
                })
              : t("one.holdNone")}
        </p>
      )}
      {read.refusals.hold === "own-report" ? <p>{t("refusals.own-report")}</p> : null}
      {read.refusals.hold === "outside-areas" ? <p>{t("refusals.outside-areas")}</p> : null}
      {read.refusals.hold === "appealed-decision" ? <p>{t("refusals.appealed-decision")}</p> : null}
      <div className="flex flex-wrap gap-3">
        {may("hold") ? (
          <SmallForm {...form} action={hold} shortcut="hold" button={t("one.take")} look="primary" />
        ) : null}
        {may("renew") ? (
          <SmallForm {...form} action={renew} shortcut="renew" button={t("one.renew")} />
        ) : null}
        {may("release") ? (
          <SmallForm {...form} action={release} shortcut="release" button={t("one.release")} />
        ) : null}
        {may("release") && sitting ? (
          <SmallForm {...form} action={skip} shortcut="skip" button={t("one.skip")} />
        ) : null}
      </div>
      {may("take-over") ? (
        <SmallForm
          {...form}
          action={take}
          fields={[{ id: "take-note", name: "note", kind: "line", label: t("one.takeOverNote") }]}
          button={t("one.takeOver")}
        />
      ) : null}
      {may("pass-on") && read.others.length > 0 ? (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">
            {t("one.passOn")}
          </summary>
          <SmallForm
            {...form}
            action={pass}
            fields={[
              {
                id: "pass-to",
                name: "to",
                kind: "select",
                label: t("one.passOnTo"),
                options: read.others.map(({ handle, name }) => ({
                  value: handle,
                  label: t("one.moderator", { handle: name }),
                })),
              },
              { id: "pass-note", name: "note", kind: "line", label: t("one.passOnNote") },
            ]}
            button={t("one.passOn")}
          />
        </details>
      ) : null}
    </div>
  );
}
