import type { RowRead } from "@/components/imports/row-read";
import { useRowWords } from "@/components/imports/use-row-words";

/**
 * All that a row would publish, then what is wrong with it, what it changes and what to look at. Facts of a new service
 * stand in its list of facts; of its changes only those are named that take the place of something.
 */
export function RowDetails({ row }: { row: Pick<RowRead, "facts" | "plan" | "problems" | "warnings"> }) {
  const words = useRowWords();
  const { facts, plan, problems, warnings } = row;
  const isNewService = plan?.service.id === null && facts.length > 0;
  const changes = (plan?.changes ?? []).filter(({ kind }) => !(isNewService && kind === "sets"));
  const lines = [
    ...problems.map(words.problem),
    ...changes.map(words.change),
    ...warnings.map(words.problem),
  ];
  return (
    <>
      {facts.length > 0 ? (
        <dl className="mt-1 break-words">
          {facts.map((fact) => (
            <div key={`${fact.name} ${fact.value}`}>
              <dt className="inline text-ink-soft">{words.factName(fact)}:</dt>{" "}
              <dd className="inline">
                {fact.name === "note" && fact.standing === undefined ? (
                  <q>{words.fact(fact)}</q>
                ) : (
                  words.fact(fact)
                )}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {lines.length > 0 ? (
        <ul className="mt-1 list-disc break-words pl-5">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
