import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from "@fluentui/react-theme";

/** The colour of the icon, from its darkest to its lightest shade. */
const brand: BrandVariants = {
  10: "#021110",
  20: "#05201f",
  30: "#073230",
  40: "#08403d",
  50: "#094e4a",
  60: "#0a5954",
  70: "#0b615c",
  80: "#0e6f69",
  90: "#218079",
  100: "#3a918a",
  110: "#54a39c",
  120: "#6fb4ae",
  130: "#8bc5c0",
  140: "#a8d6d2",
  150: "#c6e7e4",
  160: "#e3f4f2",
};

const font = { fontFamilyBase: '"Segoe UI", "Segoe UI Web", -apple-system, "Helvetica Neue", Arial, sans-serif' };

export const lightTheme: Theme = { ...createLightTheme(brand), ...font };
/** The dark ramp's own brand text stays below the contrast of 4.5 that small text needs. */
export const darkTheme: Theme = {
  ...createDarkTheme(brand),
  ...font,
  colorBrandForeground1: brand[120],
  colorBrandForeground2: brand[130],
  colorBrandForegroundLink: brand[120],
  colorBrandForegroundLinkHover: brand[130],
  colorBrandForegroundLinkPressed: brand[140],
  colorCompoundBrandForeground1: brand[120],
  colorCompoundBrandStroke: brand[110],
};

const DARK = "(prefers-color-scheme: dark)";

/** Whether to be dark: as Office says in Excel (`isDarkTheme`; the web and older desktops tell none), else as the system. */
export function isDark(): boolean {
  const office =
    typeof Office === "undefined" ? undefined : (Office.context?.officeTheme as Office.OfficeTheme | undefined);
  return office?.isDarkTheme ?? matchMedia(DARK).matches;
}

/** Told when the system turns dark or light; answers how to stop. */
export function onTheme(told: () => void): () => void {
  const query = matchMedia(DARK);
  query.addEventListener("change", told);
  return () => query.removeEventListener("change", told);
}
