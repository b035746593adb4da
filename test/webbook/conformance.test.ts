import assert from "node:assert/strict";
import { agree } from "../harness/close.ts";
import { modelOf, spillAt, type } from "./grid.ts";

/** A: SKUs as text, B: units, C: prices, D: suppliers, E: dates, F: blank but for F2. */
const SHEET = {
  A1: "00101", A2: "00102", A3: "00103", A4: "00104", A5: "00105",
  B1: "30", B2: "10", B3: "50", B4: "20", B5: "40",
  C1: "2.5", C2: "4", C3: "1.25", C4: "8", C5: "0.5",
  D1: "Acorn", D2: "birch", D3: "Acorn", D4: "Cedar", D5: "Birch",
  E1: "2026-01-15", E2: "2026-02-28", E3: "2026-03-31", E4: "2024-02-29", E5: "2026-12-25",
  F2: "7",
} as const; // prettier-ignore

const day = (iso: string): number => Date.parse(iso) / 86_400_000 + 25_569;

/** Formulas and Excel's answers (support.microsoft.com, the function's own page, or by its definition there). */
const EXCEL: Readonly<Record<string, unknown>> = {
  "=-2^2": 4,
  "=--2^2": 4,
  "=5-2^2": 1,
  "=-(2^2)": -4,
  "=0-B2^2": -100,
  "=-B2^2": 100,
  "=2^3^2": 64,
  "=2^-1": 0.5,
  "=10%*B1": 3,
  "=SUM(B1:B5)": 150,
  "=SUM(B1:B5,F1:F5)": 157,
  "=AVERAGE(B1:B5)": 30,
  "=AVERAGE(F1:F5)": 7,
  "=MEDIAN(B1:B5)": 30,
  "=MAX(B1:B5)-MIN(B1:B5)": 40,
  "=COUNT(A1:F1)": 3,
  "=COUNTA(F1:F5)": 1,
  "=COUNTBLANK(F1:F5)": 4,
  '=SUMIF(D1:D5,"Acorn",B1:B5)': 80,
  '=SUMIF(D1:D5,"BIRCH",B1:B5)': 50,
  '=SUMIF(B1:B5,">20")': 120,
  '=SUMIFS(B1:B5,D1:D5,"birch",C1:C5,"<1")': 40,
  '=COUNTIF(D1:D5,"b*")': 2,
  '=COUNTIF(B1:B5,"<>30")': 4,
  '=COUNTIFS(D1:D5,"Acorn",B1:B5,">=50")': 1,
  '=AVERAGEIF(D1:D5,"Acorn",B1:B5)': 40,
  '=MAXIFS(B1:B5,D1:D5,"Birch")': 40,
  "=SUMPRODUCT(B1:B5,C1:C5)": 357.5,
  '=SUMPRODUCT((D1:D5="Acorn")*B1:B5)': 80,
  "=VLOOKUP(A3,A1:C5,3,FALSE)": 1.25,
  '=VLOOKUP("00104",A1:B5,2,0)': 20,
  '=IFERROR(VLOOKUP("x",A1:B5,2,FALSE),"none")': "none",
  "=XLOOKUP(A2,A1:A5,C1:C5)": 4,
  '=XLOOKUP("00999",A1:A5,C1:C5,"none")': "none",
  "=INDEX(C1:C5,MATCH(A4,A1:A5,0))": 8,
  "=MATCH(25,{10,20,30},1)": 2,
  "=XMATCH(A5,A1:A5)": 5,
  "=XMATCH(25,B1:B5,1)": 1,
  "=XMATCH(25,B1:B5,-1)": 4,
  '=IF(B1>20,"order","wait")': "order",
  "=IF(AND(B1>20,NOT(B2>20)),1,0)": 1,
  '=IFS(B2>20,"a",B2>5,"b")': "b",
  "=IFERROR(1/0,0)": 0,
  "=IFNA(NA(),-1)": -1,
  "=ROUND(2.5,0)": 3,
  "=ROUND(-2.5,0)": -3,
  "=ROUND(1234.567,-2)": 1200,
  "=ROUNDUP(2.1,0)": 3,
  "=ROUNDDOWN(-2.9,0)": -2,
  "=MROUND(10,3)": 9,
  "=CEILING(2.5,1)": 3,
  "=FLOOR(2.9,1)": 2,
  "=INT(-8.9)": -9,
  "=MOD(-3,2)": 1,
  "=QUOTIENT(-10,3)": -3,
  '=TEXT(1234.5,"#,##0.00")': "1,234.50",
  '=TEXT(0.285,"0.0%")': "28.5%",
  '=TEXT(DATE(2026,1,5),"yyyy-mm-dd")': "2026-01-05",
  "=DATE(2026,14,1)": day("2027-02-01"),
  "=E2-E1": 44,
  "=EDATE(E1,1)": day("2026-02-15"),
  "=EDATE(E3,-1)": day("2026-02-28"),
  "=EOMONTH(E4,0)": day("2024-02-29"),
  "=WEEKDAY(E1,2)": 4,
  "=ISOWEEKNUM(E1)": 3,
  "=YEAR(E5)*100+MONTH(E5)": 202612,
  "=NETWORKDAYS(E1,E2)": 32,
  "=WORKDAY(E1,10)": day("2026-01-29"),
  '=DATEDIF(E4,E5,"y")': 2,
  '=LEFT("SKU-001",3)&MID("SKU-001",5,3)': "SKU001",
  '=TRIM("  a   b ")': "a b",
  '=SUBSTITUTE("a-b-c","-","")': "abc",
  '=VALUE("12.5")': 12.5,
  '=A1="00101"': true,
  '="ACORN"=D1': true,
  '=TEXTJOIN(", ",TRUE,D1:D2)': "Acorn, birch",
  '=REPT("ab",3)': "ababab",
  "=LARGE(B1:B5,2)": 40,
  "=RANK.EQ(B4,B1:B5)": 4,
  "=RANK.AVG(2,{1,2,2,3})": 2.5,
  "=STDEV.S({2,4,4,4,5,5,7,9})": 2.138089935,
  "=PERCENTILE.INC(B1:B5,0.9)": 46,
  "=NORM.S.INV(0.95)": 1.644853627,
  "=NORM.S.DIST(1.333333,TRUE)": 0.908788726,
  "=NORM.DIST(42,40,1.5,TRUE)": 0.908788780,
  "=NORM.INV(0.908789,40,1.5)": 42.000002,
  "=POISSON.DIST(2,5,TRUE)": 0.124652019,
  "=POISSON.DIST(2,5,FALSE)": 0.084224337,
  "=MODE.SNGL({5.6,4,4,3,2,4})": 4,
  "=FORECAST.LINEAR(30,{6,7,9,15,21},{20,28,31,38,40})": 10.607253,
  "=COMBIN(8,2)": 28,
  "=FACT(5)": 120,
  "=SUBTOTAL(9,B1:B5)": 150,
}; // prettier-ignore

