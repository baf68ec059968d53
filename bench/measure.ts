import { get } from "node:http";
import autocannon from "autocannon";

export type Target = {
  name: string;
  url: string;
  /** Asked for in turn, instead of the path of `url` again and again. */
  paths?: readonly string[];
  headers?: Record<string, string>;
  /** Milliseconds of processor time that the server has taken so far: other work on the machine hardly changes it. */
  cpu?: () => Promise<number>;
};
export type Measured = Target & {
  /** Requests per second, the median of the rounds. */
  rate: number;
  /** Milliseconds, the worst of the rounds. */
  p99: number;
  /** Milliseconds of processor time to a request; null where the server was not asked. */
  cost: number | null;
  /** Bytes on the wire with gzip accepted, and of the body as it is read. */
  sent: number;
  body: number;
};

/**
 * Loads each target in turn, round after round (A B C, A B C …), so that a machine whose speed drifts drifts for all.
 * @param seconds how long each target is loaded in each round.
 */
export async function measure(targets: readonly Target[], rounds = 3, seconds = 5): Promise<Measured[]> {
  const rates = targets.map((): number[] => []);
  const tails = targets.map((): number[] => []);
  const costs = targets.map((): number[] => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, { url, paths, headers, cpu }] of targets.entries()) {
      // The round before the first warms up what is compiled or cached at first use; it is not counted.
      const before = await cpu?.();
      const run = await autocannon({
        url,
        ...(headers ? { headers } : {}),
        ...(paths ? { requests: paths.map((path) => ({ path })) } : {}),
        connections: 10,
        duration: round < 0 ? 2 : seconds,
      });
      if (run.non2xx > 0 || run.errors > 0)
        throw new Error(`${url}: ${run.non2xx} refused, ${run.errors} errors`);
      if (round < 0) continue;
      rates[index]?.push(run.requests.average);
      tails[index]?.push(run.latency.p99);
      if (cpu && before !== undefined) costs[index]?.push(((await cpu()) - before) / run.requests.total);
    }
  }
  const sizes = await Promise.all(targets.map(({ url }) => weigh(url)));
  return targets.map((target, index) => ({
    ...target,
    rate: median(rates[index] ?? []),
    p99: Math.max(...(tails[index] ?? [])),
    cost: costs[index]?.length ? median(costs[index]) : null,
    sent: sizes[index]?.sent ?? 0,
    body: sizes[index]?.body ?? 0,
  }));
}

async function weigh(url: string): Promise<{ sent: number; body: number }> {
  const plain = await fetch(url, { headers: { "accept-encoding": "identity" } });
  const body = (await plain.arrayBuffer()).byteLength;
  const sent = await new Promise<number>((resolve, reject) => {
    get(url, { headers: { "accept-encoding": "gzip" } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("end", () => resolve(bytes));
    }).on("error", reject);
  });
  return { sent, body };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** One row a target, each with its rate, and its processor time, beside the first target's. */
export function printRatios(measured: readonly Measured[]): void {
  const peer = measured[0];
  if (!peer) return;
  console.log(
    "| what | requests/s | ratio | p99 ms | processor ms | ratio | bytes sent (gzip) | bytes of body |",
  );
  console.log("|---|---|---|---|---|---|---|---|");
  for (const { name, rate, p99, cost, sent, body } of measured) {
    const ratio = (rate / peer.rate).toFixed(2);
    const time =
      cost === null || peer.cost === null ? "- | -" : `${cost.toFixed(3)} | ${(peer.cost / cost).toFixed(2)}`;
    console.log(
      `| ${name} | ${rate.toFixed(0)} | ${ratio} | ${p99.toFixed(0)} | ${time} | ${sent} | ${body} |`,
    );
  }
}
