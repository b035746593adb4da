/** Functions younger than the file format: Excel wants a prefix before them in a file. */
const FUTURE =
  "CEILING.MATH CHOOSECOLS CHOOSEROWS CONCAT COVARIANCE.S DAYS DROP EXPAND FLOOR.MATH FORECAST.LINEAR HSTACK IFNA IFS ISFORMULA ISOWEEKNUM MAXIFS MINIFS MODE.SNGL NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV PERCENTILE.EXC PERCENTILE.INC POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ SEQUENCE SORTBY STDEV.P STDEV.S SWITCH TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNIQUE VAR.P VAR.S VSTACK WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR";
const prefixes = new Map([
  ...FUTURE.split(" ").map((name) => [name, "_xlfn."] as const),
  ["FILTER", "_xlfn._xlws."] as const,
  ["SORT", "_xlfn._xlws."] as const,
]);

/** Applies `change` to a formula outside its quoted texts and sheet names. */
const outsideQuotes = (formula: string, change: (code: string) => string): string =>
  formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((part, i) => (i % 2 ? part : change(part)))
    .join("");

/** A formula as Excel shows it from one as a file holds it. */
export const fromFile = (formula: string): string =>
  `=${outsideQuotes(formula, (code) =>
    code.replace(/_xlfn\.ANCHORARRAY\(([^()]+)\)/gi, "$1#").replace(/_xlfn\.(?:_xlws\.)?|_xldudf_/gi, ""),
  )}`;

/** A formula as a file holds it, from one as the grid shows it. */
export const toFile = (formula: string): string =>
  outsideQuotes(formula.slice(1), (code) =>
    code
      .replace(/(\$?[A-Z]{1,3}\$?\d+)#/g, "_xlfn.ANCHORARRAY($1)")
      .replace(/([A-Z][A-Z0-9.]*)\(/g, (call, name: string) => (prefixes.get(name) ?? "") + call),
  );
