import { isIsoDate } from "../../../shared/calendar/dates.ts";
import type { Period } from "../../../shared/calendar/periods.ts";
import { PLAN_POLICIES, type PlanPolicy, type Settings } from "../../../shared/purchasing/terms/plan.ts";
import { SERVICE_MEASURES, type ServiceMeasure } from "../../../shared/purchasing/terms/service-target.ts";
import type { SheetOptions } from "../../../shared/tables/reading.ts";

/** The settings as typed. Blank means that the sheets or the default decide. */
export interface SettingsText {
  /** Which of the two numbers below counts, a `ServiceMeasure`. */
  readonly target: string;
  readonly service_level: string;
  readonly fill_rate: string;
  readonly review_days: string;
  readonly lead_time_days: string;
  readonly period: string;
  readonly today: string;
  readonly order_cost: string;
  readonly holding_rate: string;
  readonly shortage_rate: string;
  /** What levels are set by, a `PlanPolicy`. */
  readonly policy: string;
  readonly currency: string;
}
export type SettingName = keyof SettingsText;

export const DEFAULT_SETTINGS: SettingsText = {
  target: "service_level",
  service_level: "95",
  fill_rate: "98",
  review_days: "7",
  lead_time_days: "14",
  period: "",
  today: "",
  order_cost: "",
  holding_rate: "",
  shortage_rate: "",
  policy: "service",
  currency: "",
};

/** A number with a point or a comma for decimals; null where it is none. */
function typedNumber(text: string): number | null {
  const plain = text
    .trim()
    .replace(/\s|%$/g, "")
    .replace(/,(?=\d{1,2}$)/, ".");
  return /^\d+(\.\d+)?$|^\.\d+$/.test(plain) ? Number(plain) : null;
}

interface Rule {
  readonly must: string;
  accepts(text: string): boolean;
}

const between = (low: number, high: number, must: string, blank: boolean): Rule => ({
  must,
  accepts: (text) => {
    if (text.trim() === "") return blank;
    const value = typedNumber(text);
    return value !== null && value >= low && value <= high;
  },
});

const isMeasure = (text: string): text is ServiceMeasure => SERVICE_MEASURES.some((measure) => measure === text);

/** What the number for the target means. */
export const measureOf = ({ target }: SettingsText): ServiceMeasure => (isMeasure(target) ? target : "service_level");

const isPolicy = (text: string): text is PlanPolicy => PLAN_POLICIES.some((policy) => policy === text);

const RULES: Readonly<Record<SettingName, Rule>> = {
  target: { must: "A service level or a fill rate.", accepts: isMeasure },
  service_level: between(50, 99.99, "A percentage from 50 to 99.99, such as 95.", false),
  fill_rate: between(50, 99.99, "A percentage from 50 to 99.99, such as 98.", false),
  review_days: between(0, 365, "Days from 0 to 365, such as 7 for once a week.", false),
  lead_time_days: between(0, 3650, "Days from 0 to 3650, such as 14.", false),
  order_cost: between(0, 1e9, "A number of at least 0, or nothing.", true),
  holding_rate: between(0, 1000, "A percentage a year of at least 0, such as 25, or nothing.", true),
  shortage_rate: between(0, 10_000, "A percentage of the unit cost of at least 0, such as 40, or nothing.", true),
  policy: { must: "The target or the least cost.", accepts: isPolicy },
  period: { must: "Day, week, month, or nothing.", accepts: (text) => ["", "day", "week", "month"].includes(text) },
  today: { must: "A date, or nothing for today.", accepts: (text) => text === "" || isIsoDate(text) },
  currency: {
    must: "A code of three letters, such as EUR, or nothing.",
    accepts: (text) => /^([a-z]{3})?$/i.test(text),
  },
};

/** What each wrongly filled setting must be; none where all can be used. */
export function settingFaults(text: SettingsText): Partial<Record<SettingName, string>> {
  const unused: readonly string[] = SERVICE_MEASURES.filter((measure) => measure !== measureOf(text));
  const names = (Object.keys(RULES) as SettingName[]).filter((name) => !unused.includes(name));
  const wrong = names.filter((name) => !RULES[name].accepts(text[name]));
  return Object.fromEntries(wrong.map((name) => [name, RULES[name].must]));
}

/** Faultless settings as the reading of the sheets takes them. */
export function optionsOf(text: SettingsText): Omit<SheetOptions, "tables"> {
  const amount = (name: SettingName): number | undefined => typedNumber(text[name]) ?? undefined;
  const share = (name: "holding_rate" | "shortage_rate"): Partial<Settings> => {
    const percentage = amount(name);
    return percentage === undefined ? {} : { [name]: percentage / 100 };
  };
  const currency = text.currency.toUpperCase();
  const measure = measureOf(text);
  const settings: Partial<Settings> = {
    [measure]: amount(measure)! / 100,
    review_days: amount("review_days")!,
    ...(text.order_cost.trim() && { order_cost: amount("order_cost") }),
    ...share("holding_rate"),
    ...share("shortage_rate"),
    ...(text.policy === "cost" && { policy: "cost" }),
    ...(currency && { currency }),
  };
  return {
    leadTimeDays: amount("lead_time_days"),
    settings,
    ...(text.period && { period: text.period as Period }),
    ...(text.today && { today: text.today }),
  };
}

/** Settings as remembered with a workbook, by this version or another. */
export function settingsFrom(remembered: string | undefined): SettingsText {
  try {
    const stored = JSON.parse(remembered ?? "{}") as Record<string, unknown>;
    const names = Object.keys(DEFAULT_SETTINGS) as SettingName[];
    const known = names.filter((name) => typeof stored[name] === "string" && RULES[name].accepts(stored[name]));
    return { ...DEFAULT_SETTINGS, ...Object.fromEntries(known.map((name) => [name, stored[name]])) };
  } catch {
    return DEFAULT_SETTINGS;
  }
}
