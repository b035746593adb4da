import { createHash } from "node:crypto";

export interface Submission {
  readonly kind: string;
  readonly input: unknown;
}

const plan = (variant: number): Submission => ({
  kind: "reorder",
  input: {
    today: "2026-11-23",
    period: "week",
    items: [0, 1, 2].map((i) => ({ sku: `S${i}`, on_hand: variant * i, lead_time_days: 14, cost: 2 })),
    history: { S0: [4, 6, 5, 7, 3, 8], S1: [1, 0, 0, 2, 0, 1], S2: [variant, 3, 4, 5, 6, 7] },
  },
});

const training = (variant: number): Submission => ({
  kind: "train",
  input: {
    name: `shop${variant}`,
    season: 4,
    horizon: 2,
    series: { A: Array.from({ length: 48 }, (_, t) => 5 + ((t * (variant + 3) * 7) % 11)) },
  },
});

const storing = (n: number, ms: number): Submission => ({ kind: "twice", input: { n, ms } });

/** The next job to submit, of one of the kinds that plan, train and store. */
export function drawn(n: number, random: () => number): Submission {
  const variant = Math.floor(5 * random());
  const share = random();
  return share < 0.3 ? plan(variant) : share < 0.4 ? training(variant) : storing(n, Math.round(150 * random()));
}

/** What two results of the same input must have in common: all of it, but for the number of the version made. */
export function fingerprint({ kind }: Submission, result: unknown): string {
  const text = JSON.stringify(result);
  const same = kind === "train" ? text.replaceAll(/(shop\d)@\d+/g, "$1@") : text;
  return createHash("sha256").update(same).digest("hex").slice(0, 16);
}

/** Of what is known beforehand, whether the result is right. */
export const isRight = ({ kind, input }: Submission, result: unknown): boolean =>
  kind !== "twice" || (result as { n?: number }).n === 2 * (input as { n: number }).n;
