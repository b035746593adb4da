import type { StockPolicy } from "./stock-policy.ts";

/** Where the position is at s or below, order up to S. Snyder & Shen (2nd ed.), section 4.4. */
export const minMaxPolicy = (s: number, S: number): StockPolicy => ({
  name: "(s, S)",
  order: ({ position }) => (position <= s ? S - position : 0),
});

/** Where the position is at r or below, order as many lots of Q as bring it above r. Same book, section 5.2. */
export const fixedLotPolicy = (r: number, Q: number): StockPolicy => ({
  name: "(r, Q)",
  order: ({ position }) => (position <= r ? Q * (Math.floor((r - position) / Q) + 1) : 0),
});

/** Every period, order what the position lacks of S. Same book, section 4.3. */
export const baseStockPolicy = (S: number): StockPolicy => ({
  name: "base-stock",
  order: ({ position }) => Math.max(0, S - position),
});

/** Every `every` periods, order what the position lacks of S. Silver, Pyke & Thomas (4th ed.), section 6.9 (R, S). */
export const periodicPolicy = (every: number, S: number): StockPolicy => ({
  name: "periodic order-up-to",
  order: ({ period, position }) => (period % every === 0 ? Math.max(0, S - position) : 0),
});

/** Orders nothing. */
export const idlePolicy: StockPolicy = { name: "order nothing", order: () => 0 };