/** Formulas that fill several cells. */
const SPILLED: Readonly<Record<string, unknown[][]>> = {
  "=SORT(B1:B5)": [[10], [20], [30], [40], [50]],
  "=SORT(B1:B5,1,-1)": [[50], [40], [30], [20], [10]],
  "=SORT(A1:B3,2,-1)": [["00103", 50], ["00101", 30], ["00102", 10]],
  "=SORT({3,1,2},1,1,TRUE)": [[1, 2, 3]],
  "=SORTBY(A1:A3,B1:B3)": [["00102"], ["00101"], ["00103"]],
  "=SORTBY(B1:B5,C1:C5,-1)": [[20], [10], [30], [50], [40]],
  '=SORTBY(A1:A3,D1:D3,1,B1:B3,-1)': [["00103"], ["00101"], ["00102"]],
  "=FILTER(A1:B5,B1:B5>=40)": [["00103", 50], ["00105", 40]],
  '=FILTER(A1:A5,(B1:B5>10)*(D1:D5="Birch"))': [["00105"]],
  '=FILTER(A1:A5,B1:B5>99,"none")': [["none"]],
  "=FILTER({1,2,3},{1,0,1})": [[1, 3]],
  "=UNIQUE(E1:E5>E1)": [[false], [true]],
  "=TAKE(B1:B5,-2)": [[20], [40]],
  "=SEQUENCE(3,1,10,5)": [[10], [15], [20]],
  "=TRANSPOSE(B1:B3)": [[30, 10, 50]],
  "=B1:B2*2": [[60], [20]],
}; // prettier-ignore

describe("browser workbook: formulas buyers use", function () {
  this.timeout(60_000);
  const formats = { "A1:A5": "@", "E1:E5": "yyyy-mm-dd" };
  let answer: (formula: string) => unknown[][];

  before(async () => {
    const { registerExcelFunctions } = await import("../../addin/webbook/excel-functions/index.ts");
    const { registerSignedBases } = await import("../../addin/webbook/excel-functions/power-plugin.ts");
    registerExcelFunctions();
    registerSignedBases();
    const model = modelOf(SHEET, formats);
    answer = (formula) => {
      type(model, "H1", formula);
      const spilled = spillAt(model, "H1");
      type(model, "H1", "");
      return spilled;
    };
  });

  it("answers as Excel's documentation says", () => {
    const wrong = Object.entries(EXCEL).filter(([formula, expected]) => !agree(answer(formula)[0]![0], expected, 1e-6));
    assert.deepEqual(
      wrong.map(
        ([formula, expected]) =>
          `${formula} is ${JSON.stringify(answer(formula)[0]![0])}, not ${JSON.stringify(expected)}`,
      ),
      [],
    );
  });

  it("fills the cells that Excel fills", () => {
    for (const [formula, expected] of Object.entries(SPILLED)) assert.deepEqual(answer(formula), expected, formula);
  });

  it("keeps leading zeros of codes", () => assert.deepEqual(answer("=A1:A2"), [["00101"], ["00102"]]));
});
