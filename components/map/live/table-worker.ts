import { answerTable, type TableAnswer, type TableQuestion } from "./table-questions";

/** Decodes and filters the map's files beside the page's own thread. What is worked out for one choice is given away, not copied. */
const ask = answerTable();
const scope = self as unknown as Worker;
scope.onmessage = ({ data }: MessageEvent<TableQuestion>) => {
  const answer = ask(data);
  scope.postMessage(answer, givenAway(answer));
};

function givenAway(answer: TableAnswer): Transferable[] {
  if (!("filtered" in answer)) return [];
  const { mask, count, x, y } = answer.filtered.shown;
  return [mask, count, x, y].map(({ buffer }) => buffer as ArrayBuffer);
}
