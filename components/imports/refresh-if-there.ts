/**
 * Shows a page anew once the server has answered a small question. Without it, while nothing gets through, the browser's own page of an error
 * would take the place of ours, which then never comes back by itself.
 * @param within milliseconds for the answer
 */
export async function refreshIfThere(refresh: () => void, within: number): Promise<void> {
  const asked = { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(within) } as const;
  const isThere = await fetch("/api/health", asked).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isThere) refresh();
}
