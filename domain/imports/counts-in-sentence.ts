/** Counts by outcome for a sentence, with 0 where nothing was counted. */
export function countsInSentence(counts: Readonly<Record<string, number>>) {
  const of = (key: string) => counts[key] ?? 0;
  return {
    rows: of("rows"),
    new: of("new"),
    changed: of("changed"),
    ended: of("ended"),
    delisted: of("delisted"),
    unchanged: of("unchanged"),
    refused: of("refused"),
    skipped: of("skipped"),
  };
}
