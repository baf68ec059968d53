import { useTranslations } from "next-intl";
import { useCountingValue } from "@/components/counting/definition-in-words";
import { RemainderLine, useRemainder } from "@/components/counting/remainder-line";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import { type Coverage, type CoverageCounts, coverageShare } from "@/domain/areas/coverage";
import type { AreaSummary } from "@/domain/pages/area-page";
import { practicesPath } from "@/domain/pages/list-path";
import { restOfChecked, restOfCoverage } from "@/domain/pages/remainders";
import type { Definition } from "@/domain/providers/legal-form";
import type { RegisteredCount } from "@/domain/registrations/registered";
import { CoverageByKind } from "./coverage-table";
import { RegisteredTable } from "./registered-table";

type Body = { area: AreaSummary; coverage: Coverage };
type Group = {
  nation: AreaSummary;
  hasRegister: boolean;
  whole: Coverage;
  bodies: readonly Body[];
  registered: readonly RegisteredCount[];
};

/**
 * A nation by kind of place and its health bodies: how many places there are, how many were looked at, how many are
 * outsourced; a sentence where no register is loaded.
 */
export function CoverageList({ group, definition }: { group: Group; definition: Definition }) {
  const t = useTranslations("areas.coverage");
  const counting = useCountingValue()(definition);
  const nation = group.nation.nameEn;
  const { known, checked, outsourced, nhsWithServices, nhsNoneFound } = group.whole;
  const ofChecked = useRemainder()("checked", restOfChecked(group.whole));
  if (!group.hasRegister) return <p>{t("page.noRegister", { nation })}</p>;
  return (
    <>
      <p className="mb-3 max-w-line">
        {t("page.whole", { nation, known, checked, outsourced, nhsWithServices, nhsNoneFound, counting })}{" "}
        {ofChecked}
      </p>
      <CoverageByKind
        coverage={group.whole}
        nation={group.nation.nation}
        definition={definition}
        caption={t("page.kindsCaption", { nation })}
      />
      <RegisteredTable
        area={nation}
        known={group.whole.lines.find(({ kind }) => kind === "gp-practice")?.counts?.known ?? 0}
        registered={group.registered}
        csvPath={practicesPath(group.nation)}
      />
      <h3 className="mt-6 mb-2 font-semibold text-lg">{t("page.bodiesTitle")}</h3>
      <BodyTable
        bodies={group.bodies.map(({ area, coverage }) => ({ area, counts: coverage }))}
        definition={definition}
        caption={t("page.caption", { nation })}
      />
      <RemainderLine what="coverage" of={restOfCoverage(group)} />
      {group.whole.lines.map(({ kind, counts }) => {
        if (!counts) return null;
        const bodies = group.bodies.flatMap(({ area, coverage }) => {
          const line = coverage.lines.find((candidate) => candidate.kind === kind);
          return line?.counts ? [{ area, counts: line.counts }] : [];
        });
        const rest = restOfCoverage({
          whole: counts,
          bodies: bodies.map((body) => ({ coverage: body.counts })),
        });
        return (
          <details key={kind}>
            <summary className="py-2.5 font-semibold">
              {t("page.ofKind", { kind: t(`kind.${kind}`) })}
            </summary>
            <BodyTable
              bodies={bodies}
              definition={definition}
              caption={t("page.kindCaption", { kind: t(`kind.${kind}`), nation })}
            />
            <RemainderLine what="coverage" of={rest} />
          </details>
        );
      })}
    </>
  );
}

function BodyTable({
  bodies,
  definition,
  caption,
}: {
  bodies: readonly { area: AreaSummary; counts: CoverageCounts }[];
  definition: Definition;
  caption: string;
}) {
  const t = useTranslations("areas.coverage");
  const counting = useCountingValue()(definition);
  const outsourced = t("outsourced", { counting });
  const withServices = t("nhsWithServices", { counting });
  return (
    <table className="rows">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("page.body")}</th>
          <th scope="col">{t("known")}</th>
          <th scope="col">{t("checked")}</th>
          <th scope="col">{outsourced}</th>
          <th scope="col">{withServices}</th>
          <th scope="col">{t("nhsNoneFound")}</th>
          <th scope="col">{t("page.share")}</th>
        </tr>
      </thead>
      <tbody>
        {bodies.map(({ area, counts }) => (
          <tr key={area.id}>
            <th scope="row" className="text-left font-normal">
              <LocalLink href={`/areas/${area.kind}/${area.slug}`} className="inline-block py-0.5">
                <LocalName name={area.nameEn} nameCy={area.nameCy} />
              </LocalLink>
            </th>
            <td data-label={t("known")}>{t("number", { count: counts.known })}</td>
            <td data-label={t("checked")}>{t("number", { count: counts.checked })}</td>
            <td data-label={outsourced}>{t("number", { count: counts.outsourced })}</td>
            <td data-label={withServices}>{t("number", { count: counts.nhsWithServices })}</td>
            <td data-label={t("nhsNoneFound")}>{t("number", { count: counts.nhsNoneFound })}</td>
            <td data-label={t("page.share")}>{t("page.percent", { share: coverageShare(counts) ?? 0 })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
