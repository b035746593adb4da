import { categories, themes, type Category } from "./categories.ts";
import { drawLife, LIVES, SHARES, type Life } from "./life.ts";
import { mix, randomFrom, type Random } from "../numeric/random.ts";
import { suppliers } from "./suppliers.ts";
import type { ShopSupplier } from "./types.ts";

export const ITEMS = 300;

/** What is known of an item before anything was sold. */
export interface Article {
  /** Its own stream of random numbers. */
  readonly random: Random;
  readonly sku: string;
  readonly description: string;
  readonly category: Category;
  readonly supplier: ShopSupplier;
  readonly supplierItem: string;
  readonly price: number;
  readonly cost: number;
  readonly leadTimeDays: number;
  readonly moq: number;
  readonly multiple: number;
  readonly life: Life;
}

/** Prices end in .95 or .99, as in shops. */
function shelfPrice(low: number, high: number, random: Random): number {
  const price = low * (high / low) ** random.uniform();
  return Math.max(1, Math.round(price)) - (random.chance(0.3) ? 0.05 : 0.01);
}

/** A shuffled deck with each life in its share, so that the mix never depends on luck. */
function livesDeck(random: Random): (typeof LIVES)[number][] {
  const deck = LIVES.flatMap((kind) => Array<typeof kind>(Math.round((SHARES[kind] * ITEMS) / 100)).fill(kind));
  for (let i = deck.length - 1; i > 0; i -= 1) {
    const j = random.integer(0, i);
    [deck[i], deck[j]] = [deck[j]!, deck[i]!];
  }
  return deck;
}

/** Small packs for slow and dear items: nobody takes 48 of what sells one a month. */
function rulesFor(supplier: ShopSupplier, price: number, level: number): { moq: number; multiple: number } {
  const multiple = price > 60 || level < 0.5 ? Math.max(1, Math.round(supplier.multiple / 6)) : supplier.multiple;
  return { multiple, moq: Math.max(multiple, Math.min(supplier.moq, multiple * Math.ceil((level * 8) / multiple))) };
}

function initials(name: string): string {
  return name.replace(/[^A-Z]/g, "");
}

/** The articles of the shop; the same seed gives the same articles. */
export function drawCatalogue(seed: number): Article[] {
  const random = randomFrom(mix(seed, 1));
  const lives = livesDeck(random);
  const taken = new Set<string>();
  let number = 100;
  return lives.map((kind, index) => {
    const own = randomFrom(mix(seed, 2, index));
    const category = categories[index % categories.length]!;
    const supplierName = own.pick(category.suppliers);
    const supplier = suppliers.find((s) => s.supplier === supplierName)!;
    const [form, low, high] = own.pick(category.forms);
    const description = own.pick(themes.map((theme) => `${theme} ${form}`).filter((text) => !taken.has(text)));
    taken.add(description);
    number += random.integer(1, 9);
    const price = shelfPrice(low, high, own);
    const life = drawLife(kind, own);
    const level = Math.max(...life.level);
    return {
      random: own,
      sku: String(number).padStart(5, "0"),
      description,
      category,
      supplier,
      supplierItem: `${initials(supplierName)}-${String(own.integer(1, 9999)).padStart(4, "0")}`,
      price: Number(price.toFixed(2)),
      cost: Number(((price * own.between(0.38, 0.58)) / supplier.rate).toFixed(2)),
      leadTimeDays: supplier.lead_time_days + (own.chance(0.15) ? own.pick([-2, 3, 7]) : 0),
      ...rulesFor(supplier, price, level),
      life,
    };
  });
}
