import { overlap, parseBlock, showBlock, WHOLE_SHEET, type Block } from "./address.ts";
import { chartObject } from "./chart.ts";
import { rangeObject, STANDARD_HEIGHT, type Place, type Surroundings } from "./range.ts";
import { refusal, remote, type Remote } from "./remote.ts";
import { usedBlock, type BookState, type ChartState, type SheetState } from "./state.ts";

const ADDRESS_LIMIT = 8192;

/** A worksheet that `find` finds when a sync carries out the requests; `nullable` where it may not exist. */
export function worksheetObject(
  around: Surroundings,
  book: () => BookState,
  find: () => SheetState | undefined,
  nullable = false,
): Remote {
  const { queue } = around;
  const sheet = (): SheetState => {
    const found = find();
    if (!found) throw refusal("ItemNotFound", "There is no such worksheet.");
    return found;
  };
  const place = (block: () => Block | undefined): Place => ({ sheet, block });
  const at = (block: Block): Place => place(() => block);
  const optional = (name: string, address: () => string | undefined): Remote =>
    remote(queue, name, { exists: () => address() !== undefined, properties: { address: { get: address } } });
  const later = (action: () => void): void =>
    queue.push(() => {
      around.changing(sheet());
      action();
    });
  const local = (range: Remote): (() => string) => range["address$"] as () => string;
  return remote(queue, "worksheet", {
    ...(nullable ? { exists: () => find() !== undefined } : {}),
    properties: {
      name: { get: () => sheet().name },
      visibility: { get: () => sheet().visibility },
      standardHeight: { get: () => STANDARD_HEIGHT },
    },
    members: {
      protection: remote(queue, "protection", { properties: { protected: { get: () => find()?.locked ?? null } } }),
      activate: () => queue.push(() => void (book().active = { sheet: sheet().name, address: "A1" })),
      delete: () =>
        queue.push(() => {
          if (book().structureLocked) throw refusal("AccessDenied", "The workbook is protected.");
          if (book().sheets.length === 1) throw refusal("InvalidOperation", "A workbook needs a sheet.");
          book().sheets = book().sheets.filter((one) => one !== sheet());
        }),
      getRange: (address?: string) =>
        rangeObject(around, [at(address === undefined ? WHOLE_SHEET : parseBlock(address))]),
      getRanges(address: string) {
        if (address.length > ADDRESS_LIMIT) throw refusal("InvalidArgument", "The address is too long.");
        return rangeObject(
          around,
          address.split(",").map((one) => at(parseBlock(one))),
        );
      },
      getRangeByIndexes: (row: number, column: number, rows: number, columns: number) =>
        rangeObject(around, [at({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 })]),
      getUsedRangeOrNullObject: (valuesOnly = false) =>
        rangeObject(around, [place(() => usedBlock(sheet(), valuesOnly))], true),
      freezePanes: remote(queue, "freezePanes", {
        members: {
          unfreeze: () => later(() => void (sheet().frozen = undefined)),
          freezeAt: (range: Remote) => later(() => void (sheet().frozen = local(range)())),
          freezeRows: (count: number) =>
            later(
              () => void (sheet().frozen = showBlock(sheet().name, { top: 0, left: 0, bottom: count - 1, right: 0 })),
            ),
          getLocationOrNullObject: () => optional("range", () => sheet().frozen),
        },
      }),
      pageLayout: pageLayout(queue, sheet, later),
      horizontalPageBreaks: remote(queue, "horizontalPageBreaks", {
        members: {
          add: (address: string) => later(() => void sheet().page.breaks.push(address)),
          removePageBreaks: () => later(() => void (sheet().page.breaks = [])),
        },
      }),
      autoFilter: remote(queue, "autoFilter", {
        members: {
          remove: () => later(() => void (sheet().filter = undefined)),
          apply: (range: Remote) =>
            later(() => {
              const address = local(range)();
              if (sheet().tables.some((table) => overlap(table.address, address)))
                throw refusal("InvalidOperation", "A table stands in the way of the filter.");
              sheet().filter = address;
            }),
          getRangeOrNullObject: () => optional("range", () => sheet().filter),
        },
      }),
      tables: remote(queue, "tables", {
        items: () =>
          sheet().tables.map((table) =>
            remote(queue, "table", {
              properties: { name: { get: () => table.name } },
              members: {
                convertToRange: () =>
                  later(() => void (sheet().tables = sheet().tables.filter((one) => one !== table))),
              },
            }),
          ),
      }),
      charts: remote(queue, "charts", {
        items: () => sheet().charts.map((chart) => chartObject(queue, sheet, () => chart)),
        members: {
          add(type: string, range: Remote, by: string) {
            if (by !== "Columns" && by !== "Auto") throw refusal("InvalidArgument", "Only charts by columns here.");
            const chart: ChartState = {
              name: "",
              type,
              title: "",
              legend: true,
              place: { left: 0, top: 0, width: 360, height: 216 },
              series: [],
            };
            later(() => {
              chart.name = `Chart ${sheet().charts.length + 1}`;
              chart.series.push({ name: "", values: local(range)(), labels: "" });
              sheet().charts.push(chart);
            });
            return chartObject(queue, sheet, () => chart);
          },
        },
      }),
    },
  });
}

const PAGE = ["orientation", "leftMargin", "rightMargin", "zoom"];

function pageLayout(queue: Surroundings["queue"], sheet: () => SheetState, later: (act: () => void) => void): Remote {
  const settings = (): Record<string, unknown> => sheet().page.settings;
  const keep = (name: string) => (value: unknown) => later(() => void (settings()[name] = value));
  return remote(queue, "pageLayout", {
    properties: Object.fromEntries(
      PAGE.map((name) => [
        name,
        { get: () => settings()[name] ?? null, set: (value: never) => void (settings()[name] = value) },
      ]),
    ),
    members: { setPrintArea: keep("printArea"), setPrintTitleRows: keep("titleRows") },
  });
}
