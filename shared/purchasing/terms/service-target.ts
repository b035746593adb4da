/** How an item's service can be measured; each is the name of a setting. */
export const SERVICE_MEASURES = ["service_level", "fill_rate"] as const;
export type ServiceMeasure = (typeof SERVICE_MEASURES)[number];

/** How well demand is to be served. */
export interface ServiceTarget {
  /** `service_level`: probability of no stock-out in a replenishment cycle; `fill_rate`: share of demand met from stock. */
  readonly measure: ServiceMeasure;
  /** 0.5 up to but not 1. */
  readonly share: number;
}

/** An item or the settings, as far as they say how well to serve: with one of the two or none. */
export type ServiceWish = { readonly [M in ServiceMeasure]?: number | undefined };

export const DEFAULT_SERVICE_LEVEL = 0.95;

/** Share that either measure may be. */
export const isServiceShare = (share: number): boolean => share >= 0.5 && share < 1;

/** What the first of these asks for that asks for anything; else the service level of 95%. */
export function serviceTarget(...wishes: readonly ServiceWish[]): ServiceTarget {
  for (const wish of wishes)
    for (const measure of SERVICE_MEASURES) {
      const share = wish[measure];
      if (share !== undefined) return { measure, share };
    }
  return { measure: "service_level", share: DEFAULT_SERVICE_LEVEL };
}

/** "Service level" or "Fill rate". */
export const MEASURE_LABELS: Readonly<Record<ServiceMeasure, string>> = {
  service_level: "Service level",
  fill_rate: "Fill rate",
};
