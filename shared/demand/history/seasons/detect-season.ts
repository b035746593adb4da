import { powerUnit } from "../../../numeric/power-unit.ts";
import { fillGaps } from "../gaps.ts";
import { suitsLogarithms } from "./seasonal-adjustment.ts";
import { chanceOfSeason } from "./season-test.ts";

/** A length that a season may have. */
interface Candidate {
  readonly season: number;
  /** Chance at which noise may pass for it: all together, in a white series of 24 to 120 values, below one in twenty. */
  readonly chance: number;
  /** Chance below which it is more than the season within it, by that one's length; its own chance unless named. */
  readonly beyond?: Readonly<Record<number, number>>;
}

const USUAL = 0.0125;
const RARE = 0.004;

/** Days in a working week or week, months or quarters in a year, hours in a day, weeks in half a year or a year. */
const CANDIDATES: readonly Candidate[] = [
  { season: 4, chance: USUAL },
  { season: 5, chance: RARE },
  { season: 6, chance: RARE },
  { season: 7, chance: USUAL },
  // A year of months often shows its halves first, seldom its thirds, which may as well be quarters.
  { season: 12, chance: USUAL, beyond: { 6: 0.1, 4: 0.02 } },
  { season: 24, chance: RARE },
  { season: 26, chance: RARE },
  { season: 52, chance: USUAL, beyond: { 26: 0.5, 4: 0.1 } },
];
const FEWEST_SEASONS = 3;
/** Older values say nothing of today's season. */
const LONGEST = 1500;

/**
 * Periods in a season, found in the series itself (never from a horizon); 1 where no pattern is clear. Each usual length
 * of which the history holds three seasons is tested; of those that chance does not explain the least likely one wins,
 * a multiple of a shorter one where it explains more than that.
 */
export function detectSeason(history: readonly number[]): number {
  const recent = history.slice(-LONGEST);
  if (recent.every(Number.isNaN)) return 1;
  const values = fillGaps(recent, 1);
  const unit = powerUnit(values);
  const data = values.map(suitsLogarithms(values) ? Math.log : (x) => x / unit);
  let best = { season: 1, surprise: 1 };
  for (const { season, chance, beyond } of CANDIDATES) {
    if (data.length < FEWEST_SEASONS * season) break;
    const surprise = chanceOfSeason(data, season) / chance;
    if (!(surprise < 1)) continue;
    const nested = best.season > 1 && season % best.season === 0;
    const wins = nested
      ? chanceOfSeason(data, season, best.season) < (beyond?.[best.season] ?? chance)
      : surprise < best.surprise;
    if (wins) best = { season, surprise };
  }
  return best.season;
}
